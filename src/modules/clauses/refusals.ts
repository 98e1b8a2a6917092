import type { Refusals } from '../../shared/refusal.ts';

const states: Record<string, [string, string]> = {
  draft: ['en brouillon', 'a draft'],
  reviewed: ['relue', 'reviewed'],
  pilot: ['à l’essai', 'on trial'],
  published: ['publiée', 'published'],
  retired: ['retirée', 'retired'],
};

export const refusals = {
  unknown_text: { status: 404, fr: 'Ce texte n’est pas dans votre bibliothèque.', en: 'This text is not in your library.' },
  built_in_text: {
    status: 409,
    fr: 'Ce texte est fourni avec Cadran : dupliquez-le pour en écrire le vôtre.',
    en: 'This text comes with Cadran: duplicate it to write your own.',
  },
  wrong_state: {
    status: 409,
    fr: ({ state, version }) =>
      `La version ${version} est ${states[String(state)]?.[0] ?? state} : cette action n’est plus possible. Ouvrez une nouvelle version.`,
    en: ({ state, version }) =>
      `Version ${version} is ${states[String(state)]?.[1] ?? state}: this is no longer possible. Open a new version.`,
  },
  text_changed_elsewhere: {
    status: 409,
    fr: 'Ce brouillon a été modifié par quelqu’un d’autre entre-temps. Votre saisie reste affichée : comparez, puis reprenez.',
    en: 'This draft was changed by someone else meanwhile. What you typed is still shown: compare, then go on.',
  },
  draft_already_open: {
    status: 409,
    fr: ({ version }) => `La version ${version} est déjà en préparation : reprenez-la.`,
    en: ({ version }) => `Version ${version} is already being prepared: take it up.`,
  },
  review_in_future: {
    status: 422,
    fr: 'La relecture ne peut pas être datée de demain.',
    en: 'A review cannot be dated tomorrow.',
  },
  review_already_stale: {
    status: 422,
    fr: 'La prochaine relecture vient après celle-ci : corrigez les dates.',
    en: 'The next review comes after this one: correct the dates.',
  },
  review_missing: {
    status: 422,
    fr: 'À faire relire avant un usage systématique : enregistrez la relecture, puis publiez. En attendant, essayez ce texte avec des clients choisis.',
    en: 'To be reviewed before it is used every time: record the review, then publish. Meanwhile, try it with chosen clients.',
  },
  pilot_without_client: {
    status: 422,
    fr: 'Choisissez au moins un client pour l’essai.',
    en: 'Choose at least one client for the trial.',
  },
  text_has_faults: {
    status: 422,
    fr: ({ faults }) => `Ce texte ne peut pas être publié : ${(faults as unknown[]).length} point(s) à corriger.`,
    en: ({ faults }) => `This text cannot be published: ${(faults as unknown[]).length} point(s) to correct.`,
  },
} as const satisfies Refusals;
