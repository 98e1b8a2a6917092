import { refuse } from '../../../shared/decision.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { importById, markWaiting } from '../db/imports.store.ts';
import { checkMapping } from '../domain/file/check-mapping.ts';
import { mayChooseMapping } from '../domain/importing/prospect-import.ts';
import { type Deps, type Insider, mayReach, within } from './deps.ts';
import { runImport } from './run-import.job.ts';

/** From here the file becomes prospects, in the background: the job is written in the same transaction as the decision. */
export const confirmImportHandler =
  (deps: Deps) =>
  (actor: Insider, { importId }: { importId: ImportId }) =>
    within(deps, actor, async (tx) => {
      const state = await importById(tx, importId, { lock: true });
      if (!state || !mayReach(actor, state.clientId)) return refuse('unknown_import');
      const decision = mayChooseMapping(state);
      if (!decision.ok) return decision;
      const checked = checkMapping(state.mapping, state.format.headings.length);
      if (!checked.ok) return checked;
      await markWaiting(tx, importId);
      await enqueue(tx, runImport, { importId }, { singletonKey: importId });
      announce(tx, { topic: `import:${importId}` });
      return { ok: true as const };
    });
