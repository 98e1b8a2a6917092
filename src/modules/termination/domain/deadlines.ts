import { addDays, type CivilDate, civilDateOf, daysBetween, type Instant, addMilliseconds } from '../../../shared/time.ts';
import { lastDayToServe } from './notice-dates.ts';
import type { Handover } from './handover.ts';
import type { LifeSubject, Resiliation } from './resiliation.ts';

export const deadlineKinds = [
  'mission_ends',
  'provider_notice',
  'client_notice',
  'framework_ends',
  'framework_notice',
  'cure_ends',
  'notice_ends',
  'handover_due',
  'vigilance_lapses',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A day on which something ends, or after which something can no longer be done. */
export type Deadline = {
  kind: DeadlineKind;
  subject: { type: LifeSubject['type'] | 'organisation'; id: string };
  /** The mission, the framework or the document it is about, as people call it. */
  label: string;
  /** The last day, included. */
  on: CivilDate;
};

export type DatedMission = {
  id: string;
  name: string;
  isClosed: boolean;
  /** Suspended days put back. */
  endsOn: CivilDate;
  providerNoticeDays: number;
  clientNoticeDays: number;
  resiliation: Pick<Resiliation, 'state' | 'cureUntil' | 'effectiveAt'> | null;
  handover: Pick<Handover, 'dueOn' | 'attestedAt'> | null;
};

const dayBefore = (at: Instant): CivilDate => civilDateOf(addMilliseconds(at, -1));

/** The dates of one mission: its end, the last days on which a notice still means something, then what a procedure or the end opens. */
export const missionDeadlines = (mission: DatedMission): Deadline[] => {
  const one = (kind: DeadlineKind, on: CivilDate): Deadline => ({
    kind,
    subject: { type: 'mission', id: mission.id },
    label: mission.name,
    on,
  });
  const { resiliation, handover } = mission;
  const ending = resiliation?.state === 'notice_running' && resiliation.effectiveAt ? dayBefore(resiliation.effectiveAt) : null;
  const running = mission.isClosed
    ? []
    : ending
      ? [one('notice_ends', ending)]
      : [
          // A notice served on that day would be over with the mission: after it, nothing is left to shorten.
          one('provider_notice', addDays(lastDayToServe(mission.endsOn, mission.providerNoticeDays), -1)),
          one('client_notice', addDays(lastDayToServe(mission.endsOn, mission.clientNoticeDays), -1)),
          one('mission_ends', mission.endsOn),
        ];
  return [
    ...running,
    ...(resiliation?.state === 'cure_running' && resiliation.cureUntil
      ? [one('cure_ends', dayBefore(resiliation.cureUntil))]
      : []),
    ...(handover && !handover.attestedAt ? [one('handover_due', handover.dueOn)] : []),
  ];
};

/** How far ahead each date is told: long enough to act, never twice at the same step. */
export const alarmSteps: Record<DeadlineKind, readonly number[]> = {
  mission_ends: [30, 7],
  provider_notice: [7],
  client_notice: [7],
  framework_ends: [60, 30, 7],
  framework_notice: [60, 30, 7],
  cure_ends: [7, 1],
  notice_ends: [7],
  handover_due: [7, 1],
  // The document’s own reminders are sent by the module that keeps it.
  vigilance_lapses: [],
};

export type DueAlarm = Deadline & { step: number; daysLeft: number };

/** The alarms that are due today: of each date, the nearest step that it has reached. What is past says nothing any more. */
export const alarmsDue = (deadlines: readonly Deadline[], today: CivilDate): DueAlarm[] =>
  deadlines.flatMap((deadline) => {
    const daysLeft = daysBetween(today, deadline.on);
    const step = [...alarmSteps[deadline.kind]].sort((a, b) => a - b).find((days) => daysLeft <= days);
    return daysLeft >= 0 && step !== undefined ? [{ ...deadline, step, daysLeft }] : [];
  });

/** What the strip on top of every page shows: the dates that are near enough to act on. */
export const isNear = (deadline: Deadline, today: CivilDate): boolean => alarmsDue([deadline], today).length > 0;

export type DeadlineAlarmSent = {
  type: 'DeadlineAlarmSent';
  kind: DeadlineKind;
  label: string;
  dueOn: CivilDate;
  daysLeft: number;
};
