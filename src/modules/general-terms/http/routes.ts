import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { CivilDateText, idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { ReadFile } from '../../../platform/files/index.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { publishEditionHandler } from '../app/publish-edition.handler.ts';
import type { editionFile, editionsFor, previewEdition, publicGeneralTerms } from '../app/read-editions.ts';
import type { GeneralTermsEdition } from '../domain/edition.ts';
import { refusals } from '../refusals.ts';

export type GeneralTermsHandlers = {
  editionsFor: ReturnType<typeof editionsFor>;
  previewEdition: ReturnType<typeof previewEdition>;
  editionFile: ReturnType<typeof editionFile>;
  publicGeneralTerms: ReturnType<typeof publicGeneralTerms>;
  publishEdition: ReturnType<typeof publishEditionHandler>;
};

const tags = ['Conditions générales'];
const EditionBody = z.object({
  edition: z.number(),
  publishedOn: CivilDateText,
  note: z.string(),
  contentSha256: z.string(),
  fileSha256: z.string(),
});
const DraftTermsBody = z.record(z.string(), z.unknown());
const editionBody = ({ edition, publishedOn, note, contentSha256, file }: GeneralTermsEdition) => ({
  edition,
  publishedOn,
  note,
  contentSha256,
  fileSha256: file.sha256,
});
const sendPdf = (reply: FastifyReply, { bytes, name, sha256 }: ReadFile) =>
  reply
    .type('application/pdf')
    .header('etag', `"${sha256}"`)
    .header('cache-control', 'no-cache')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes));

export const generalTermsRoutes = (handlers: GeneralTermsHandlers) => async (app: App) => {
  app.get(
    '/general-terms',
    {
      schema: {
        tags,
        summary: 'Les éditions des conditions générales, celle en vigueur d’abord',
        response: { 200: z.object({ editions: z.array(EditionBody), next: DraftTermsBody }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => {
      const { editions, next } = await handlers.editionsFor(memberOf(request));
      return { editions: editions.map(editionBody), next: next as Record<string, unknown> };
    },
  );

  app.post(
    '/general-terms',
    {
      schema: {
        tags,
        summary: 'Publier une nouvelle édition : elle ne change plus et sera annexée à chaque document envoyé',
        body: z.object({ draft: DraftTermsBody, note: z.string().max(500), after: z.int().min(0) }),
        response: { 201: z.object({ edition: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const { draft, note, after } = request.body;
      const decision = await handlers.publishEdition(memberOf(request), { draft: draft as DraftTerms, note, after });
      return reply.code(201).send(answer(decision, refusals, ({ edition }) => ({ edition })));
    },
  );

  app.post(
    '/general-terms/preview',
    {
      schema: {
        tags,
        summary: 'Aperçu de la prochaine édition, sans la publier',
        body: z.object({ draft: DraftTermsBody }),
        response: { 200: z.object({ parts: z.array(z.record(z.string(), z.unknown())) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => {
      const parts = await handlers.previewEdition(memberOf(request), request.body.draft as DraftTerms);
      return { parts: parts.map((part) => ({ ...part })) };
    },
  );

  app.get(
    '/general-terms/:edition/document',
    {
      schema: {
        tags,
        summary: 'Une édition, en PDF, en vigueur ou remplacée',
        params: z.object({ edition: z.coerce.number().int().positive() }),
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request, reply) => {
      const found = await handlers.editionFile(memberOf(request), request.params.edition);
      return found ? sendPdf(reply, found.file) : no(refusals, 'unknown_edition');
    },
  );

  const params = z.object({ organisationId: idParam<TenantId>() });
  app.get(
    '/public/general-terms/:organisationId',
    {
      schema: {
        tags,
        summary: 'Les conditions générales en vigueur d’un professionnel, pour qui les demande (C. com. L441-1)',
        params,
        response: { 200: EditionBody.extend({ publisher: z.string() }), ...usualAnswers },
      },
      config: { allow: ['public'], perMinute: 60 },
    },
    async (request) => {
      const found = await handlers.publicGeneralTerms(request.params.organisationId);
      return found ? { ...editionBody(found.edition), publisher: found.publisher } : no(refusals, 'no_edition');
    },
  );

  app.get(
    '/public/general-terms/:organisationId/document',
    {
      schema: { tags, summary: 'Les mêmes, en PDF', params },
      config: { allow: ['public'], perMinute: 60 },
    },
    async (request, reply) => {
      const found = await handlers.publicGeneralTerms(request.params.organisationId);
      return found ? sendPdf(reply, found.file) : no(refusals, 'no_edition');
    },
  );
};
