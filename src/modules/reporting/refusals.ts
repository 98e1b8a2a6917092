import { englishDate } from '../../shared/english.ts';
import { frenchDate } from '../../shared/french.ts';
import type { Refusals } from '../../shared/refusal.ts';
import type { CivilDate } from '../../shared/time.ts';

export const refusals = {
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  unknown_report: { status: 404, fr: 'Ce compte rendu n’existe pas.', en: 'This report does not exist.' },
  report_not_printed: {
    status: 409,
    fr: 'Le compte rendu est en cours de mise en page\u00a0: réessayez dans un instant.',
    en: 'The report is being rendered: try again in a moment.',
  },
  final_report_exists: {
    status: 409,
    fr: 'Le rapport final est déjà établi\u00a0: il ne change plus.',
    en: 'The final report is already made: it no longer changes.',
  },
  mission_not_over: {
    status: 409,
    fr: ({ endsOn }) =>
      `La mission court jusqu’au ${frenchDate(endsOn as CivilDate)}\u00a0: établissez le rapport final après, ou clôturez la mission.`,
    en: ({ endsOn }) =>
      `The mission runs until ${englishDate(endsOn as CivilDate)}: make the final report afterwards, or close the mission.`,
  },
} as const satisfies Refusals;
