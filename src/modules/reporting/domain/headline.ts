import { englishDate } from '../../../shared/english.ts';
import { frenchDate } from '../../../shared/french.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type Terms, wholeVolume } from '../../contracts/index.ts';
import { shareElapsed } from './consumed-volumes.ts';
import type { MissionFigures } from './mission-figures.ts';

/** The sentence first: « 12 rendez-vous acceptés sur 20 ; au rythme actuel, 19 le 31 mars 2026. » */
export const headline = (
  terms: Pick<Terms, 'volumes' | 'period'>,
  figures: MissionFigures,
  today: CivilDate,
): { fr: string; en: string } => {
  const accepted = figures.appointments.filter(({ state }) => state === 'accepted').length;
  const goal = wholeVolume(terms, 'appointments');
  const share = shareElapsed(terms.period, today);
  const { endsOn } = terms.period;
  const fr =
    goal === null
      ? `${accepted} rendez-vous accepté${accepted > 1 ? 's' : ''}`
      : `${accepted} rendez-vous accepté${accepted > 1 ? 's' : ''} sur ${goal}`;
  const en =
    goal === null
      ? `${accepted} appointment${accepted === 1 ? '' : 's'} accepted`
      : `${accepted} of ${goal} appointments accepted`;
  // Before a fifth of the mission a pace means nothing; after its end there is none.
  if (share < 0.2 || today >= endsOn) return { fr: `${fr}.`, en: `${en}.` };
  const projected = Math.round(accepted / share);
  return {
    fr: `${fr}\u00a0; au rythme actuel, ${projected} le ${frenchDate(endsOn)}.`,
    en: `${en}; at this pace, ${projected} by ${englishDate(endsOn)}.`,
  };
};
