import type { Refusals } from '../../shared/refusal.ts';

const states: Readonly<Record<string, { fr: string; en: string }>> = {
  open: { fr: 'ouvert', en: 'open' },
  worded: { fr: 'déjà traduit en clause', en: 'already worded in a clause' },
  settled: { fr: 'déjà réglé par une clause publiée', en: 'already settled by a published clause' },
  set_aside: { fr: 'déjà écarté', en: 'already set aside' },
};

export const refusals = {
  unknown_friction: { status: 404, fr: 'Ce point de friction n’existe pas.', en: 'This point of friction does not exist.' },
  unknown_clause: {
    status: 404,
    fr: 'Cette clause n’existe pas : choisissez-en une de la bibliothèque, ou écrivez-la.',
    en: 'This clause does not exist: choose one of the library, or write it.',
  },
  not_from_here: {
    status: 409,
    fr: ({ state }) => `Ce point est ${states[String(state)]?.fr ?? String(state)} : rechargez la page.`,
    en: ({ state }) => `This point is ${states[String(state)]?.en ?? String(state)}: reload the page.`,
  },
  reason_required: {
    status: 422,
    fr: 'Dites pourquoi ce point n’appelle pas de clause : la raison est conservée.',
    en: 'Say why this point needs no clause: the reason is kept.',
  },
} as const satisfies Refusals;
