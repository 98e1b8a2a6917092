import { record, refuse } from '../../../shared/decision.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import { noticeEnds } from './notice-dates.ts';
import type { Party } from './resiliation.ts';
import { daysOf, type SuspensionGround } from './standing.ts';

/** A stop that its author answers for, told to the other side at once. It is not the pause, on which both agree. */
export type Suspension = {
  id: string;
  dossierId: DossierId;
  clientId: ClientId;
  missionId: MissionId;
  by: Party;
  ground: SuspensionGround;
  reason: string;
  /** What was overdue, and the signed ceiling, when it was decided. */
  overdueCents: Cents | null;
  capCents: Cents | null;
  beganAt: Instant;
  endedAt: Instant | null;
};

export type ExecutionSuspended = {
  type: 'ExecutionSuspended';
  suspensionId: string;
  missionId: MissionId;
  by: Party;
  ground: SuspensionGround;
  reason: string;
  overdueCents: number | null;
  capCents: number | null;
};
export type ExecutionResumed = { type: 'ExecutionResumed'; suspensionId: string; missionId: MissionId; days: number };

export type SuspendExecution = {
  suspensionId: string;
  missionId: MissionId;
  by: Party;
  ground: SuspensionGround;
  reason: string;
};

/**
 * Stops performance. Beyond the signed ceiling of overdue invoices, the contract allows it; otherwise it is the exception of
 * non-performance, for a breach that is serious enough (C. civ. 1219), or about to happen and then notified (1220).
 */
export const suspendExecution = (
  { suspensionId, missionId, by, ground, reason }: SuspendExecution,
  state: { missionStatus: 'open' | 'paused' | 'closed'; current: Suspension | undefined },
  { overdueCents, capCents }: { overdueCents: Cents; capCents: Cents | null },
) => {
  if (state.missionStatus === 'closed') return refuse('mission_over');
  if (state.current) return refuse('already_suspended');
  if (ground === 'receivable_cap') {
    if (by === 'client') return refuse('cap_protects_the_provider');
    if (capCents === null) return refuse('no_cap_signed');
    if (overdueCents <= capCents) return refuse('cap_not_reached', { overdueCents, capCents });
  }
  if (!reason.trim()) return refuse('suspension_reason_required');
  return record<ExecutionSuspended>({
    type: 'ExecutionSuspended',
    suspensionId,
    missionId,
    by,
    ground,
    reason: reason.trim(),
    overdueCents: ground === 'receivable_cap' ? overdueCents : null,
    capCents: ground === 'receivable_cap' ? capCents : null,
  });
};

/** Whoever stopped starts again, in one click; the days in between are not counted. */
export const resumeExecution = (suspension: Suspension | undefined, { by, now }: { by: Party; now: Instant }) => {
  if (!suspension || suspension.endedAt) return refuse('not_suspended');
  if (suspension.by !== by) return refuse('suspended_by_the_other');
  return record<ExecutionResumed>({
    type: 'ExecutionResumed',
    suspensionId: suspension.id,
    missionId: suspension.missionId,
    // Lifted before it began, it took nothing out.
    days: daysOf(suspension.beganAt, endOfSuspension(suspension, now)),
  });
};

/** When a suspension begins: at the ceiling, as soon as the client is told; otherwise once the signed days after the letter are over. */
export const suspensionBegins = (ground: SuspensionGround, now: Instant, noticeDays: number): Instant =>
  ground === 'receivable_cap' ? now : noticeEnds(civilDateOf(now), noticeDays);

/** A suspension lifted before it began ends as it begins. */
export const endOfSuspension = ({ beganAt }: Pick<Suspension, 'beganAt'>, now: Instant): Instant =>
  now > beganAt ? now : beganAt;
