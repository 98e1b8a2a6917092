import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { type ClientId, type DossierId, type MissionId, type QuoteId, type TenantId, newId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { ContractContent } from '../../contracts/index.ts';
import { enactTerms, termsInForce } from '../../contracts/queries.ts';
import type { MissionOpened } from '../../missions/index.ts';
import { missionById } from '../../missions/queries.ts';
import type { BillingSources } from '../app/sources.ts';
import { canonicalEvidence } from './sample-evidence.ts';
import { aBuyer, aSeller } from './sample-parties.ts';

export const tenantId = newId<TenantId>();
export const owner: Actor = { kind: 'system', name: 'test', tenantId };

/** A signed mission as its own module would leave it: its row and its terms in force. */
export const openMission = async (
  tx: Tx,
  content: ContractContent,
  signedAt: Instant = tx.now,
): Promise<MissionOpened & { dossierId: DossierId }> => {
  const missionId = newId<MissionId>();
  const dossierId = newId<DossierId>();
  const clientId = newId<ClientId>();
  const quoteId = newId<QuoteId>();
  const { sha256 } = await enactTerms(tx, { missionId, dossierId, content, effectiveAt: signedAt });
  const { startsOn, endsOn } = content.terms.period;
  await sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
    values (${tx.tenantId}, ${missionId}, ${dossierId}, ${clientId}, ${quoteId}, ${content.title}, 'open', ${signedAt}, ${startsOn}, ${endsOn}, 1)`.execute(
    tx.sql,
  );
  return {
    type: 'MissionOpened',
    missionId,
    quoteId,
    clientId,
    dossierId,
    quoteNumber: content.number,
    name: content.title,
    termsSha256: sha256,
    signedAt,
  };
};

/** The canonical mission's evidence as it stands on the clock's day; mission and terms are read from the database. */
export const canonicalSources = (wanted: Partial<BillingSources> = {}): BillingSources => {
  const today = (tx: Tx) => canonicalEvidence(civilDateOf(tx.now));
  return {
    mission: missionById,
    termsInForce,
    parties: async () => ({ seller: aSeller(), buyer: aBuyer() }),
    evidence: {
      callsReached: async (tx) => today(tx).callsReached,
      appointments: async (tx) => [...today(tx).appointments],
      finalReport: async (tx) => today(tx).finalReport,
      hours: async () => [],
      days: async () => [],
      expenses: async () => [],
    },
    ...wanted,
  };
};
