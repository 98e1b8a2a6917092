import { z } from 'zod';
import { answer, memberOf, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import { sse } from '../../../platform/http/sse.ts';
import type { App } from '../../../platform/http/types.ts';
import type { Live } from '../../../platform/live/index.ts';
import type { AttemptId, MissionId, ProspectId, RecordingId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Listener } from '../app/deps.ts';
import type { ByteRange, listenHandler, peaksHandler, Sound } from '../app/listen.ts';
import type { callDetail, missionCalls, missionGateLog, missionScripts } from '../app/read-calls.ts';
import type { approveScriptHandler, writeScriptHandler } from '../app/scripts.handler.ts';
import { refusals } from '../refusals.ts';
import { CallBody, CallDetailBody, InstantInput, OutcomeField, ScriptBody, VerdictBody } from './schemas.ts';

export type EvidenceHandlers = {
  callDetail: ReturnType<typeof callDetail>;
  missionCalls: ReturnType<typeof missionCalls>;
  missionGateLog: ReturnType<typeof missionGateLog>;
  missionScripts: ReturnType<typeof missionScripts>;
  writeScript: ReturnType<typeof writeScriptHandler>;
  approveScript: ReturnType<typeof approveScriptHandler>;
  listen: ReturnType<typeof listenHandler>;
  peaks: ReturnType<typeof peaksHandler>;
  live: Live;
};

const ofMission = z.object({ id: idParam<MissionId>() });
const ofAttempt = z.object({ id: idParam<AttemptId>() });
const ofRecording = z.object({ id: idParam<RecordingId>() });
const readers = { allow: ['owner', 'caller', 'reader', 'client'] as const };
const listeners = { allow: ['owner', 'caller', 'reader', 'client', 'signer'] as const };
const page = z.object({ before: InstantInput.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) });
const tags = ['Appels'];

