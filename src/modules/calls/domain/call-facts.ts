import type { CivilDate } from '../../../shared/time.ts';

/** Consumed against the signed budgets, and today's share. */
export type CallVolumes = {
  calls: number;
  /** Minutes of production, running sessions included. */
  hoursMinutes: number;
  answered: number;
  useful: number;
  argued: number;
  appointments: number;
  wrongNumbers: number;
};

/** One Paris day of one mission: the numerators and denominators of the board, the report and the invoice. */
export type CallFactsRow = CallVolumes & {
  day: CivilDate;
  oppositions: number;
  outOfTarget: number;
  /** By evidence level: a simulated call is never counted silently with the others. */
  simulated: number;
  declared: number;
};
