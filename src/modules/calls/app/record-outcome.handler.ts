import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { AppointmentId, AttemptId } from '../../../shared/ids.ts';
import { articleOf, type ContractContent, type TermsVersion } from '../../contracts/index.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { applyOutcome, type DialTarget, prospectForDial } from '../../prospects/queries.ts';
import { type AttemptRow, attemptCounts, insertMark, lockAttempt, updateAttempt } from '../db/attempts.store.ts';
import { lockRecording, recordingOfAttempt, updateRecording } from '../db/recordings.store.ts';
import type { CallFact } from '../domain/facts.ts';
import { nextTryAt } from '../domain/next-try.ts';
import { outcomes } from '../domain/outcomes.ts';
import { recordOutcome, type RecordOutcome } from '../domain/record-outcome.ts';
import { keepRecording } from '../domain/recording-policy.ts';
import { bookFromCall } from './book-appointment.ts';
import type { Deps, Member } from './deps.ts';
import { announceCall } from './announce-call.ts';
import { allOrNothing, rollBack } from './rolled-back.ts';
import { makeListeningCopy, purgeRecording } from './seal-recording.ts';

/** What came of a call: one transaction writes the fact, the prospect's fate, the appointment and the fate of the sound. */
export const recordOutcomeHandler =
  ({ db }: Deps) =>
  (actor: Member, attemptId: AttemptId, command: RecordOutcome) =>
    allOrNothing(
      bookingRefusals,
      db.withTenant(actor.tenantId, actor, async (tx) => {
        const attempt = await lockAttempt(tx, attemptId);
        if (!attempt) return refuse('unknown_attempt');
        if (attempt.caller_id !== actor.userId) return refuse('not_your_call');
        const prospect = await prospectForDial(tx, attempt.prospect_id);
        // The call is judged by the terms that ruled when it was placed, whatever was signed since.
        const version = await termsInForce(tx, attempt.mission_id, attempt.requested_at);
        if (!prospect || !version) return refuse('unknown_prospect');
        return qualify(tx, { attempt, prospect, version, command });
      }),
    );

/** What the appointments may still refuse once the prospect was moved. */
export const bookingRefusals = [
  'meeting_in_the_past',
  'criteria_missing',
  'criterion_not_signed',
  'appointment_volume_used_up',
  'already_booked',
] as const;

type Qualification = { attempt: AttemptRow; prospect: DialTarget; version: TermsVersion; command: RecordOutcome };

/** Shared with calls declared afterwards, and with the end of a call during which the person objected. */
export const qualify = async (tx: Tx, { attempt, prospect, version, command }: Qualification) => {
  const { content } = version;
  const decision = recordOutcome(stateOf(attempt), command, {
    terms: content.terms,
    callee: prospect,
    now: attempt.line === 'manual' && attempt.ended_at! < tx.now ? attempt.ended_at! : tx.now,
  });
  if (!decision.ok) return withArticle(decision, content);
  const fact = decision.facts[0]!;

  const moved = await moveProspect(tx, { attempt, prospect, version, command });
  if (!moved.ok) return moved;
  let appointmentId: AppointmentId | null = null;
  if (command.code === 'RDV' && command.appointment) {
    for (const mark of command.appointment.criteria) await insertMark(tx, attempt.attempt_id, mark);
    const booked = await bookFromCall(tx, attempt, version, command.appointment);
    if (!booked.ok) return rollBack(booked);
    appointmentId = booked.appointmentId;
  }

  await updateAttempt(tx, attempt.attempt_id, {
    phase: 'qualified',
    outcome: command.code,
    outcome_at: tx.now,
    outcome_reason: command.reason.trim() || null,
    outcome_note: command.note.trim() || null,
    is_answered: fact.answered,
    is_useful: fact.useful,
    is_argued: fact.argued,
    counts: outcomes[command.code].countsAsAttempt,
    callback_at: fact.callbackAt ?? null,
    appointment_id: appointmentId,
    ...(attempt.evidence === 'declared' && {
      talk_ms: fact.talkSeconds * 1000,
      answered_at: fact.answered ? (attempt.answered_at ?? attempt.requested_at) : null,
    }),
  });
  await recordFacts<CallFact>(tx, {
    dossierId: attempt.dossier_id,
    stream: { type: 'call', id: attempt.attempt_id },
    facts: [fact],
  });
  await settleRecording(tx, attempt, content, appointmentId !== null);
  announceCall(tx, attempt);
  return { ok: true as const, fact, appointmentId, prospectStatus: moved.status };
};

