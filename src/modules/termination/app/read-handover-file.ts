import type { Database } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { handoverOf } from '../db/handovers.store.ts';
import type { HandoverItemKind } from '../domain/handover.ts';
import { type Asker, partyOf } from './asker.ts';
import { handoverFile } from './handover-files.ts';

/** An item’s file, for the provider who hands it over and for the client once it has been handed over. */
export const readHandoverFile =
  ({ db, files }: { db: Database; files: Files }) =>
  (actor: Asker, missionId: MissionId, item: HandoverItemKind) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const handover = await handoverOf(tx, missionId);
      if (!handover || (actor.kind === 'client' && handover.clientId !== actor.clientId)) return refuse('handover_not_open');
      const found = handover.items.find((one) => one.item === item);
      if (!found || (partyOf(actor) === 'client' && !found.deliveredAt)) return refuse('unknown_handover_item');
      if (found.destroyedAt) return refuse('handover_item_destroyed');
      const file = await handoverFile(tx, files, handover, item);
      return file ? { ok: true as const, ...file } : refuse('handover_nothing_to_give');
    });
