import { z } from 'zod';
import { answer, memberOf, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, InstantText, usualAnswers } from '../../../platform/http/schemas.ts';
import { sse } from '../../../platform/http/sse.ts';
import type { App } from '../../../platform/http/types.ts';
import type { Live } from '../../../platform/live/index.ts';
import type { MissionId, ReportId } from '../../../shared/ids.ts';
import type { readBoard } from '../app/read-board.ts';
import type { readMissionLines } from '../app/read-mission-lines.ts';
import type { ReportHandlers } from '../app/reports.handler.ts';
import { refusals } from '../refusals.ts';
import { BoardBody, MissionLineBody, ReportsBody } from './schemas.ts';

export type Handlers = ReportHandlers & {
  board: ReturnType<typeof readBoard>;
  missionLines: ReturnType<typeof readMissionLines>;
};

const params = z.object({ id: idParam<MissionId>() });
const tags = ['Pilotage'];
const readers = ['owner', 'caller', 'reader', 'client'] as const;

const readerOf = (request: Parameters<typeof someoneOf>[0]) => {
  const actor = someoneOf(request);
  return actor.kind === 'signer' ? no(refusals, 'unknown_mission') : actor;
};

/** The hour of reading alone is no news: the screen reads again only when a figure moved. */
const withoutClock = <Board extends { asOf: unknown }>(board: Board | null) => board && { ...board, asOf: undefined };

export const reportingRoutes = (handlers: Handlers, live: Live) => async (app: App) => {
  app.get(
    '/boards',
    {
      schema: {
        tags,
        summary: 'Les missions : volumes consommés, prochaine étape et son échéance',
        response: { 200: z.object({ now: InstantText, missions: z.array(MissionLineBody) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => handlers.missionLines(readerOf(request)),
  );

  app.get(
    '/missions/:id/board',
    {
      schema: {
        tags,
        summary: 'Tableau de bord : volumes, indicateurs avec numérateur et dénominateur',
        params,
        response: { 200: BoardBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => (await handlers.board(readerOf(request), request.params.id)) ?? no(refusals, 'unknown_mission'),
  );

  app.get(
    '/missions/:id/board/live',
    { schema: { tags, summary: 'Le tableau de bord en direct (SSE)', params }, config: { allow: readers } },
    async (request, reply) => {
      const actor = readerOf(request);
      const { id } = request.params;
      if (!(await handlers.board(actor, id))) return no(refusals, 'unknown_mission');
      sse(request, reply, {
        live,
        tenantId: actor.tenantId,
        topics: [`mission:${id}`],
        read: async () => withoutClock(await handlers.board(actor, id)),
      });
    },
  );

  app.get(
    '/missions/:id/reports',
    {
      schema: {
        tags,
        summary: 'Comptes rendus figés',
        params,
        response: {
          200: ReportsBody,
          ...usualAnswers,
        },
      },
      config: { allow: readers },
    },
    async (request) => (await handlers.list(readerOf(request), request.params.id)) ?? no(refusals, 'unknown_mission'),
  );

  app.post(
    '/missions/:id/final-report',
    {
      schema: {
        tags,
        summary: 'Établir le rapport final : ses chiffres sont figés',
        params,
        body: z.object({ notes: z.array(z.string().max(2000)).max(20).default([]) }),
        response: { 201: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          answer(
            await handlers.freezeFinal(memberOf(request), { missionId: request.params.id, notes: request.body.notes }),
            refusals,
            (frozen) => ({ id: frozen.reportId }),
          ),
        ),
  );

  app.get(
    '/reports/:id/pdf',
    {
      schema: { tags, summary: 'Le compte rendu en PDF', params: z.object({ id: idParam<ReportId>() }) },
      config: { allow: readers },
    },
    async (request, reply) => {
      const found = await handlers.pdf(readerOf(request), request.params.id);
      if (!found.ok) return answer(found, refusals, null);
      return reply
        .type(found.mediaType)
        .header('content-disposition', `inline; filename="${found.name}"`)
        .send(Buffer.from(found.bytes));
    },
  );
};
