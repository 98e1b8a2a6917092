import { defineMessages } from '../../../web/i18n/messages.ts';

/** Two people on one draft. */
export const elsewhereMessages = defineMessages({
  fr: {
    conflict: 'Ce devis a été modifié dans un autre onglet. Votre saisie est intacte à l’écran, mais n’est plus enregistrée.',
    keepMine: 'Garder ma version',
    takeTheirs: 'Prendre l’autre version',
    broughtIn: 'Ce devis a été modifié ailleurs\u00a0: ces changements ont été repris ici, avec les vôtres.',
    conflictPlaces: 'Deux valeurs pour la même condition\u00a0: choisissez celle qui reste.',
    mineIs: 'Garder la mienne\u00a0: {value}',
    theirsIs: 'Prendre l’autre\u00a0: {value}',
    emptyValue: 'vide',
  },
  en: {
    conflict: 'This quote was changed in another tab. What you typed is intact on screen, but is no longer saved.',
    keepMine: 'Keep my version',
    takeTheirs: 'Take the other version',
    broughtIn: 'This quote was changed elsewhere: those changes were brought in here, with yours.',
    conflictPlaces: 'Two values for the same condition: choose the one that stays.',
    mineIs: 'Keep mine: {value}',
    theirsIs: 'Take the other: {value}',
    emptyValue: 'empty',
  },
});
