import { refuse } from '../../../shared/decision.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { lockMissionFile } from '../db/import-batch.store.ts';
import { importById, lockUndoable, markUndone, removeUncalled } from '../db/imports.store.ts';
import { undoImport } from '../domain/importing/prospect-import.ts';
import type { ProspectsImportUndone } from '../domain/prospect-facts.ts';
import { type Deps, type Insider, mayReach, within } from './deps.ts';

/** Takes an import back: its prospects that nobody called leave the mission, the others stay and are counted. */
export const undoImportHandler =
  (deps: Deps) =>
  (actor: Insider, { importId }: { importId: ImportId }) =>
    within(deps, actor, async (tx) => {
      const state = await importById(tx, importId, { lock: true });
      if (!state || !mayReach(actor, state.clientId)) return refuse('unknown_import');
      await lockMissionFile(tx, state.missionId);
      const decision = undoImport(state, await lockUndoable(tx, importId));
      if (!decision.ok) return decision;
      const { kept } = decision;
      const removed = await removeUncalled(tx, importId);
      await markUndone(tx, importId, { removed, kept });
      const fact: ProspectsImportUndone = { type: 'ProspectsImportUndone', importId, missionId: state.missionId, removed, kept };
      await recordFacts(tx, { dossierId: state.dossierId, stream: { type: 'import', id: importId }, facts: [fact] });
      announce(tx, { topic: `mission:${state.missionId}` });
      return { ok: true as const, removed, kept };
    });
