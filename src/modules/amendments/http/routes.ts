import { z } from 'zod';
import { answer, memberOf, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { MissionId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { ClauseOperation, type DraftTerms } from '../../contracts/index.ts';
import type { withdrawAmendmentHandler } from '../app/answer-amendment.ts';
import type { answerRequestHandler, askForChangeHandler } from '../app/change-requests.handler.ts';
import type {
  discardDraftHandler,
  draftAmendmentHandler,
  rebaseDraftHandler,
  saveDraftHandler,
} from '../app/draft-amendment.handler.ts';
import type { amendmentDetail, amendmentFile, contractLifeOf } from '../app/read-amendments.ts';
import type { sendAmendmentHandler } from '../app/send-amendment.handler.ts';
import type { AmendmentId } from '../domain/amendment.ts';
import { type ChangeRequestId, requestKinds } from '../domain/change-request.ts';
import { refusals } from '../refusals.ts';
import { AmendmentBody, ContractLifeBody } from './schemas.ts';

export type AmendmentHandlers = {
  life: ReturnType<typeof contractLifeOf>;
  detail: ReturnType<typeof amendmentDetail>;
  file: ReturnType<typeof amendmentFile>;
  draft: ReturnType<typeof draftAmendmentHandler>;
  save: ReturnType<typeof saveDraftHandler>;
  discard: ReturnType<typeof discardDraftHandler>;
  rebase: ReturnType<typeof rebaseDraftHandler>;
  send: ReturnType<typeof sendAmendmentHandler>;
  withdraw: ReturnType<typeof withdrawAmendmentHandler>;
  ask: ReturnType<typeof askForChangeHandler>;
  answer: ReturnType<typeof answerRequestHandler>;
};

const missionParams = z.object({ id: idParam<MissionId>() });
const params = z.object({ id: idParam<AmendmentId>() });
const done = z.object({ status: z.literal('done') });
const tags = ['Avenants'];
const readers = ['owner', 'reader', 'client'] as const;
const reader = (request: Parameters<typeof someoneOf>[0]) => {
  const actor = someoneOf(request);
  return actor.kind === 'signer' ? no(refusals, 'unknown_mission') : actor;
};

export const amendmentRoutes = (handlers: AmendmentHandlers) => async (app: App) => {
  app.get(
    '/missions/:id/amendments',
    {
      schema: {
        tags,
        summary: 'La vie du contrat : versions, avenants, demandes hors périmètre',
        params: missionParams,
        response: { 200: ContractLifeBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'reader', 'client'] },
    },
    async (request) => (await handlers.life(reader(request), request.params.id)) ?? no(refusals, 'unknown_mission'),
  );

  app.post(
    '/missions/:id/amendments',
    {
      schema: {
        tags,
        summary: 'Préparer un avenant sur les conditions en vigueur',
        params: missionParams,
        body: z.object({ subject: z.string().trim().max(200).default('') }),
        response: { 201: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const decision = await handlers.draft(memberOf(request), { missionId: request.params.id, subject: request.body.subject });
      return reply.code(201).send(answer(decision, refusals, ({ amendmentId }) => ({ id: amendmentId })));
    },
  );

  app.get(
    '/amendments/:id',
    {
      schema: { tags, summary: 'Un avenant et ce qu’il change', params, response: { 200: AmendmentBody, ...usualAnswers } },
      config: { allow: readers },
    },
    async (request) => (await handlers.detail(reader(request), request.params.id)) ?? no(refusals, 'unknown_amendment'),
  );

  app.put(
    '/amendments/:id/draft',
    {
      schema: {
        tags,
        summary: 'Enregistrer le brouillon',
        params,
        body: z.object({
          revision: z.int(),
          subject: z.string().trim().max(200),
          reason: z.string().trim().max(1000),
          effectiveAt: z.iso.datetime().nullable(),
          validUntil: z.iso.date().nullable(),
          draft: z.record(z.string(), z.unknown()),
          clauses: z.array(ClauseOperation).max(50).default([]),
        }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { draft, effectiveAt, validUntil, ...rest } = request.body;
      const command = {
        ...rest,
        amendmentId: request.params.id,
        draft: draft as DraftTerms,
        effectiveAt: effectiveAt === null ? null : (new Date(effectiveAt).toISOString() as Instant),
        validUntil: validUntil as CivilDate | null,
      };
      return answer(await handlers.save(memberOf(request), command), refusals, ({ revision }) => ({ revision }));
    },
  );

  app.post(
    '/amendments/:id/rebase',
    {
      schema: {
        tags,
        summary: 'Reprendre le brouillon sur les conditions en vigueur',
        params,
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.rebase(memberOf(request), { amendmentId: request.params.id }), refusals, ({ revision }) => ({
        revision,
      })),
  );

  app.post(
    '/amendments/:id/discard',
    {
      schema: { tags, summary: 'Écarter un brouillon', params, response: { 200: done, ...usualAnswers } },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.discard(memberOf(request), { amendmentId: request.params.id }), refusals, {
        status: 'done' as const,
      }),
  );

  app.post(
    '/amendments/:id/sending',
    {
      schema: {
        tags,
        summary: 'Envoyer l’avenant à la signature : il prend son numéro et ne change plus',
        params,
        response: { 200: z.object({ number: z.string(), signatureRequestId: z.string() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.send(memberOf(request), { amendmentId: request.params.id }),
        refusals,
        ({ number, signatureRequestId }) => ({ number, signatureRequestId }),
      ),
  );

  app.post(
    '/amendments/:id/withdrawal',
    {
      schema: {
        tags,
        summary: 'Retirer un avenant envoyé',
        params,
        body: z.object({ reason: z.string().max(500) }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.withdraw(memberOf(request), { amendmentId: request.params.id, reason: request.body.reason }),
        refusals,
        { status: 'done' as const },
      ),
  );

  for (const [path, which, summary] of [
    ['pdf', 'amendment', 'L’avenant en PDF, signé dès qu’il l’est'],
    ['consolidated', 'consolidated', 'La version consolidée du contrat, pour la lecture'],
  ] as const)
    app.get(
      `/amendments/:id/${path}`,
      { schema: { tags, summary, params }, config: { allow: readers } },
      async (request, reply) => {
        const found = await handlers.file(reader(request), request.params.id, which);
        if (!found.ok) return answer(found, refusals, null);
        return reply
          .type(found.mediaType)
          .header('content-disposition', `inline; filename="${found.name}"`)
          .send(Buffer.from(found.bytes));
      },
    );

  app.post(
    '/missions/:id/change-requests',
    {
      schema: {
        tags,
        summary: 'Demander ce qui n’est pas au contrat',
        params: missionParams,
        body: z.object({
          kind: z.enum(requestKinds),
          description: z.string().trim().max(2000),
          quantity: z.number().positive().max(100_000).nullable().default(null),
        }),
        response: { 201: z.object({ id: z.string(), replyBy: z.string() }), ...usualAnswers },
      },
      config: { allow: ['owner', 'client'] },
    },
    async (request, reply) => {
      const decision = await handlers.ask(reader(request), { missionId: request.params.id, ...request.body });
      return reply.code(201).send(answer(decision, refusals, ({ requestId, replyBy }) => ({ id: requestId, replyBy })));
    },
  );

  app.post(
    '/change-requests/:id/answer',
    {
      schema: {
        tags,
        summary: 'Répondre à une demande hors périmètre',
        params: z.object({ id: idParam<ChangeRequestId>() }),
        body: z.object({ answer: z.enum(['amendment', 'included', 'refused']), text: z.string().max(2000).default('') }),
        response: { 200: z.object({ amendmentId: z.string().nullable() }), ...usualAnswers },
      },
      config: { allow: ['owner', 'client'] },
    },
    async (request) =>
      answer(
        await handlers.answer(reader(request), { requestId: request.params.id, ...request.body }),
        refusals,
        ({ amendmentId }) => ({ amendmentId }),
      ),
  );
};
