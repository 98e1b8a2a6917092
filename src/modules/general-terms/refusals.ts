import type { Refusals } from '../../shared/refusal.ts';

export const refusals = {
  unknown_edition: {
    status: 404,
    fr: 'Aucune édition des conditions générales n’est publiée sous ce numéro.',
    en: 'No edition of the general terms is published under this number.',
  },
  no_edition: {
    status: 404,
    fr: 'Ce professionnel n’a pas encore publié ses conditions générales.',
    en: 'This professional has not published general terms yet.',
  },
  general_terms_incomplete: {
    status: 422,
    fr: ({ labels }) => `Les conditions générales ne peuvent pas être publiées : ${(labels as string[]).join(', ')}.`,
    en: ({ labels }) => `The general terms cannot be published: ${(labels as string[]).join(', ')}.`,
  },
  note_required: {
    status: 422,
    fr: 'Dites en une phrase ce qui change dans cette édition.',
    en: 'Say in one sentence what changes in this edition.',
  },
  published_meanwhile: {
    status: 409,
    fr: 'Une autre édition vient d’être publiée. Rechargez la page : votre saisie reste affichée.',
    en: 'Another edition has just been published. Reload the page; what you typed is still shown.',
  },
} as const satisfies Refusals;
