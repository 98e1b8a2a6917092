import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { answer, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import { sse } from '../../../platform/http/sse.ts';
import type { App } from '../../../platform/http/types.ts';
import type { Live } from '../../../platform/live/index.ts';
import { refusalSentence } from '../../../shared/refusal.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { comparisonPdf, compareRevisions } from '../app/compare-revisions.ts';
import { type answerThread, type openItem, topicOf } from '../app/discuss.handlers.ts';
import type { listDiscussions } from '../app/list-discussions.ts';
import type { readArticle, readDiscussion } from '../app/read-discussion.ts';
import type { readRevision } from '../app/read-revision.ts';
import type { sendRevision } from '../app/send-revision.ts';
import { frameworkRefusals } from '../../frameworks/index.ts';
import { quoteRefusals } from '../../quotes/index.ts';
import type { Proposal } from '../domain/negotiation.ts';
import { refusals } from '../refusals.ts';
import { AnswerBody, ArticleBody, ComparisonBody, DiscussionBody, DiscussionLine, OpeningBody } from './schemas.ts';

export type NegotiationHandlers = {
  listDiscussions: ReturnType<typeof listDiscussions>;
  readDiscussion: ReturnType<typeof readDiscussion>;
  readArticle: ReturnType<typeof readArticle>;
  openItem: ReturnType<typeof openItem>;
  answerThread: ReturnType<typeof answerThread>;
  readRevision: ReturnType<typeof readRevision>;
  sendRevision: ReturnType<typeof sendRevision>;
  compareRevisions: ReturnType<typeof compareRevisions>;
  comparisonPdf: ReturnType<typeof comparisonPdf>;
};

const params = z.object({ type: z.enum(['quote', 'framework']), id: idParam<string>() });
const itemParams = params.extend({ itemId: idParam<string>() });
const revisionNumber = z.coerce.number().int().min(1);
const tags = ['Négociation'];
const parties = ['owner', 'client', 'signer'] as const;
const readers = ['owner', 'reader', 'client', 'signer'] as const;

/** The module that makes the revision says why it cannot, in its own words. */
const refusalsOf = {
  quote: { ...frameworkRefusals, ...quoteRefusals },
  framework: { ...quoteRefusals, ...frameworkRefusals },
};

type Can = Record<string, { allowed: boolean; code?: string; details?: Record<string, unknown> | undefined }>;
/** Each "no" carries its sentence, in the reader's language. */
const explained = (can: Can, language: FastifyRequest['language']) =>
  Object.fromEntries(
    Object.entries(can).map(([verb, { allowed, code, details }]) => [
      verb,
      code
        ? { allowed, code, message: refusalSentence(refusals[code as keyof typeof refusals], language, details) }
        : { allowed },
    ]),
  );

export const negotiationRoutes = (handlers: NegotiationHandlers, live: Live) => async (app: App) => {
  app.get(
    '/negotiations',
    {
      schema: {
        tags,
        summary: 'Les documents qui se discutent, et ce qui attend ma réponse',
        response: { 200: z.object({ discussions: z.array(DiscussionLine) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request) => {
      const actor = someoneOf(request);
      return { discussions: actor.kind === 'signer' ? [] : await handlers.listDiscussions(actor) };
    },
  );

  app.get(
    '/negotiations/:type/:id',
    {
      schema: {
        tags,
        summary: 'Ce qui se discute sur un document : remarques, propositions, réponses, révisions',
        params,
        response: { 200: DiscussionBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(await handlers.readDiscussion(someoneOf(request), request.params), refusals, ({ discussion }) => ({
        ...discussion,
        clauses: [...discussion.clauses],
        terms: discussion.terms.map((term) => ({ ...term, field: term.field as Record<string, unknown> })),
        items: discussion.items.map((item) => ({ ...item, can: explained(item.can as Can, request.language) })),
      })),
  );

  app.get(
    '/negotiations/:type/:id/articles/:clauseId',
    {
      schema: {
        tags,
        summary: 'Un article phrase par phrase : ce qui peut être réécrit, et les conditions qu’il écrit',
        params: params.extend({ clauseId: z.string().max(100) }),
        response: { 200: ArticleBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => {
      const { clauseId, ...subject } = request.params;
      return answer(await handlers.readArticle(someoneOf(request), subject, clauseId), refusals, ({ article }) => article);
    },
  );

  app.post(
    '/negotiations/:type/:id/items',
    {
      schema: {
        tags,
        summary: 'Ouvrir une remarque ou proposer un changement, avec sa raison',
        params,
        body: OpeningBody,
        response: { 201: z.object({ id: z.string() }), ...usualAnswers },
      },
      config: { allow: parties },
    },
    async (request, reply) => {
      const { target, text, proposal } = request.body;
      const opened = await handlers.openItem(someoneOf(request), request.params, {
        target,
        text,
        proposal: proposal as Proposal | null,
      });
      return reply.code(201).send(answer(opened, refusals, ({ itemId }) => ({ id: itemId })));
    },
  );

  app.post(
    '/negotiations/:type/:id/items/:itemId/answers',
    {
      schema: {
        tags,
        summary: 'Répondre : commenter, contre-proposer, accepter, décliner, retirer, reprendre sa réponse',
        params: itemParams,
        body: AnswerBody,
        response: { 200: z.object({ status: z.string() }), ...usualAnswers },
      },
      config: { allow: parties },
    },
    async (request) => {
      const { itemId, ...subject } = request.params;
      const { proposal, ...said } = request.body;
      const answered = await handlers.answerThread(someoneOf(request), subject, itemId, {
        ...said,
        proposal: proposal as Proposal | null,
      });
      return answer(answered, refusals, ({ status }) => ({ status }));
    },
  );

  app.post(
    '/negotiations/:type/:id/revisions',
    {
      schema: {
        tags,
        summary: 'Établir la révision suivante avec les changements acceptés, et l’envoyer à la signature',
        params,
        body: z.object({ validUntil: z.iso.date().optional() }),
        response: { 200: z.object({ revision: z.number(), signatureRequestId: z.string() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.sendRevision(someoneOf(request), request.params, {
          validUntil: request.body.validUntil as CivilDate | undefined,
        }),
        { ...refusalsOf[request.params.type], ...refusals },
        ({ revision, signatureRequestId }) => ({ revision, signatureRequestId }),
      ),
  );

  app.get(
    '/negotiations/:type/:id/revisions/:revision/document',
    {
      schema: {
        tags,
        summary: 'Une révision telle qu’elle a été envoyée, même remplacée (PDF)',
        params: params.extend({ revision: revisionNumber }),
      },
      config: { allow: readers },
    },
    async (request, reply) => {
      const { revision, ...subject } = request.params;
      const read = await handlers.readRevision(someoneOf(request), subject, revision);
      if (!read.ok) return answer(read, refusals, null);
      return reply
        .type(read.file.mediaType)
        .header('content-disposition', `inline; filename="${read.file.name}"`)
        .send(Buffer.from(read.file.bytes));
    },
  );

  app.get(
    '/negotiations/:type/:id/comparison',
    {
      schema: {
        tags,
        summary: 'Ce qui change entre deux révisions ; « next » est celle que feraient les changements acceptés',
        params,
        querystring: z.object({ from: revisionNumber, to: z.union([z.literal('next'), revisionNumber]) }),
        response: { 200: ComparisonBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(
        await handlers.compareRevisions(someoneOf(request), request.params, request.query),
        refusals,
        ({ compared }) => structuredClone(compared) as z.input<typeof ComparisonBody>,
      ),
  );

  app.get(
    '/negotiations/:type/:id/comparison.pdf',
    {
      schema: {
        tags,
        summary: 'La comparaison de deux révisions (PDF)',
        params,
        querystring: z.object({ from: revisionNumber, to: revisionNumber }),
      },
      config: { allow: readers },
    },
    async (request, reply) => {
      const file = await handlers.comparisonPdf(someoneOf(request), request.params, request.query);
      if (!file.ok) return answer(file, refusals, null);
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${file.name}"`)
        .send(Buffer.from(file.bytes));
    },
  );

  app.get(
    '/negotiations/:type/:id/live',
    { schema: { tags, summary: 'La discussion en direct (SSE)', params }, config: { allow: readers } },
    async (request, reply) => {
      const actor = someoneOf(request);
      const subject = request.params;
      if (!(await handlers.readDiscussion(actor, subject)).ok) return no(refusals, 'unknown_negotiation');
      sse(request, reply, {
        live,
        tenantId: actor.tenantId,
        topics: [topicOf(subject)],
        read: async () => {
          const read = await handlers.readDiscussion(actor, subject);
          return read.ok ? read.discussion.items.map(({ id, version, includedIn }) => [id, version, includedIn]) : [];
        },
      });
    },
  );
};
