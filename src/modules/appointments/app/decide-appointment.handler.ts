import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { actorLabel } from '../../../shared/actor.ts';
import { type Decision, refuse } from '../../../shared/decision.ts';
import type { AppointmentId } from '../../../shared/ids.ts';
import type { Terms } from '../../contracts/index.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { lockAppointment, saveAppointment } from '../db/appointments.store.ts';
import { acceptAppointment, concedeAppointment } from '../domain/accept-appointment.ts';
import { applyFact } from '../domain/apply-fact.ts';
import type { Appointment, AppointmentBooked, AppointmentFact, MeetingOutcome } from '../domain/appointment.ts';
import { contestRefusal, ruleOnContest } from '../domain/contest-refusal.ts';
import { reportMeeting } from '../domain/report-meeting.ts';
import { refuseAppointment, type RefuseAppointment } from '../domain/refuse-appointment.ts';

type Deps = { db: Database };
type Someone = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;
type LaterFact = Exclude<AppointmentFact, AppointmentBooked>;

/** Writes what was decided: journal, row and live screens, in the caller's transaction. */
export const keepDecision = async <Code extends string>(
  tx: Tx,
  appointment: Appointment,
  decision: Decision<LaterFact, Code>,
) => {
  if (!decision.ok) return decision;
  const { version } = await recordFacts<AppointmentFact>(tx, {
    dossierId: appointment.dossierId,
    stream: { type: 'appointment', id: appointment.id },
    facts: decision.facts,
  });
  const { name } = actorLabel(tx.actor);
  const after = decision.facts.reduce((state, fact) => applyFact(state, fact, name), appointment);
  await saveAppointment(tx, { ...after, version });
  announce(tx, { topic: `mission:${appointment.missionId}` });
  announce(tx, { topic: `client:${appointment.clientId}` });
  return decision;
};

/** The terms that judge an appointment: those in force when it was booked, whatever was amended since. */
export const termsThatJudge = async (tx: Tx, { missionId, termsVersion }: Appointment): Promise<Terms['appointments']> =>
  (await termsVersions(tx, missionId)).find(({ version }) => version === termsVersion)!.content.terms.appointments;

const decideWith =
  ({ db }: Deps) =>
  <Code extends string>(
    actor: Someone,
    id: AppointmentId,
    decide: (appointment: Appointment, tx: Tx) => Promise<Decision<LaterFact, Code>> | Decision<LaterFact, Code>,
  ) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const appointment = await lockAppointment(tx, id);
      // Someone else's appointment is told like one that does not exist.
      if (!appointment || (actor.kind === 'client' && appointment.clientId !== actor.clientId))
        return refuse('unknown_appointment');
      return keepDecision(tx, appointment, await decide(appointment, tx));
    });

export const appointmentHandlers = (deps: Deps) => {
  const decide = decideWith(deps);
  return {
    accept: (actor: Someone, id: AppointmentId) =>
      decide(actor, id, (appointment, tx) => acceptAppointment(appointment, { now: tx.now })),
    refuse: (actor: Someone, id: AppointmentId, command: RefuseAppointment) =>
      decide(actor, id, async (appointment, tx) =>
        refuseAppointment(appointment, command, { terms: await termsThatJudge(tx, appointment), now: tx.now }),
      ),
    concede: (actor: Someone, id: AppointmentId) =>
      decide(actor, id, (appointment, tx) => concedeAppointment(appointment, { now: tx.now })),
    contest: (actor: Someone, id: AppointmentId, command: { momentSeconds: number | null; text: string }) =>
      decide(actor, id, (appointment, tx) => contestRefusal(appointment, command, { now: tx.now })),
    rule: (
      actor: Extract<Actor, { kind: 'signer' }>,
      id: AppointmentId,
      command: { inFavourOf: 'caller' | 'client'; text: string },
    ) =>
      actor.signerId === id
        ? decide(actor, id, (appointment, tx) => ruleOnContest(appointment, command, { now: tx.now }))
        : Promise.resolve(refuse('not_the_arbiter')),
    reportMeeting: (actor: Someone, id: AppointmentId, outcome: MeetingOutcome) =>
      decide(actor, id, (appointment, tx) => reportMeeting(appointment, outcome, { now: tx.now })),
  };
};
export type AppointmentHandlers = ReturnType<typeof appointmentHandlers>;
