import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { documentHandlers } from './app/documents.handlers.ts';
import { readRelation } from './app/read-relation.ts';
import { readClientVigilance, readMissionVigilance, readVigilance } from './app/read-vigilance.ts';
import { remindVigilanceSweep } from './app/remind-vigilance.sweep.ts';
import { vigilanceRoutes } from './http/routes.ts';

export const wireVigilance = ({ db, files, pdf, config }: Platform): Wired => ({
  routes: [
    vigilanceRoutes({
      ...documentHandlers({ db, files, pdf }),
      read: readVigilance({ db }),
      readForClient: readClientVigilance({ db }),
      readForMission: readMissionVigilance({ db }),
      readRelation: readRelation({ db }),
    }),
  ],
  sweeps: [remindVigilanceSweep(config.publicUrl)],
});
