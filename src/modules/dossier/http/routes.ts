import { z } from 'zod';
import { answer, clientOf, memberOf, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, InstantText, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import type { DossierHandlers } from '../app/dossier.handlers.ts';
import type { clientSpaceHandlers } from '../app/client-space.handlers.ts';
import { factKinds } from '../domain/fact-kinds.ts';
import { documentKinds } from '../domain/document.ts';
import { refusals } from '../refusals.ts';

const params = z.object({ id: idParam<DossierId>() });
const tags = ['Dossier'];
const readers = ['owner', 'reader', 'client'] as const;

const readerOf = (request: Parameters<typeof someoneOf>[0]) => {
  const actor = someoneOf(request);
  return actor.kind === 'signer' ? no(refusals, 'unknown_dossier') : actor;
};

const JournalLine = z.object({
  seq: z.number(),
  kind: z.enum(factKinds),
  at: InstantText,
  type: z.string(),
  streamType: z.string(),
  streamId: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  body: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
const DocumentLine = z.object({
  documentId: z.uuid(),
  kind: z.enum(documentKinds),
  title: z.string(),
  sha256: z.string(),
  byteLength: z.number(),
  mediaType: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  replaces: z.uuid().nullable(),
  frozenAt: InstantText,
});
const FoundLine = z.object({
  source: z.enum(['document', 'mail', 'fact']),
  /** The document's id, the mail's id, or the fact's place in the journal. */
  sourceId: z.string(),
  at: InstantText,
  title: z.string(),
  snippet: z.array(z.object({ text: z.string(), found: z.boolean() })),
  /** The fact itself, to be told in a sentence. */
  entry: JournalLine.nullable(),
});
const ExchangeLine = z.object({
  mailId: z.string(),
  to: z.object({ email: z.string(), name: z.string().nullable() }),
  subject: z.string(),
  state: z.enum(['pending', 'sent', 'failed']),
  channel: z.enum(['smtp', 'outbox']).nullable(),
  failure: z.string().nullable(),
  confidential: z.boolean(),
  createdAt: InstantText,
  sentAt: InstantText.nullable(),
});
const BundleLine = z.object({
  id: z.uuid(),
  state: z.enum(['preparing', 'ready', 'failed']),
  done: z.number(),
  total: z.number(),
  sha256: z.string().nullable(),
  byteLength: z.number().nullable(),
  askedBy: z.string(),
  askedAt: InstantText,
  readyAt: InstantText.nullable(),
});

export const dossierRoutes = (handlers: DossierHandlers & ReturnType<typeof clientSpaceHandlers>) => async (app: App) => {
  app.get(
    '/dossiers/:id/timeline',
    {
      schema: {
        tags,
        summary: 'Le journal du dossier, du plus récent au plus ancien, par pages',
        params,
        querystring: z.object({
          kind: z.enum([...factKinds, 'essential', 'validations']).optional(),
          before: z.coerce.number().int().positive().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          200: z.object({
            total: z.number(),
            counts: z.record(z.enum(factKinds), z.number()),
            more: z.boolean(),
            entries: z.array(JournalLine),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(
        await handlers.timeline(readerOf(request), request.params.id, request.query),
        refusals,
        ({ ok: _, ...timeline }) => timeline,
      ),
  );

  app.get(
    '/dossiers/:id/verification',
    {
      schema: {
        tags,
        summary: 'La chaîne du journal, vérifiée du premier fait au dernier',
        params,
        response: { 200: z.object({ intact: z.boolean(), head: z.string(), total: z.number() }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(await handlers.verification(readerOf(request), request.params.id), refusals, ({ ok: _, ...chain }) => chain),
  );

  app.get(
    '/space',
    {
      schema: {
        tags,
        summary: 'L’espace du client : son dossier et son prestataire',
        response: {
          200: z.object({
            now: InstantText,
            dossierId: z.uuid(),
            client: z.object({ name: z.string() }),
            provider: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: ['client'] },
    },
    async (request) => handlers.space(clientOf(request)),
  );

  app.post(
    '/dossiers/:id/portal-link',
    {
      schema: {
        tags,
        summary: 'Envoyer au client le lien vers son espace',
        params,
        response: { 200: z.object({ sentTo: z.object({ name: z.string(), email: z.string() }) }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.sendPortalLink(memberOf(request), request.params.id), refusals, ({ sentTo }) => ({ sentTo })),
  );

  app.get(
    '/dossiers/:id/documents',
    {
      schema: {
        tags,
        summary: 'Les documents figés du dossier',
        params,
        response: { 200: z.object({ documents: z.array(DocumentLine) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(await handlers.documents(readerOf(request), request.params.id), refusals, ({ documents }) => ({ documents })),
  );

  app.get(
    '/dossiers/:id/search',
    {
      schema: {
        tags,
        summary: 'Chercher dans les documents, les échanges et les faits du dossier',
        params,
        querystring: z.object({ q: z.string().trim().min(1).max(200) }),
        response: { 200: z.object({ words: z.array(z.string()), results: z.array(FoundLine) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(
        await handlers.search(readerOf(request), request.params.id, request.query.q),
        refusals,
        ({ ok: _, ...found }) => found,
      ),
  );

  app.get(
    '/dossiers/:id/exchanges',
    {
      schema: {
        tags,
        summary: 'Les e-mails envoyés au sujet du dossier, du plus récent au plus ancien',
        params,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(20), before: InstantText.optional() }),
        response: { 200: z.object({ mails: z.array(ExchangeLine) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) =>
      answer(await handlers.exchanges(readerOf(request), request.params.id, request.query), refusals, ({ mails }) => ({
        mails: mails.map((mail) => ({
          mailId: mail.id,
          to: { email: mail.to_email, name: mail.to_name },
          subject: mail.subject,
          state: mail.state,
          channel: mail.channel,
          failure: mail.failure,
          confidential: mail.confidential,
          createdAt: mail.created_at,
          sentAt: mail.sent_at,
        })),
      })),
  );

  app.get(
    '/documents/:id/file',
    {
      schema: { tags, summary: 'Les octets d’un document', params: z.object({ id: idParam<DocumentId>() }) },
      config: { allow: readers },
    },
    async (request, reply) => {
      const file = await handlers.documentFile(readerOf(request), request.params.id);
      if (!file.ok) return answer(file, refusals, null);
      return reply
        .type(file.mediaType)
        .header('content-disposition', `inline; filename="${file.name}"`)
        .send(Buffer.from(file.bytes));
    },
  );

  app.get(
    '/dossiers/:id/bundles',
    {
      schema: {
        tags,
        summary: 'Les dossiers de preuve exportés, et leur avancement',
        params,
        response: { 200: z.object({ bundles: z.array(BundleLine) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(await handlers.bundles(readerOf(request), request.params.id), refusals, ({ bundles }) => ({ bundles })),
  );

  app.post(
    '/dossiers/:id/bundles',
    {
      schema: {
        tags,
        summary: 'Préparer le dossier de preuve',
        params,
        response: { 202: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(
          answer(await handlers.askBundle(readerOf(request), request.params.id), refusals, ({ bundleId }) => ({ id: bundleId })),
        ),
  );

  app.get(
    '/bundles/:id/zip',
    {
      schema: { tags, summary: 'Le dossier de preuve (zip)', params: z.object({ id: idParam<string>() }) },
      config: { allow: readers },
    },
    async (request, reply) => {
      const file = await handlers.bundleZip(readerOf(request), request.params.id);
      if (!file.ok) return answer(file, refusals, null);
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(Buffer.from(file.bytes));
    },
  );
};