/** What calls leave behind: lists, verdicts, sound, scripts. A client sees its own missions only. */
export const evidenceRoutes = (handlers: EvidenceHandlers) => async (app: App) => {
  const listener = (request: Parameters<typeof someoneOf>[0]): Listener => {
    const actor = someoneOf(request);
    return actor.kind === 'signer' ? no(refusals, 'unknown_attempt') : actor;
  };

  app.get(
    '/attempts/:id',
    {
      schema: {
        tags,
        summary: 'Un appel : événements, critères, verdict, enregistrement',
        params: ofAttempt,
        response: { 200: CallDetailBody, ...usualAnswers },
      },
      config: readers,
    },
    async (request) =>
      ((await handlers.callDetail(listener(request), request.params.id)) ?? no(refusals, 'unknown_attempt')) as never,
  );

  app.get(
    '/attempts/:id/events',
    { schema: { tags, summary: 'Le même appel, en direct (SSE)', params: ofAttempt }, config: readers },
    async (request, reply) => {
      const actor = listener(request);
      const { id } = request.params;
      if (!(await handlers.callDetail(actor, id))) return no(refusals, 'unknown_attempt');
      sse(request, reply, {
        live: handlers.live,
        tenantId: actor.tenantId,
        topics: [`call:${id}`],
        read: () => handlers.callDetail(actor, id),
        everySeconds: 5,
      });
    },
  );

  app.get(
    '/missions/:id/calls',
    {
      schema: {
        tags,
        summary: 'Appels de la mission, les plus récents d’abord',
        params: ofMission,
        querystring: page.extend({
          callerId: idParam<UserId>().optional(),
          prospectId: idParam<ProspectId>().optional(),
          outcome: OutcomeField.optional(),
        }),
        response: { 200: z.object({ calls: z.array(CallBody) }), ...usualAnswers },
      },
      config: readers,
    },
    async (request) => {
      const { before, ...filter } = request.query;
      return answer(
        await handlers.missionCalls(listener(request), request.params.id, { ...filter, before: before as Instant | undefined }),
        refusals,
        ({ calls }) => ({ calls }),
      );
    },
  );

  app.get(
    '/missions/:id/gate-log',
    {
      schema: {
        tags,
        summary: 'Journal du contrôle avant appel : chaque verdict et son article',
        params: ofMission,
        querystring: page.extend({ refused: z.stringbool().default(false) }),
        response: { 200: z.object({ verdicts: z.array(VerdictBody) }), ...usualAnswers },
      },
      config: readers,
    },
    async (request) => {
      const { before, refused, limit } = request.query;
      return answer(
        await handlers.missionGateLog(listener(request), request.params.id, {
          onlyRefused: refused,
          before: before as Instant | undefined,
          limit,
        }),
        refusals,
        ({ verdicts }) => ({ verdicts }),
      ) as never;
    },
  );

  const ScriptsBody = z.object({
    versions: z.array(ScriptBody),
    currentVersion: z.number().nullable(),
    required: z.boolean(),
    approvedByClient: z.boolean(),
  });
  app.get(
    '/missions/:id/script',
    {
      schema: {
        tags,
        summary: 'Script de la mission et ses versions',
        params: ofMission,
        response: { 200: ScriptsBody, ...usualAnswers },
      },
      config: readers,
    },
    async (request) =>
      answer(await handlers.missionScripts(listener(request), request.params.id), refusals, ({ ok: _, ...scripts }) => scripts),
  );

  app.put(
    '/missions/:id/script',
    {
      schema: {
        tags,
        summary: 'Écrire une nouvelle version du script',
        params: ofMission,
        body: z.object({ body: z.string().trim().min(1).max(20_000) }),
        response: { 200: z.object({ version: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.writeScript(memberOf(request), { missionId: request.params.id, body: request.body.body }),
        refusals,
        ({ version }) => ({ version }),
      ),
  );

  app.post(
    '/missions/:id/script/:version/approval',
    {
      schema: {
        tags,
        summary: 'Valider une version du script (par le client, ou déclaré par le prestataire)',
        params: ofMission.extend({ version: z.coerce.number().int().positive() }),
        response: { 200: z.object({ evidence: z.enum(['client', 'declared']) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'client'] },
    },
    async (request) =>
      answer(
        await handlers.approveScript(listener(request), { missionId: request.params.id, version: request.params.version }),
        refusals,
        ({ evidence }) => ({ evidence }),
      ),
  );

  app.get(
    '/recordings/:id/audio',
    {
      schema: {
        tags,
        summary: 'Écouter : lecture par parties, chaque écoute est consignée',
        params: ofRecording,
        querystring: z.object({ format: z.enum(['ogg', 'wav']).optional(), as: z.string().optional() }),
      },
      config: listeners,
    },
    async (request, reply) => {
      const asked = request.headers.range;
      const range = (sound: Sound) => readRange(asked, sound.byteLength);
      const opened = await handlers.listen(someoneOf(request), {
        recordingId: request.params.id,
        range,
        format: request.query.format,
      });
      if (!opened.ok && opened.code === 'range_not_satisfiable') return reply.code(416).send();
      if (!opened.ok) return answer(opened, refusals, null);
      const {
        bytes,
        sound,
        range: { from, to },
      } = opened;
      void reply.headers({
        'content-type': sound.mediaType,
        'accept-ranges': 'bytes',
        'cache-control': 'no-store',
        etag: `"${sound.sha256}"`,
        'content-disposition': 'inline',
      });
      if (asked === undefined) return reply.send(bytes);
      return reply.code(206).header('content-range', `bytes ${from}-${to}/${sound.byteLength}`).send(bytes);
    },
  );

  app.get(
    '/recordings/:id/peaks',
    {
      schema: {
        tags,
        summary: 'Forme d’onde des deux voix (20 points par seconde) ; null tant qu’elle se prépare',
        params: ofRecording,
        response: {
          200: z.object({
            peaks: z
              .object({
                pointsPerSecond: z.literal(20),
                durationMs: z.number(),
                caller: z.array(z.number()),
                prospect: z.array(z.number()),
              })
              .nullable(),
          }),
          ...usualAnswers,
        },
      },
      config: listeners,
    },
    async (request) =>
      answer(await handlers.peaks(someoneOf(request), { recordingId: request.params.id }), refusals, ({ peaks }) => ({
        peaks: peaks as never,
      })),
  );

  app.get(
    '/missions/:id/calls/live',
    { schema: { tags, summary: 'Derniers appels de la mission, en direct (SSE)', params: ofMission }, config: readers },
    async (request, reply) => {
      const actor = listener(request);
      const read = () => handlers.missionCalls(actor, request.params.id, { limit: 20 });
      if (!(await read()).ok) return no(refusals, 'unknown_mission');
      sse(request, reply, { live: handlers.live, tenantId: actor.tenantId, topics: [`mission:${request.params.id}`], read });
    },
  );
};

/** A single byte range (RFC 9110 §14); null when it lies outside the sound. Several ranges are answered by the first. */
export const readRange = (header: string | undefined, byteLength: number): ByteRange | null => {
  const last = byteLength - 1;
  const match = /^bytes=(\d*)-(\d*)/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return { from: 0, to: last };
  if (match[1] === '') return Number(match[2]) === 0 ? null : { from: Math.max(0, byteLength - Number(match[2])), to: last };
  const from = Number(match[1]);
  const to = match[2] === '' ? last : Math.min(Number(match[2]), last);
  return from > last || to < from ? null : { from, to };
};
