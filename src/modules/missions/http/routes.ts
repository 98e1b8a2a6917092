import { z } from 'zod';
import { answer, memberOf, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { DossierId, MissionId, UserId } from '../../../shared/ids.ts';
import type { admitCallerHandler } from '../app/admit-caller.handler.ts';
import type { changeMissionStatusHandler } from '../app/change-mission-status.handler.ts';
import type { missionDetail, missionsFor } from '../app/read-missions.ts';
import { refusals } from '../refusals.ts';
import { MissionBody, MissionDetailBody } from './schemas.ts';

export type MissionHandlers = {
  missionsFor: ReturnType<typeof missionsFor>;
  missionDetail: ReturnType<typeof missionDetail>;
  changeStatus: ReturnType<typeof changeMissionStatusHandler>;
  admitCaller: ReturnType<typeof admitCallerHandler>;
};

const params = z.object({ id: idParam<MissionId>() });
const done = z.object({ status: z.literal('done') });
const tags = ['Missions'];

export const missionRoutes = (handlers: MissionHandlers) => async (app: App) => {
  app.get(
    '/missions',
    {
      schema: {
        tags,
        summary: 'Missions, les plus récentes d’abord',
        querystring: z.object({ dossierId: idParam<DossierId>().optional() }),
        response: { 200: z.object({ missions: z.array(MissionBody) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'reader', 'client'] },
    },
    async (request) => ({ missions: await handlers.missionsFor(someoneOf(request), request.query) }),
  );

  app.get(
    '/missions/:id',
    {
      schema: {
        tags,
        summary: 'Une mission, ses appelants et ses conditions en vigueur',
        params,
        response: { 200: MissionDetailBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'reader', 'client'] },
    },
    async (request) => (await handlers.missionDetail(someoneOf(request), request.params.id)) ?? no(refusals, 'unknown_mission'),
  );

  for (const [path, verb, summary] of [
    ['pause', 'pause', 'Mettre la mission en pause : plus aucun appel'],
    ['resumption', 'resume', 'Reprendre la mission'],
    ['closure', 'close', 'Clôturer la mission'],
  ] as const)
    app.post(
      `/missions/:id/${path}`,
      {
        schema: {
          tags,
          summary,
          params,
          body: z.object({ reason: z.string().max(500).default('') }),
          response: { 200: done, ...usualAnswers },
        },
        config: { allow: verb === 'close' ? ['owner'] : ['owner', 'client'] },
      },
      async (request) => {
        const actor = someoneOf(request);
        if (actor.kind === 'signer') return no(refusals, 'unknown_mission');
        return answer(
          await handlers.changeStatus(actor, { missionId: request.params.id, verb, reason: request.body.reason }),
          refusals,
          { status: 'done' as const },
        );
      },
    );

  app.post(
    '/missions/:id/callers',
    {
      schema: {
        tags,
        summary: 'Admettre un appelant sur la mission',
        params,
        body: z.object({ userId: idParam<UserId>() }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.admitCaller(memberOf(request), { missionId: request.params.id, userId: request.body.userId }),
        refusals,
        { status: 'done' as const },
      ),
  );
};
