import { refuse } from '../../../shared/decision.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { importById, saveMapping } from '../db/imports.store.ts';
import { checkMapping } from '../domain/file/check-mapping.ts';
import type { ColumnMapping } from '../domain/file/fields.ts';
import { type ImportOptions, mayChooseMapping } from '../domain/importing/prospect-import.ts';
import { type Deps, type Insider, mayReach, within } from './deps.ts';

type ChooseMapping = { importId: ImportId; mapping: ColumnMapping; options: Partial<ImportOptions> };

/** The person says what each column holds, and how to treat the doubtful cases, before confirming. */
export const chooseMappingHandler =
  (deps: Deps) =>
  (actor: Insider, { importId, mapping, options }: ChooseMapping) =>
    within(deps, actor, async (tx) => {
      const state = await importById(tx, importId, { lock: true });
      if (!state || !mayReach(actor, state.clientId)) return refuse('unknown_import');
      const decision = mayChooseMapping(state);
      if (!decision.ok) return decision;
      const checked = checkMapping(mapping, state.format.headings.length);
      if (!checked.ok) return checked;
      await saveMapping(tx, importId, mapping, { ...state.options, ...options });
      return { ok: true as const };
    });
