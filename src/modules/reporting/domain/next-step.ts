import { addDays, type CivilDate, civilDateOf, clockTime, type Instant, momentOf } from '../../../shared/time.ts';
import type { ConsumedVolume } from './consumed-volumes.ts';
import type { CountedAppointment } from './mission-figures.ts';
import { weekOf } from './report-period.ts';

/** What moves a mission on, and until when: the one line that a list of missions shows. */
export type NextStep =
  | { kind: 'review'; count: number; by: Instant }
  | { kind: 'ruling'; count: number; by: null }
  | { kind: 'resume'; by: null }
  | { kind: 'start'; by: Instant }
  | { kind: 'used_up'; volume: ConsumedVolume['id']; by: null }
  | { kind: 'weekly_report'; by: Instant }
  | { kind: 'final_report'; by: null }
  | { kind: 'close'; by: null }
  | { kind: 'nothing'; by: null };

export type MissionToMove = {
  status: 'open' | 'paused' | 'closed';
  startsOn: CivilDate;
  endsOn: CivilDate;
  hasFinalReport: boolean;
  volumes: readonly ConsumedVolume[];
  appointments: readonly Pick<CountedAppointment, 'state' | 'reviewBy'>[];
};

const morning = clockTime('08:00');

/** The most pressing step first: a deadline that decides by itself, then what stops the work, then the calendar. */
export const nextStep = (
  { status, startsOn, endsOn, hasFinalReport, volumes, appointments }: MissionToMove,
  now: Instant,
): NextStep => {
  const toReview = appointments
    .filter(({ state }) => state === 'to_review')
    .map(({ reviewBy }) => reviewBy)
    .sort();
  if (toReview[0]) return { kind: 'review', count: toReview.length, by: toReview[0] };
  const contested = appointments.filter(({ state }) => state === 'contested').length;
  if (contested > 0) return { kind: 'ruling', count: contested, by: null };
  const today = civilDateOf(now);
  if ((status === 'closed' || today > endsOn) && !hasFinalReport) return { kind: 'final_report', by: null };
  if (status === 'closed') return { kind: 'nothing', by: null };
  if (today > endsOn) return { kind: 'close', by: null };
  if (status === 'paused') return { kind: 'resume', by: null };
  if (today < startsOn) return { kind: 'start', by: momentOf(startsOn, clockTime('00:00')) };
  const usedUp = volumes.find(({ state }) => state === 'used_up');
  if (usedUp) return { kind: 'used_up', volume: usedUp.id, by: null };
  return { kind: 'weekly_report', by: momentOf(addDays(weekOf(today).to, 1), morning) };
};
