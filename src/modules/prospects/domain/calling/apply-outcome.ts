import { refuse } from '../../../../shared/decision.ts';
import type { UserId } from '../../../../shared/ids.ts';
import type { Instant } from '../../../../shared/time.ts';
import { type ProspectStatus, mayFollow } from './prospect-state.ts';

export type OutcomeCommand = {
  /** The qualification, as the script names it: NRP, RAP, FNX, OPP… */
  code: string;
  /** When to try again: already computed into a signed calling slot. */
  nextAt?: Instant | undefined;
  /** A callback that was asked for: `owner` null is for the whole team. */
  callback?: { at: Instant; owner: UserId | null; note?: string | undefined } | undefined;
};

export type ProspectMove =
  | { verb: 'suppress' }
  | { verb: 'call_back'; nextAt: Instant; owner: UserId | null; note: string | null }
  | { verb: 'retry'; nextAt: Instant }
  | { verb: 'close' };

/** Where an outcome sends the prospect: an objection before anything else, a promised callback, another try, or the end. */
export const moveAfterOutcome = (prospect: { status: ProspectStatus }, command: OutcomeCommand) => {
  const move = wantedMove(command);
  if (!mayFollow(move.verb, prospect.status)) return refuse('prospect_finished', { status: prospect.status });
  return { ok: true as const, move };
};

const wantedMove = ({ code, nextAt, callback }: OutcomeCommand): ProspectMove => {
  if (code === 'OPP') return { verb: 'suppress' };
  if (callback) return { verb: 'call_back', nextAt: callback.at, owner: callback.owner, note: callback.note ?? null };
  return nextAt ? { verb: 'retry', nextAt } : { verb: 'close' };
};
