import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { type Decision, refuse } from '../../../shared/decision.ts';
import { type DossierId, type FrictionId, newId } from '../../../shared/ids.ts';
import { clauseStanding } from '../../clauses/queries.ts';
import { dossierById } from '../../parties/queries.ts';
import { lockFriction, updateFriction } from '../db/frictions.store.ts';
import { reopenFriction, setFrictionAside, settleFriction, wordFriction } from '../domain/answer-friction.ts';
import type { Friction, FrictionFact, FrictionRisk } from '../domain/friction.ts';
import { meetFriction, recordFriction } from './meet-friction.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

const withFriction = <Answer>(
  { db }: Deps,
  actor: Member,
  id: FrictionId,
  work: (tx: Tx, friction: Friction) => Promise<Answer>,
) =>
  db.withTenant(actor.tenantId, actor, async (tx) => {
    const friction = await lockFriction(tx, id);
    return friction ? work(tx, friction) : refuse('unknown_friction');
  });

export const keep = async <Fact extends FrictionFact, Code extends string>(
  tx: Tx,
  id: FrictionId,
  decision: Decision<Fact, Code>,
  change: Parameters<typeof updateFriction>[2],
) => {
  if (!decision.ok) return decision;
  await recordFriction(tx, id, decision.facts);
  await updateFriction(tx, id, change);
  return decision;
};

export type NoteFriction = { title: string; risk: FrictionRisk; story: string; dossierId: DossierId | null };

/** A misunderstanding that no fact of the product told: remembered from a past mission, or heard on the telephone. */
export const noteFrictionHandler =
  ({ db }: Deps) =>
  (actor: Member, { title, risk, story, dossierId }: NoteFriction) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const dossier = dossierId && (await dossierById(tx, dossierId));
      const noticed = { key: `noted:${newId<string>()}`, title, risk, termPath: null, origin: 'noted' as const };
      const frictionId = await meetFriction(tx, noticed, {
        words: story,
        ref: null,
        dossierId,
        missionId: null,
        clientId: dossier ? dossier.clientId : null,
      });
      return { ok: true as const, frictionId };
    });

/** Says which clause answers the point: the latest version of it, own or of the library. */
export const wordFrictionHandler =
  (deps: Deps) =>
  (actor: Member, { id, clauseId }: { id: FrictionId; clauseId: string }) =>
    withFriction(deps, actor, id, async (tx, friction) => {
      const clause = await clauseStanding(tx, clauseId);
      if (!clause) return refuse('unknown_clause');
      const change = { clause_id: clause.id, clause_version: clause.version };
      const worded = await keep(tx, id, wordFriction(friction, clause), { ...change, state: 'worded' });
      // Already everyone's: there is nothing to wait for.
      return worded.ok && clause.state === 'published'
        ? keep(tx, id, settleFriction({ ...friction, state: 'worded' }, clause), { ...change, state: 'settled' })
        : worded;
    });

export const setAsideHandler =
  (deps: Deps) =>
  (actor: Member, { id, reason }: { id: FrictionId; reason: string }) =>
    withFriction(deps, actor, id, (tx, friction) =>
      keep(tx, id, setFrictionAside(friction, { reason }), { state: 'set_aside', set_aside_reason: reason.trim() }),
    );

export const reopenHandler =
  (deps: Deps) =>
  (actor: Member, { id }: { id: FrictionId }) =>
    withFriction(deps, actor, id, (tx, friction) =>
      keep(tx, id, reopenFriction(friction, { why: 'by_hand' }), { state: 'open', set_aside_reason: null }),
    );
