import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { CallFactsRow } from '../../calls/index.ts';

/** One appointment as indicators count it. */
export type CountedAppointment = {
  ref: string;
  company: string;
  bookedAt: Instant;
  meetingAt: Instant;
  reviewBy: Instant;
  state: 'to_review' | 'accepted' | 'refused' | 'contested';
  acceptedBy: 'client' | 'silence' | 'ruling' | null;
  meetingOutcome: 'held' | 'no_show' | 'postponed' | 'client_absent' | null;
  refusal: { criterionId: string; momentSeconds: number | null; text: string } | null;
};

/** Everything that a mission's indicators are computed from; the board, the report and the invoice read the same. */
export type MissionFigures = { days: readonly CallFactsRow[]; appointments: readonly CountedAppointment[] };

/** The figures of some Paris days, both included: their calls, and the appointments booked on them. */
export const figuresBetween = ({ days, appointments }: MissionFigures, from: CivilDate, to: CivilDate): MissionFigures => ({
  days: days.filter(({ day }) => day >= from && day <= to),
  appointments: appointments.filter(({ bookedAt }) => civilDateOf(bookedAt) >= from && civilDateOf(bookedAt) <= to),
});

export type Totals = {
  attempts: number;
  wrongNumbers: number;
  answered: number;
  useful: number;
  argued: number;
  booked: number;
  oppositions: number;
  outOfTarget: number;
  productionMinutes: number;
  workedDays: number;
};

export const totalsOf = ({ days, appointments }: MissionFigures): Totals => {
  const sum = (read: (row: CallFactsRow) => number) => days.reduce((total, row) => total + read(row), 0);
  return {
    attempts: sum((row) => row.calls),
    wrongNumbers: sum((row) => row.wrongNumbers),
    answered: sum((row) => row.answered),
    useful: sum((row) => row.useful),
    argued: sum((row) => row.argued),
    booked: appointments.length,
    oppositions: sum((row) => row.oppositions),
    outOfTarget: sum((row) => row.outOfTarget),
    productionMinutes: sum((row) => row.hoursMinutes),
    workedDays: days.filter((row) => row.calls > 0).length,
  };
};
