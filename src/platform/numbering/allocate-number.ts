import { sql } from 'kysely';
import type { Tx } from '../db/transaction.ts';

export type AllocatedNumber = { number: string; ordinal: number };

/**
 * The next number of a series, without a gap: 'DEV-2026-0001'. Call it late in the issuing transaction, since the
 * series stays locked until commit; a draft never takes one.
 */
export const allocateNumber = async (tx: Tx, { series, year }: { series: string; year: number }): Promise<AllocatedNumber> => {
  const { rows } = await sql<{ ordinal: number }>`
    insert into number_series as s (tenant_id, series, year, last_number) values (${tx.tenantId}, ${series}, ${year}, 1)
    on conflict (tenant_id, series, year) do update set last_number = s.last_number + 1
    returning last_number as ordinal`.execute(tx.sql);
  const { ordinal } = rows[0]!;
  return { number: `${series}-${year}-${String(ordinal).padStart(4, '0')}`, ordinal };
};
