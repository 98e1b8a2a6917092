import type { Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { DossierId, ProspectId, UserId } from '../../../shared/ids.ts';
import { addEvent, numberTaken, prospectById, saveLastCode, saveMove } from '../db/prospects.store.ts';
import { type OutcomeCommand, moveAfterOutcome } from '../domain/calling/apply-outcome.ts';
import type { ProspectStatus } from '../domain/calling/prospect-state.ts';
import { suppress } from './suppress.ts';

export type ApplyOutcome = OutcomeCommand & {
  prospectId: ProspectId;
  /** Who held it: refused when the lease has since passed to someone else. */
  callerId?: UserId | undefined;
  reason?: string | undefined;
  dossierId?: DossierId | undefined;
};

/** Sends a prospect where its call's outcome says: retry, callback, closed, or never again. */
export const applyOutcome = async (tx: Tx, command: ApplyOutcome) => {
  const prospect = await prospectById(tx, command.prospectId, { lock: true });
  if (!prospect) return refuse('unknown_prospect');
  const { otherPhone, missionId } = prospect;
  const spare = otherPhone !== null && !(await numberTaken(tx, missionId, otherPhone)) ? otherPhone : null;
  const decision = moveAfterOutcome({ status: prospect.status, otherPhone: spare }, command);
  if (!decision.ok) return decision;
  const { move } = decision;
  // An objection is heard from anyone, even after the lease ran out.
  if (move.verb !== 'suppress' && command.callerId && prospect.leasedBy !== null && prospect.leasedBy !== command.callerId)
    return refuse('lease_lost');
  if (move.verb === 'suppress') {
    // The person objected, not the number: neither of theirs is called again.
    for (const phone of [prospect.phone, otherPhone].filter((number) => number !== null))
      await suppress(tx, {
        phone,
        reason: command.reason ?? 'OPP',
        at: tx.now,
        scope: 'client',
        clientId: prospect.clientId,
        missionId,
        source: 'call',
        dossierId: command.dossierId,
      });
    await saveLastCode(tx, prospect.id, command.code);
    return { ok: true as const, status: 'suppressed' as ProspectStatus };
  }
  await saveMove(tx, prospect.id, command.code, move);
  const details = {
    code: command.code,
    ...(command.reason ? { reason: command.reason } : {}),
    ...('nextAt' in move ? { nextAt: move.nextAt } : {}),
  };
  await addEvent(tx, [prospect.id], move.verb, details);
  return { ok: true as const, status: statusAfter[move.verb] };
};

const statusAfter = {
  close: 'closed',
  retry: 'to_retry',
  switch_number: 'to_retry',
  call_back: 'callback',
} as const satisfies Record<string, ProspectStatus>;
