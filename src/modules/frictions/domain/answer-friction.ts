import { record, refuse } from '../../../shared/decision.ts';
import type { Friction, FrictionReopened, FrictionSetAside, FrictionSettled, FrictionState, FrictionWorded } from './friction.ts';

export type FrictionVerb = 'word' | 'settle' | 'set_aside' | 'reopen' | 'unword';

/** Who may do what from where. What is not written here is refused; the buttons read the same table. */
export const frictionTransitions: Readonly<Record<FrictionState, Partial<Record<FrictionVerb, FrictionState>>>> = {
  open: { word: 'worded', set_aside: 'set_aside' },
  worded: { word: 'worded', settle: 'settled', unword: 'open', set_aside: 'set_aside' },
  // Met again after its clause was published: the clause did not suffice.
  settled: { reopen: 'open' },
  set_aside: { reopen: 'open' },
};

const step = (friction: Friction, verb: FrictionVerb) =>
  frictionTransitions[friction.state][verb] ? null : refuse('not_from_here', { state: friction.state });

/** A clause answers the point: written for it, or found in the library. */
export const wordFriction = (friction: Friction, clause: { id: string; version: number }) =>
  step(friction, 'word') ??
  record<FrictionWorded>({
    type: 'FrictionWorded',
    frictionId: friction.id,
    title: friction.title,
    clauseId: clause.id,
    clauseVersion: clause.version,
  });

/** The clause is published: the point is settled for every document to come. */
export const settleFriction = (friction: Friction, clause: { id: string; version: number }) =>
  step(friction, 'settle') ??
  record<FrictionSettled>({
    type: 'FrictionSettled',
    frictionId: friction.id,
    title: friction.title,
    clauseId: clause.id,
    clauseVersion: clause.version,
  });

export const setFrictionAside = (friction: Friction, { reason }: { reason: string }) => {
  if (reason.trim() === '') return refuse('reason_required');
  return (
    step(friction, 'set_aside') ??
    record<FrictionSetAside>({
      type: 'FrictionSetAside',
      frictionId: friction.id,
      title: friction.title,
      reason: reason.trim(),
    })
  );
};

export const reopenFriction = (friction: Friction, { why }: { why: string }) =>
  step(friction, 'reopen') ??
  record<FrictionReopened>({ type: 'FrictionReopened', frictionId: friction.id, title: friction.title, why });
