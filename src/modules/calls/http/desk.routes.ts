import { z } from 'zod';
import { answer, memberOf } from '../../../platform/http/answer.ts';
import { idParam, InstantText, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import { scenarioNames } from '../../../platform/telephony/index.ts';
import type { AttemptId, MissionId, ProspectId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { addIceHandler, controlRecordingHandler, hangUpHandler, offerCallHandler } from '../app/connect-call.handler.ts';
import type { declareCallHandler } from '../app/declare-call.handler.ts';
import type { markCriterionHandler } from '../app/mark-criterion.handler.ts';
import type { keepProspectHandler, nextProspectHandler, passProspectHandler } from '../app/next-prospect.handler.ts';
import type { opposeHandler } from '../app/oppose.handler.ts';
import type { declareSessionHandler, startSessionHandler, stopSessionHandler } from '../app/production-sessions.handler.ts';
import type { deskState } from '../app/read-calls.ts';
import type { recordOutcomeHandler } from '../app/record-outcome.handler.ts';
import type { startCallHandler } from '../app/start-call.handler.ts';
import type { SessionRow } from '../db/sessions.store.ts';
import { refusals } from '../refusals.ts';
import { LineField, MarkBody, OutcomeAnswer, OutcomeInput, SessionBody, InstantInput } from './schemas.ts';

export type DeskHandlers = {
  deskState: ReturnType<typeof deskState>;
  nextProspect: ReturnType<typeof nextProspectHandler>;
  keepProspect: ReturnType<typeof keepProspectHandler>;
  passProspect: ReturnType<typeof passProspectHandler>;
  startCall: ReturnType<typeof startCallHandler>;
  offerCall: ReturnType<typeof offerCallHandler>;
  addIce: ReturnType<typeof addIceHandler>;
  hangUp: ReturnType<typeof hangUpHandler>;
  controlRecording: ReturnType<typeof controlRecordingHandler>;
  markCriterion: ReturnType<typeof markCriterionHandler>;
  recordOutcome: ReturnType<typeof recordOutcomeHandler>;
  oppose: ReturnType<typeof opposeHandler>;
  declareCall: ReturnType<typeof declareCallHandler>;
  startSession: ReturnType<typeof startSessionHandler>;
  stopSession: ReturnType<typeof stopSessionHandler>;
  declareSession: ReturnType<typeof declareSessionHandler>;
};

const ofMission = z.object({ id: idParam<MissionId>() });
const ofAttempt = z.object({ id: idParam<AttemptId>() });
const ofProspect = z.object({ id: idParam<ProspectId>() });
const config = { allow: ['owner', 'caller'] as const };
const done = z.object({ status: z.literal('done') });
const isDone = { status: 'done' as const };
// The desk and the prospect are shown whole: their shape is the modules' own.
const Anything = z.record(z.string(), z.unknown());
const tags = ['Appels'];

/** What a caller does all day: next, dial, talk, tick, qualify. */
export const deskRoutes = (handlers: DeskHandlers) => async (app: App) => {
  app.get(
    '/missions/:id/desk',
    {
      schema: {
        tags,
        summary: 'Poste d’appel : budgets, journée, critères, script',
        params: ofMission,
        response: { 200: Anything, ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(await handlers.deskState(memberOf(request), request.params.id), refusals, ({ ok: _, ...desk }) => desk),
  );

  app.post(
    '/missions/:id/next-prospect',
    {
      schema: {
        tags,
        summary: 'Fiche suivante, réservée à l’appelant, avec l’avis du contrôle',
        params: ofMission,
        response: { 200: Anything, ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.nextProspect(memberOf(request), { missionId: request.params.id }),
        refusals,
        ({ ok: _, ...next }) => next,
      ),
  );

  app.post(
    '/prospects/:id/lease',
    {
      schema: {
        tags,
        summary: 'Garder la fiche réservée',
        params: ofProspect,
        response: { 200: z.object({ until: InstantText }), ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(await handlers.keepProspect(memberOf(request), { prospectId: request.params.id }), refusals, ({ until }) => ({
        until,
      })),
  );

  app.delete(
    '/prospects/:id/lease',
    {
      schema: {
        tags,
        summary: 'Passer la fiche',
        params: ofProspect,
        response: { 200: z.object({ released: z.boolean() }), ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(await handlers.passProspect(memberOf(request), { prospectId: request.params.id }), refusals, ({ released }) => ({
        released,
      })),
  );

  app.post(
    '/attempts',
    {
      schema: {
        tags,
        summary: 'Appeler : le contrôle décide, son verdict est conservé (423 quand il refuse)',
        body: z.object({ missionId: idParam<MissionId>(), prospectId: idParam<ProspectId>(), line: LineField }),
        response: {
          201: z.object({
            id: z.uuid(),
            verdictId: z.uuid(),
            sentence: z.object({ fr: z.string(), en: z.string() }),
            /** What the line records: nothing, all of it, or what is started during the call. */
            recording: z.enum(['off', 'on', 'armed']),
            tel: z.string().nullable(),
          }),
          ...usualAnswers,
        },
      },
      config,
    },
    async (request, reply) => {
      const started = await handlers.startCall(memberOf(request), request.body);
      const body = answer(started, refusals, ({ attemptId, verdictId, sentences, recording, tel }) => ({
        id: attemptId,
        verdictId,
        sentence: sentences,
        recording,
        tel,
      }));
      return reply.code(201).send(body);
    },
  );

  app.post(
    '/attempts/:id/offer',
    {
      schema: {
        tags,
        summary: 'Proposer le son du navigateur (SDP) et recevoir la réponse',
        params: ofAttempt,
        body: z.object({ sdp: z.string().min(1).max(20_000), scenario: z.enum(scenarioNames).optional() }),
        response: { 200: z.object({ sdp: z.string() }), ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.offerCall(memberOf(request), { attemptId: request.params.id, ...request.body }),
        refusals,
        ({ sdp }) => ({ sdp }),
      ),
  );

  app.post(
    '/attempts/:id/ice',
    {
      schema: {
        tags,
        summary: 'Ajouter un chemin réseau (ICE)',
        params: ofAttempt,
        body: z.object({
          candidate: z
            .object({
              candidate: z.string().max(1000),
              sdpMid: z.string().nullable().optional(),
              sdpMLineIndex: z.number().nullable().optional(),
            })
            .nullable(),
        }),
        response: { 200: done, ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.addIce(memberOf(request), { attemptId: request.params.id, candidate: request.body.candidate as never }),
        refusals,
        isDone,
      ),
  );

  app.post(
    '/attempts/:id/hangup',
    { schema: { tags, summary: 'Raccrocher', params: ofAttempt, response: { 200: done, ...usualAnswers } }, config },
    async (request) => answer(await handlers.hangUp(memberOf(request), { attemptId: request.params.id }), refusals, isDone),
  );

  app.post(
    '/attempts/:id/recording',
    {
      schema: {
        tags,
        summary: 'Lancer, suspendre, reprendre ou refuser l’enregistrement',
        params: ofAttempt,
        body: z.object({ action: z.enum(['start', 'pause', 'resume', 'objected']), why: z.string().max(200).default('') }),
        response: { 200: done, ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.controlRecording(memberOf(request), { attemptId: request.params.id, ...request.body }),
        refusals,
        isDone,
      ),
  );

  app.post(
    '/attempts/:id/marks',
    {
      schema: {
        tags,
        summary: 'Cocher un critère signé au moment de l’appel',
        params: ofAttempt,
        body: MarkBody.extend({ momentSeconds: z.number().int().min(0).nullable().default(null) }),
        response: { 200: z.object({ marks: z.array(MarkBody) }), ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.markCriterion(memberOf(request), { attemptId: request.params.id, ...request.body }),
        refusals,
        ({ marks }) => ({ marks }),
      ),
  );

  app.post(
    '/attempts/:id/outcome',
    {
      schema: {
        tags,
        summary: 'Qualifier l’appel',
        params: ofAttempt,
        body: OutcomeInput.extend({ declaredTalkSeconds: z.number().int().min(0).max(14_400).nullable().default(null) }),
        response: { 200: OutcomeAnswer, ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(await handlers.recordOutcome(memberOf(request), request.params.id, request.body as never), refusals, outcomeAnswer),
  );

  app.post(
    '/attempts/:id/opposition',
    {
      schema: {
        tags,
        summary: 'Opposition : inscrite sur disque avant cette réponse',
        params: ofAttempt,
        body: z.object({ reason: z.string().max(500).default('') }),
        response: { 200: z.object({ opposedAt: InstantText }), ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.oppose(memberOf(request), { attemptId: request.params.id, reason: request.body.reason }),
        refusals,
        ({ opposedAt }) => ({ opposedAt }),
      ),
  );

  app.post(
    '/missions/:id/declared-calls',
    {
      schema: {
        tags,
        summary: 'Déclarer un appel passé ailleurs : le contrôle le juge à son heure',
        params: ofMission,
        body: z.object({
          prospectId: idParam<ProspectId>(),
          at: InstantInput,
          talkSeconds: z.number().int().min(0).max(14_400),
          callerId: idParam<UserId>().optional(),
          outcome: OutcomeInput,
        }),
        response: {
          201: z.object({ id: z.uuid(), verdictId: z.uuid(), appointmentId: z.uuid().nullable(), prospectStatus: z.string() }),
          ...usualAnswers,
        },
      },
      config,
    },
    async (request, reply) => {
      const { at, ...body } = request.body;
      const declared = await handlers.declareCall(memberOf(request), {
        missionId: request.params.id,
        at: at as Instant,
        ...body,
      } as never);
      return reply.code(201).send(
        answer(declared, refusals, ({ attemptId, verdictId, appointmentId, prospectStatus }) => ({
          id: attemptId,
          verdictId,
          appointmentId,
          prospectStatus,
        })),
      );
    },
  );

  app.post(
    '/missions/:id/production-sessions',
    {
      schema: {
        tags,
        summary: 'Commencer à produire, ou déclarer une session passée',
        params: ofMission,
        body: z
          .object({ startedAt: InstantInput, stoppedAt: InstantInput, callerId: idParam<UserId>().optional() })
          .partial()
          .default({}),
        response: { 201: SessionBody, ...usualAnswers },
      },
      config,
    },
    async (request, reply) => {
      const { startedAt, stoppedAt, callerId } = request.body;
      const missionId = request.params.id;
      const actor = memberOf(request);
      const isDeclared = startedAt !== undefined && stoppedAt !== undefined;
      const session = isDeclared
        ? await handlers.declareSession(actor, {
            missionId,
            startedAt: startedAt as Instant,
            stoppedAt: stoppedAt as Instant,
            callerId,
          })
        : await handlers.startSession(actor, { missionId });
      return reply.code(201).send(answer(session, refusals, ({ session: row }) => sessionBody(row)));
    },
  );

  app.patch(
    '/production-sessions/:id',
    {
      schema: {
        tags,
        summary: 'Arrêter la session de production',
        params: z.object({ id: z.uuid() }),
        body: z.object({ reason: z.string().max(200).default('') }).default({ reason: '' }),
        response: { 200: SessionBody, ...usualAnswers },
      },
      config,
    },
    async (request) =>
      answer(
        await handlers.stopSession(memberOf(request), { sessionId: request.params.id, reason: request.body.reason }),
        refusals,
        ({ session }) => sessionBody(session),
      ),
  );
};

const outcomeAnswer = ({
  fact,
  appointmentId,
  prospectStatus,
}: {
  fact: { code: string; answered: boolean; useful: boolean; argued: boolean; talkSeconds: number };
  appointmentId: string | null;
  prospectStatus: string;
}) => {
  const { code, answered, useful, argued, talkSeconds } = fact;
  return { code: code as never, answered, useful, argued, talkSeconds, appointmentId, prospectStatus };
};

const sessionBody = (row: Omit<SessionRow, 'tenant_id'>) => ({
  id: row.session_id,
  missionId: row.mission_id,
  callerId: row.caller_id,
  callerName: row.caller_name,
  startedAt: row.started_at,
  stoppedAt: row.stopped_at,
  minutes: row.minutes,
  evidence: row.evidence,
});
