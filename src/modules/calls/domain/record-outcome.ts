import { record, refuse } from '../../../shared/decision.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import { type Callee, isHolidayFor, isInSlot } from './callee-calendar.ts';
import { type Attempt, isLive } from './call-state.ts';
import { type CallEvidence, type OutcomeCode, outcomes, permittedOutcomes } from './outcomes.ts';

export type CriterionSeen = {
  criterionId: string;
  state: 'met' | 'not_met' | 'unknown';
  /** Seconds since the answer when it was heard; null when it was ticked after the call. */
  momentSeconds: number | null;
};

export type AppointmentAsked = {
  meetingAt: Instant;
  contactName: string;
  contactRole: string;
  format: 'phone' | 'video' | 'on_site';
  place: string;
  note: string;
  criteria: readonly CriterionSeen[];
};

export type RecordOutcome = {
  code: OutcomeCode;
  reason: string;
  note: string;
  callbackAt: Instant | null;
  callbackFor: 'me' | 'team';
  appointment: AppointmentAsked | null;
  /** Only where nobody measured: how long the caller says the conversation lasted. */
  declaredTalkSeconds: number | null;
};

export type OutcomeRecorded = {
  type: 'OutcomeRecorded';
  attemptId: string;
  missionId: string;
  prospectId: string;
  code: OutcomeCode;
  answered: boolean;
  useful: boolean;
  argued: boolean;
  talkSeconds: number;
  evidence: Attempt['evidence'];
  reason?: string;
  callbackAt?: Instant;
  callbackFor?: 'me' | 'team';
};

/** The line's word where there is one, the caller's where nobody measured. */
export const evidenceOf = (
  attempt: Pick<Attempt, 'evidence' | 'answeredAt' | 'talkMs' | 'cause'>,
  declaredTalkSeconds: number | null,
): CallEvidence =>
  attempt.evidence === 'declared'
    ? {
        level: 'declared',
        answered: (declaredTalkSeconds ?? 0) > 0,
        talkSeconds: declaredTalkSeconds ?? 0,
        cause: declaredTalkSeconds === null ? attempt.cause : null,
      }
    : {
        level: attempt.evidence,
        answered: attempt.answeredAt !== null,
        talkSeconds: Math.round(attempt.talkMs / 1000),
        cause: attempt.cause,
      };

/** Says what came of a call, once, with a code its evidence permits and what that code asks for. */
export const recordOutcome = (
  attempt: Attempt,
  command: RecordOutcome,
  { terms, callee, now }: { terms: Terms; callee: Callee; now: Instant },
) => {
  if (attempt.outcome !== null) return refuse('already_qualified', { code: attempt.outcome });
  if (isLive(attempt.phase)) return refuse('call_still_live');
  const evidence = evidenceOf(attempt, command.declaredTalkSeconds);
  const permitted = permittedOutcomes(evidence);
  if (!permitted.includes(command.code))
    return refuse('outcome_not_permitted', {
      code: command.code,
      permitted: permitted.join(', '),
      talkSeconds: evidence.talkSeconds,
    });

  const outcome = outcomes[command.code];
  if (outcome.requires.includes('reason') && command.reason.trim().length < 3)
    return refuse('reason_required', { code: command.code });
  if (outcome.requires.includes('callbackAt') && command.callbackAt === null)
    return refuse('callback_required', { code: command.code });
  if (outcome.requires.includes('callbackAt') && command.callbackAt !== null) {
    const late = checkCallback(command.callbackAt, terms, callee, now);
    if (late) return late;
  }
  if (outcome.requires.includes('appointment')) {
    const missing = checkAppointment(command.appointment, terms, now);
    if (missing) return missing;
  }
  const { answered, useful, argued } = outcome;
  return record<OutcomeRecorded>({
    type: 'OutcomeRecorded',
    attemptId: attempt.attemptId,
    missionId: attempt.missionId,
    prospectId: attempt.prospectId,
    code: command.code,
    answered,
    useful,
    argued,
    talkSeconds: evidence.talkSeconds,
    evidence: attempt.evidence,
    ...(command.reason.trim() && { reason: command.reason.trim() }),
    ...(outcome.requires.includes('callbackAt') && { callbackAt: command.callbackAt!, callbackFor: command.callbackFor }),
  });
};

/** A callback is promised for a moment when the gate will let it through. */
const checkCallback = (at: Instant, { calling, period }: Terms, callee: Callee, now: Instant) => {
  if (at <= now) return refuse('callback_in_the_past');
  const day = civilDateOf(at, callee.timeZone);
  const closed = calling.publicHolidays === 'closed' && isHolidayFor(day, callee);
  if (closed || !isInSlot(calling.slots, at, callee.timeZone)) return refuse('callback_outside_slots', { term: 'calling.slots' });
  return day > period.endsOn ? refuse('callback_after_mission', { term: 'period', endsOn: period.endsOn }) : null;
};

const checkAppointment = (asked: AppointmentAsked | null, { appointments }: Terms, now: Instant) => {
  if (asked === null) return refuse('appointment_required');
  if (asked.meetingAt <= now) return refuse('meeting_in_the_past');
  if (!asked.contactName.trim()) return refuse('contact_required');
  const unknown = asked.criteria.find(({ criterionId }) => !appointments.criteria.some(({ id }) => id === criterionId));
  if (unknown) return refuse('unknown_criterion', { criterionId: unknown.criterionId });
  const missing = appointments.criteria.filter(
    ({ id }) => !asked.criteria.some(({ criterionId, state }) => criterionId === id && state === 'met'),
  );
  return missing.length > 0
    ? refuse('criteria_missing', { term: 'appointments.criteria', labels: missing.map(({ label }) => label).join(', ') })
    : null;
};
