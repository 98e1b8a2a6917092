import type { Refusals } from '../../shared/refusal.ts';

const stateWords: Record<string, [string, string]> = {
  open: ['ouverte', 'open'],
  paused: ['en pause', 'paused'],
  closed: ['clôturée', 'closed'],
};

export const refusals = {
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  not_yours_to_change: {
    status: 403,
    fr: 'Seul le prestataire peut clôturer la mission.',
    en: 'Only the provider can close the mission.',
  },
  wrong_mission_state: {
    status: 409,
    fr: ({ status }) => `La mission est ${stateWords[String(status)]?.[0] ?? status} : ce changement n’est pas possible.`,
    en: ({ status }) => `The mission is ${stateWords[String(status)]?.[1] ?? status}: this change is not possible.`,
  },
  reason_required: {
    status: 422,
    fr: 'Indiquez le motif : il sera conservé au dossier.',
    en: 'Give the reason: it is kept in the file.',
  },
  unknown_caller: {
    status: 404,
    fr: 'Cette personne ne fait pas partie de votre organisation.',
    en: 'This person is not in your organisation.',
  },
} as const satisfies Refusals;
