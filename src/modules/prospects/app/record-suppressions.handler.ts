import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import { missionById } from '../../missions/queries.ts';
import { addEvent } from '../db/prospects.store.ts';
import { type SuppressionPlace, insertSuppressions, markSuppressed } from '../db/suppressions.store.ts';
import { phonesIn } from '../domain/file/phones-in.ts';
import type { SuppressionListRecorded, SuppressionScope } from '../domain/prospect-facts.ts';
import { readPhone } from '../domain/row/phone.ts';
import { type Deps, type Insider, within } from './deps.ts';
import { phoneHasher } from './phone-hash.ts';
import { durably, suppress } from './suppress.ts';

type Place = { scope: SuppressionScope; clientId?: ClientId | undefined; missionId?: MissionId | undefined };

/** Records one objection typed in: by letter, by mail, on the phone outside a mission. */
export const recordSuppressionHandler = (deps: Deps) => (actor: Insider, command: Place & { phone: string; reason: string }) =>
  within(deps, actor, async (tx) => {
    const phone = readPhone(command.phone);
    if (!phone.ok) return refuse('phone_unreadable');
    const placed = await placeOf(tx, actor, command);
    if (!placed.ok) return placed;
    const { scope, clientId, missionId } = placed.place;
    const done = await suppress(tx, {
      phone: phone.e164,
      reason: command.reason,
      at: tx.now,
      scope,
      clientId: clientId ?? undefined,
      missionId: missionId ?? undefined,
      dossierId: placed.dossierId,
      source: 'entry',
    });
    return { ok: true as const, added: done.added, prospects: done.prospects.length };
  });

/** Takes in a client's own list of people not to call: every number in it, in whatever column. */
export const uploadSuppressionsHandler =
  (deps: Deps) => (actor: Insider, command: Place & { bytes: Uint8Array; reason: string }) =>
    within(deps, actor, async (tx) => {
      const read = phonesIn(command.bytes);
      if (!read.ok) return read;
      const placed = await placeOf(tx, actor, command);
      if (!placed.ok) return placed;
      await durably(tx);
      const hash = await phoneHasher(tx);
      let added = 0;
      let prospects = 0;
      for (let at = 0; at < read.phones.length; at += 5_000) {
        const phones = read.phones.slice(at, at + 5_000);
        added += await insertSuppressions(tx, {
          ...placed.place,
          hashes: phones.map(hash),
          reason: command.reason,
          source: 'file',
          at: tx.now,
        });
        const stopped = await markSuppressed(tx, phones, placed.place);
        await addEvent(tx, stopped, 'suppressed', { reason: command.reason, scope: placed.place.scope });
        prospects += stopped.length;
      }
      const fileSha256 = createHash('sha256').update(command.bytes).digest('hex');
      const fact: SuppressionListRecorded = {
        type: 'SuppressionListRecorded',
        ...placed.place,
        numbers: read.phones.length,
        added,
        fileSha256,
      };
      await recordFacts(tx, {
        dossierId: placed.dossierId ?? (tx.tenantId as string as DossierId),
        stream: { type: 'suppression', id: tx.tenantId },
        facts: [fact],
      });
      return { ok: true as const, numbers: read.phones.length, unreadable: read.unreadable, added, prospects };
    });

/** A client speaks for itself only; a member says for whom. */
const placeOf = async (tx: Tx, actor: Insider, asked: Place) => {
  const mission = asked.missionId ? await missionById(tx, asked.missionId) : undefined;
  if (asked.missionId && (!mission || (actor.kind === 'client' && mission.clientId !== actor.clientId)))
    return refuse('unknown_mission');
  const scope: SuppressionScope = actor.kind === 'client' && asked.scope === 'provider' ? 'client' : asked.scope;
  const clientId =
    scope === 'provider' ? null : actor.kind === 'client' ? actor.clientId : (mission?.clientId ?? asked.clientId ?? null);
  if (scope !== 'provider' && clientId === null) return refuse('scope_needs_client');
  if (scope === 'mission' && !mission) return refuse('scope_needs_client');
  const place: SuppressionPlace = { scope, clientId, missionId: scope === 'mission' ? mission!.id : null };
  return { ok: true as const, place, dossierId: mission?.dossierId };
};
