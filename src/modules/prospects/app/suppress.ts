import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { ClientId, DossierId, MissionId, ProspectId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { addEvent } from '../db/prospects.store.ts';
import { type Suppression, insertSuppressions, markSuppressed, suppressionsOf } from '../db/suppressions.store.ts';
import type { ProspectSuppressed, SuppressionScope, SuppressionSource } from '../domain/prospect-facts.ts';
import { phoneHasher } from './phone-hash.ts';

export type SuppressCommand = {
  /** E.164. */
  phone: string;
  reason: string;
  at: Instant;
  /** 'provider': whatever the client. 'client': all missions of that client. 'mission': that mission alone. */
  scope: SuppressionScope;
  clientId?: ClientId | undefined;
  missionId?: MissionId | undefined;
  source?: SuppressionSource;
  /** The dossier whose journal keeps it; the organisation's own when it concerns no client. */
  dossierId?: DossierId | undefined;
};

/**
 * Someone said no (GDPR art. 21): recorded for good, and every prospect with that number stops at once.
 * Once the transaction is committed the objection is on the disk, so it may be acknowledged aloud.
 */
export const suppress = async (
  tx: Tx,
  command: SuppressCommand,
): Promise<{ ok: true; added: boolean; prospects: ProspectId[] }> => {
  if (command.scope !== 'provider' && !command.clientId)
    throw new Error(`an objection of scope ${command.scope} needs its client`);
  if (command.scope === 'mission' && !command.missionId) throw new Error('an objection to a mission needs its mission');
  await durably(tx);
  const clientId = command.scope === 'provider' ? null : (command.clientId ?? null);
  const missionId = command.scope === 'mission' ? (command.missionId ?? null) : null;
  const place = { scope: command.scope, clientId, missionId };
  const source = command.source ?? 'entry';
  const phoneHash = (await phoneHasher(tx))(command.phone);
  const added = await insertSuppressions(tx, { ...place, hashes: [phoneHash], reason: command.reason, source, at: command.at });
  const prospects = await markSuppressed(tx, [command.phone], place);
  await addEvent(tx, prospects, 'suppressed', { reason: command.reason, scope: command.scope });
  if (added > 0) {
    const fact: ProspectSuppressed = { type: 'ProspectSuppressed', phoneHash, ...place, source, reason: command.reason };
    const dossierId = command.dossierId ?? (tx.tenantId as string as DossierId);
    await recordFacts(tx, { dossierId, stream: { type: 'suppression', id: tx.tenantId }, facts: [fact] });
  }
  if (missionId) announce(tx, { topic: `mission:${missionId}` });
  return { ok: true, added: added > 0, prospects };
};

/** The commit waits for the disk, whatever an operator set for the database, and whatever else the transaction does. */
export const durably = (tx: Tx) =>
  sql`select set_config('synchronous_commit', 'on', true), set_config('cadran.durable', 'on', true)`.execute(tx.sql);

/** Whether this number may no longer be called: for this client or mission when told, by anyone otherwise. */
export const isSuppressed = async (
  tx: Tx,
  phone: string,
  place: { clientId?: ClientId; missionId?: MissionId } = {},
): Promise<Suppression | null> => {
  const hash = (await phoneHasher(tx))(phone);
  return (await suppressionsOf(tx, [hash], place))[0] ?? null;
};
