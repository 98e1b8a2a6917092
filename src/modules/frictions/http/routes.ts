import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { idParam, InstantText, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { DossierId, FrictionId } from '../../../shared/ids.ts';
import type {
  noteFrictionHandler,
  reopenHandler,
  setAsideHandler,
  wordFrictionHandler,
} from '../app/answer-friction.handlers.ts';
import type { readFriction, readFrictions } from '../app/read-frictions.ts';
import { frictionOrigins, frictionRisks, frictionStates } from '../domain/friction.ts';
import { refusals } from '../refusals.ts';

export type FrictionHandlers = {
  frictions: ReturnType<typeof readFrictions>;
  friction: ReturnType<typeof readFriction>;
  note: ReturnType<typeof noteFrictionHandler>;
  word: ReturnType<typeof wordFrictionHandler>;
  setAside: ReturnType<typeof setAsideHandler>;
  reopen: ReturnType<typeof reopenHandler>;
};

const tags = ['Frictions'];
const params = z.object({ id: idParam<FrictionId>() });
const done = z.object({ state: z.enum(frictionStates) });
const readers = ['owner', 'reader'] as const;

const FrictionLine = z.object({
  id: z.uuid(),
  title: z.string(),
  risk: z.enum(frictionRisks),
  termPath: z.string().nullable(),
  state: z.enum(frictionStates),
  clause: z.object({ id: z.string(), version: z.number() }).nullable(),
  clauseTitle: z.string().nullable(),
  setAsideReason: z.string().nullable(),
  firstSeenAt: InstantText,
  lastSeenAt: InstantText,
  origins: z.array(z.enum(frictionOrigins)),
  clients: z.number(),
  weight: z.number(),
  deservesClause: z.boolean(),
});
const FrictionBody = FrictionLine.extend({
  occurrences: z.array(
    z.object({
      origin: z.enum(frictionOrigins),
      at: InstantText,
      words: z.string(),
      ref: z.string().nullable(),
      dossierId: z.uuid().nullable(),
      missionId: z.uuid().nullable(),
      clientName: z.string().nullable(),
    }),
  ),
  nearClauses: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string() })),
});

export const frictionRoutes = (handlers: FrictionHandlers) => async (app: App) => {
  app.get(
    '/frictions',
    {
      schema: {
        tags,
        summary: 'Les points de friction, ceux qui attendent leur clause d’abord',
        response: { 200: z.object({ frictions: z.array(FrictionLine) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => ({ frictions: await handlers.frictions(memberOf(request)) }),
  );

  app.get(
    '/frictions/:id',
    {
      schema: {
        tags,
        summary: 'Un point de friction, et chaque fois qu’il s’est montré',
        params,
        response: { 200: FrictionBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => (await handlers.friction(memberOf(request), request.params.id)) ?? no(refusals, 'unknown_friction'),
  );

  app.post(
    '/frictions',
    {
      schema: {
        tags,
        summary: 'Noter un malentendu rencontré',
        body: z.object({
          title: z.string().trim().min(1).max(200),
          risk: z.enum(frictionRisks),
          story: z.string().trim().min(1).max(2000),
          dossierId: idParam<DossierId>().nullable().default(null),
        }),
        response: { 201: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(answer(await handlers.note(memberOf(request), request.body), refusals, ({ frictionId }) => ({ id: frictionId }))),
  );

  app.post(
    '/frictions/:id/clause',
    {
      schema: {
        tags,
        summary: 'Dire quelle clause répond au point de friction',
        params,
        body: z.object({ clauseId: z.string().trim().min(1).max(100) }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.word(memberOf(request), { id: request.params.id, ...request.body }), refusals, ({ facts }) => ({
        state: facts.some(({ type }) => type === 'FrictionSettled') ? ('settled' as const) : ('worded' as const),
      })),
  );

  app.post(
    '/frictions/:id/setting-aside',
    {
      schema: {
        tags,
        summary: 'Écarter un point de friction, avec sa raison',
        params,
        body: z.object({ reason: z.string().max(500) }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.setAside(memberOf(request), { id: request.params.id, ...request.body }), refusals, {
        state: 'set_aside' as const,
      }),
  );

  app.post(
    '/frictions/:id/reopening',
    {
      schema: { tags, summary: 'Rouvrir un point de friction', params, response: { 200: done, ...usualAnswers } },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.reopen(memberOf(request), { id: request.params.id }), refusals, { state: 'open' as const }),
  );
};
