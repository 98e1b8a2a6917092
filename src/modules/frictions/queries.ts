import type { Tx } from '../../platform/db/index.ts';
import { frictionLines } from './db/frictions.store.ts';
import { deservesClause } from './domain/weigh.ts';

/** The points that deserve a clause and have none yet: what the audit reports as stale (S04). */
export const frictionsWithoutClause = async (tx: Tx): Promise<{ title: string; times: number }[]> =>
  (await frictionLines(tx))
    .filter(({ state, origins }) => state === 'open' && deservesClause(origins))
    .map(({ title, origins }) => ({ title, times: origins.length }));
