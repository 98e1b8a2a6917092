import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { type DossierId, type FrictionId, newId } from '../../../shared/ids.ts';
import { insertFriction, insertOccurrence, lockFrictionByKey, updateFriction } from '../db/frictions.store.ts';
import { reopenFriction } from '../domain/answer-friction.ts';
import type { Friction, FrictionFact, FrictionMet, Occurrence } from '../domain/friction.ts';
import type { Noticed } from '../domain/notice-friction.ts';

/** The organisation's own facts are told outside any client's file. */
export const recordFriction = (tx: Tx, frictionId: FrictionId, facts: readonly FrictionFact[]) =>
  recordFacts<FrictionFact>(tx, {
    dossierId: tx.tenantId as unknown as DossierId,
    stream: { type: 'friction', id: frictionId },
    facts,
  });

/** Writes down that a point of friction showed: a new point, or one more time for a known one. A settled point met again opens anew. */
export const meetFriction = async (
  tx: Tx,
  noticed: Noticed,
  occurrence: Omit<Occurrence, 'origin' | 'at'>,
): Promise<FrictionId> => {
  const { origin, ...point } = noticed;
  const known = (await lockFrictionByKey(tx, noticed.key)) ?? (await insertFriction(tx, newFriction(tx, point)));
  await insertOccurrence(tx, known.id, { ...occurrence, origin, at: tx.now });
  const met: FrictionMet = { type: 'FrictionMet', frictionId: known.id, title: known.title, origin, words: occurrence.words };
  const reopened = known.state === 'settled' ? reopenFriction(known, { why: 'met_again' }) : null;
  await recordFriction(tx, known.id, [met, ...(reopened?.ok ? reopened.facts : [])]);
  await updateFriction(tx, known.id, { last_seen_at: tx.now, ...(reopened?.ok ? { state: 'open' as const } : {}) });
  return known.id;
};

const newFriction = (tx: Tx, point: Omit<Noticed, 'origin'>): Friction => ({
  ...point,
  id: newId<FrictionId>(),
  state: 'open',
  clause: null,
  setAsideReason: null,
  firstSeenAt: tx.now,
  lastSeenAt: tx.now,
});
