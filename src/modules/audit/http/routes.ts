import { z } from 'zod';
import { answer, idParam, memberOf, no, readUpload, usualAnswers, type App } from '../../../platform/http/index.ts';
import type { Instant } from '../../../shared/time.ts';
import type { fileAudit, printAudit, readAudits } from '../app/file-audit.handler.ts';
import type { modelClause } from '../app/model-clause.ts';
import { readUploadedContract } from '../app/read-upload.ts';
import type { AuditInput, runAudit } from '../app/run-audit.ts';
import { type AuditedDocument, auditedKinds } from '../domain/audited-document.ts';
import type { AuditResult } from '../domain/audit.ts';
import { uploadLimits } from '../domain/upload-limits.ts';
import { scoreOf } from '../domain/score.ts';
import { refusals } from '../refusals.ts';
import { AuditBody, AuditInputBody, FiledLine, FilingBody, ReportBody, UploadBody } from './schemas.ts';

export type AuditHandlers = {
  run: ReturnType<typeof runAudit>;
  print: ReturnType<typeof printAudit>;
  file: ReturnType<typeof fileAudit>;
  read: ReturnType<typeof readAudits>;
  clause: ReturnType<typeof modelClause>;
};

const tags = ['Audit'];
const readers = { allow: ['owner' as const, 'reader' as const] };
/** A text of three hundred pages comes back from the screen as JSON. */
const bodyLimit = 8 * 1024 * 1024;

type Audited = AuditResult & { documents: readonly AuditedDocument[]; auditedAt: Instant };
const body = ({ documents, findings, score, auditedAt }: Audited) =>
  ({
    auditedAt,
    documents: documents.map(({ id, title, kind, origin, sections }) => ({ id, title, kind, origin, sections })),
    findings,
    score,
  }) as unknown as z.output<typeof AuditBody>;

export const auditRoutes = (handlers: AuditHandlers) => async (app: App) => {
  app.post(
    '/audits',
    {
      bodyLimit,
      schema: {
        tags,
        summary: 'Auditer un devis, les documents d’un client, ou un texte ; rien n’est conservé',
        body: AuditInputBody,
        response: { 200: AuditBody, ...usualAnswers },
      },
      config: readers,
    },
    async (request) => answer(await handlers.run(memberOf(request), request.body as AuditInput), refusals, body),
  );

  app.post(
    '/audits/uploads',
    {
      schema: {
        tags,
        summary: 'Auditer un fichier (PDF, DOCX, ODT, texte) ; rien n’est conservé',
        consumes: ['multipart/form-data'],
        querystring: z.object({ kind: z.enum(auditedKinds).optional() }),
        response: { 200: UploadBody, 413: z.any(), 415: z.any(), ...usualAnswers },
      },
      config: readers,
    },
    async (request) => {
      const { name, bytes } = await readUpload(request, { maxBytes: uploadLimits.bytes });
      const read = await readUploadedContract({ name, bytes });
      if (!read.ok) return no(refusals, read.code);
      const document = request.query.kind ? { ...read.document, kind: request.query.kind } : read.document;
      const result = await handlers.run(memberOf(request), { source: 'documents', documents: [document] });
      return answer(result, refusals, (audited) => ({
        ...body(audited),
        pages: read.pages && { ...read.pages, withoutText: [...read.pages.withoutText] },
        cutAt: read.cutAt,
      }));
    },
  );

  app.post(
    '/audits/report',
    {
      bodyLimit,
      schema: { tags, summary: 'Le rapport d’audit, en PDF ; rien n’est conservé', body: ReportBody },
      config: readers,
    },
    async (request, reply) => {
      const printed = await handlers.print(memberOf(request), request.body as never);
      if (!printed.ok) return answer(printed, refusals, null);
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="audit.pdf"')
        .send(Buffer.from(printed.bytes));
    },
  );

  app.post(
    '/audits/filings',
    {
      bodyLimit,
      schema: {
        tags,
        summary: 'Classer l’audit au dossier : le rapport, le texte lu et les risques acceptés',
        body: FilingBody,
        response: { 201: z.object({ id: z.uuid(), documentId: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) =>
      reply.code(201).send(
        answer(await handlers.file(memberOf(request), request.body as never), refusals, ({ id, documentId }) => ({
          id,
          documentId,
        })),
      ),
  );

  app.get(
    '/audits',
    {
      schema: {
        tags,
        summary: 'Les audits classés, les plus récents d’abord',
        response: { 200: z.object({ audits: z.array(FiledLine) }), ...usualAnswers },
      },
      config: readers,
    },
    async (request) => ({
      audits: (await handlers.read.list(memberOf(request))).map(({ documents: _, findings, accepted, ...line }) => ({
        ...line,
        findings: findings.length,
        accepted: accepted.length,
      })),
    }),
  );

  app.get(
    '/audits/:id',
    {
      schema: {
        tags,
        summary: 'Un audit classé, avec le texte qui a été lu',
        params: z.object({ id: idParam<string>() }),
        response: {
          200: AuditBody.extend({
            title: z.string(),
            documentId: z.uuid(),
            accepted: z.array(z.object({ key: z.string(), reason: z.string() })),
          }),
          ...usualAnswers,
        },
      },
      config: readers,
    },
    async (request) => {
      const filed = (await handlers.read.one(memberOf(request), request.params.id)) ?? no(refusals, 'unknown_audit');
      const { documents, findings, filedAt, title, documentId, accepted } = filed;
      return {
        ...body({ documents, findings, score: scoreOf(findings), auditedAt: filedAt }),
        title,
        documentId,
        accepted: [...accepted],
      };
    },
  );

  app.get(
    '/audits/model-clauses/:clauseId',
    {
      schema: {
        tags,
        summary: 'Une clause type en toutes lettres, à reprendre dans un autre contrat',
        params: z.object({ clauseId: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
        response: {
          200: z.object({
            id: z.string(),
            title: z.string(),
            summary: z.string(),
            text: z.string(),
            sources: z.array(z.string()),
          }),
          ...usualAnswers,
        },
      },
      config: readers,
    },
    async (request) =>
      answer(await handlers.clause(memberOf(request), request.params.clauseId), refusals, ({ ok: _, ...clause }) => clause),
  );
};