const stateOf = (attempt: AttemptRow) => ({
  attemptId: attempt.attempt_id,
  missionId: attempt.mission_id,
  prospectId: attempt.prospect_id,
  callerId: attempt.caller_id,
  line: attempt.line,
  evidence: attempt.evidence,
  phase: attempt.phase,
  requestedAt: attempt.requested_at,
  answeredAt: attempt.answered_at,
  endedAt: attempt.ended_at,
  endedBy: attempt.ended_by,
  cause: attempt.cause,
  talkMs: attempt.talk_ms,
  outcome: attempt.outcome,
});

/** A refusal that comes from a signed condition says its article. */
const withArticle = <R extends { ok: false; code: string; details?: Readonly<Record<string, unknown>> }>(
  refused: R,
  { articles }: ContractContent,
): R => {
  const term = refused.details?.['term'];
  const article = typeof term === 'string' ? articleOf(articles, term) : undefined;
  return article ? { ...refused, details: { ...refused.details, article } } : refused;
};

const moveProspect = async (tx: Tx, { attempt, prospect, version, command }: Qualification) => {
  const outcome = outcomes[command.code];
  const counts = await attemptCounts(tx, {
    prospectId: prospect.prospectId,
    toNumber: attempt.to_number,
    clientId: attempt.client_id,
    at: tx.now,
  });
  const made = counts.onProspect - (outcome.countsAsAttempt ? 0 : 1);
  const nextAt =
    outcome.prospect === 'retry'
      ? nextTryAt(command.code, made, version.content.terms, prospect, attempt.ended_at ?? tx.now)
      : null;
  const callback =
    outcome.prospect === 'callback'
      ? {
          at: command.callbackAt!,
          owner: command.callbackFor === 'me' ? attempt.caller_id : null,
          note: command.note.trim() || undefined,
        }
      : undefined;
  // No caller is named: the call took place, so its outcome counts even if the hold has since passed to a colleague.
  const moved = await applyOutcome(tx, {
    prospectId: prospect.prospectId,
    code: command.code,
    reason: command.reason.trim() || undefined,
    dossierId: attempt.dossier_id,
    ...(nextAt && { nextAt }),
    ...(callback && { callback }),
  });
  // Closed or objected meanwhile: the prospect stays so, and the call keeps its outcome all the same.
  return !moved.ok && moved.code === 'prospect_finished' ? { ok: true as const, status: prospect.status } : moved;
};

/** The signed policy decides at once what is kept of the sound; what is not kept is destroyed after the commit. */
const settleRecording = async (tx: Tx, attempt: AttemptRow, content: ContractContent, hasAppointment: boolean): Promise<void> => {
  const found = await recordingOfAttempt(tx, attempt.attempt_id);
  const recording = found && (await lockRecording(tx, found.recording_id));
  if (!recording || recording.status !== 'held') return;
  const call = { attemptId: attempt.attempt_id, hasAppointment, objected: attempt.recording_objected };
  const keeping = keepRecording(content.terms.calling.recording, call, attempt.ended_at!);
  if (!keeping.keep) return purgeRecording(tx, recording, keeping.reason);
  await updateRecording(tx, recording.recording_id, { status: 'kept', keep_until: keeping.until });
  await enqueue(tx, makeListeningCopy, { recordingId: recording.recording_id }, { singletonKey: recording.recording_id });
};
