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
  /** The number was wrong and another is known: it takes its place, at once. */
  | { verb: 'switch_number'; phone: string }
  | { verb: 'close' };

/** Where an outcome sends the prospect: an objection before anything else, a promised callback, another try, or the end. */
export const moveAfterOutcome = (prospect: { status: ProspectStatus; otherPhone?: string | null }, command: OutcomeCommand) => {
  const move = wantedMove(command, prospect.otherPhone ?? null);
  if (!mayFollow(move.verb === 'switch_number' ? 'retry' : move.verb, prospect.status))
    return refuse('prospect_finished', { status: prospect.status });
  return { ok: true as const, move };
};

const wantedMove = ({ code, nextAt, callback }: OutcomeCommand, otherPhone: string | null): ProspectMove => {
  if (code === 'OPP') return { verb: 'suppress' };
  if (callback) return { verb: 'call_back', nextAt: callback.at, owner: callback.owner, note: callback.note ?? null };
  if (nextAt) return { verb: 'retry', nextAt };
  // A wrong number closes the number, not the prospect (see K01: a prospect is wrong when all its numbers are).
  return code === 'FNX' && otherPhone !== null ? { verb: 'switch_number', phone: otherPhone } : { verb: 'close' };
};
