import type { Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { DossierId, ProspectId, UserId } from '../../../shared/ids.ts';
import { addEvent, prospectById, saveLastCode, saveMove } from '../db/prospects.store.ts';
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
  const decision = moveAfterOutcome(prospect, command);
  if (!decision.ok) return decision;
  const { move } = decision;
  // An objection is heard from anyone, even after the lease ran out.
  if (move.verb !== 'suppress' && command.callerId && prospect.leasedBy !== null && prospect.leasedBy !== command.callerId)
    return refuse('lease_lost');
  if (move.verb === 'suppress') {
    const { id: _, missionId, clientId, phone } = prospect;
    await suppress(tx, {
      phone,
      reason: command.reason ?? 'OPP',
      at: tx.now,
      scope: 'client',
      clientId,
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
  const status: ProspectStatus = move.verb === 'close' ? 'closed' : move.verb === 'retry' ? 'to_retry' : 'callback';
  return { ok: true as const, status };
};
