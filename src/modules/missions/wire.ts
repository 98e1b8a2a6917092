import type { Wired } from '../../platform/http/types.ts';
import { onFact } from '../../platform/journal/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { resolveOptions } from '../contracts/index.ts';
import { quoteById } from '../quotes/queries.ts';
import type { QuoteSigned } from '../quotes/index.ts';
import { admitCallerHandler } from './app/admit-caller.handler.ts';
import { changeMissionStatusHandler } from './app/change-mission-status.handler.ts';
import { openMissionHandler } from './app/open-mission.handler.ts';
import { missionDetail, missionsFor } from './app/read-missions.ts';
import { missionRoutes } from './http/routes.ts';

/** A mission opens from signed terms and only from them, in the transaction of the last signature. */
const reactions = [
  onFact<QuoteSigned>('QuoteSigned', async (tx, { quoteId, signedAt, chosenOptions }) => {
    const quote = (await quoteById(tx, quoteId))!;
    await openMissionHandler(tx, {
      quoteId,
      dossierId: quote.dossierId,
      clientId: quote.clientId,
      content: resolveOptions(quote.frozen!.content, chosenOptions ?? []),
      signedAt,
    });
  }),
];

export const wireMissions = ({ db }: Platform): Wired => ({
  routes: [
    missionRoutes({
      missionsFor: missionsFor({ db }),
      missionDetail: missionDetail({ db }),
      changeStatus: changeMissionStatusHandler({ db }),
      admitCaller: admitCallerHandler({ db }),
    }),
  ],
  reactions,
});
