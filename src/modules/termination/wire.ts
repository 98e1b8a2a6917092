import type { Wired } from '../../platform/http/types.ts';
import { onFact } from '../../platform/journal/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { EvidenceSource } from '../invoicing/queries.ts';
import type { MissionClosed } from '../missions/index.ts';
import { attestHandoverWork } from './app/attest-handover.job.ts';
import { calendarHandlers } from './app/calendar.handlers.ts';
import { handoverHandlers, openHandoverOf } from './app/handover.handlers.ts';
import { alarmSweep, takeEffectSweep } from './app/life.sweeps.ts';
import { readHandoverFile } from './app/read-handover-file.ts';
import { readLife, readNotice } from './app/read-life.ts';
import { resiliationHandlers } from './app/resiliation.handlers.ts';
import { sendNoticeWork } from './app/send-notice.job.ts';
import { serveNoticeHandler } from './app/serve-notice.handler.ts';
import { suspensionHandlers } from './app/suspension.handlers.ts';
import { closingRoutes } from './http/closing.routes.ts';
import { terminationRoutes } from './http/routes.ts';

/** A mission that closes, whatever the reason, opens its hand-over in the same transaction. */
const reactions = [onFact<MissionClosed>('MissionClosed', (tx, { missionId }) => openHandoverOf(tx, missionId))];

/** `evidence` is what the last invoice will rest on: the account between the parties is the same rule. */
export const wireTermination = ({ db, files, pdf, config }: Platform, evidence: EvidenceSource): Wired => ({
  routes: [
    terminationRoutes({
      ...resiliationHandlers({ db, evidence }),
      ...suspensionHandlers({ db }),
      readLife: readLife({ db, evidence }),
      readNotice: readNotice({ db }),
      serve: serveNoticeHandler({ db }),
    }),
    closingRoutes({
      ...calendarHandlers({ db, publicUrl: config.publicUrl }),
      handover: handoverHandlers({ db }),
      handoverFile: readHandoverFile({ db, files }),
    }),
  ],
  reactions,
  jobs: [sendNoticeWork({ pdf, files, publicUrl: config.publicUrl }), attestHandoverWork({ pdf, files })],
  sweeps: [takeEffectSweep, alarmSweep(config.publicUrl)],
});
