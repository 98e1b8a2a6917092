import type { Tx } from '../../../platform/db/index.ts';
import { versionsOfText } from '../db/library.store.ts';
import type { ClauseState } from '../domain/clause.ts';
import { builtInCatalog } from './built-in-catalog.ts';

/** Where a clause stands, drafts included: the organisation's own at its latest version, or one that comes with the product. */
export const clauseStanding = async (
  tx: Tx,
  id: string,
): Promise<{ id: string; version: number; title: string; state: ClauseState } | undefined> => {
  const own = (await versionsOfText(tx, 'clause', id)).at(-1);
  const found = own ?? builtInCatalog().clause(id);
  return found && { id: found.id, version: found.version, title: found.title, state: found.state };
};
