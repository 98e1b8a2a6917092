import type { Refusals } from '../../shared/refusal.ts';

/** Why a link does not open. Each reason tells the person what to do next. */
export const linkRefusals = {
  link_unknown: {
    status: 404,
    fr: 'Ce lien n’existe pas. Vérifiez que l’adresse a été copiée en entier depuis l’e-mail, ou demandez un nouveau lien à votre interlocuteur.',
    en: 'This link does not exist. Check that the whole address was copied from the e-mail, or ask your contact for a new link.',
  },
  link_used: {
    status: 410,
    fr: 'Ce lien a déjà servi : il n’ouvrait qu’une fois. Demandez-en un nouveau.',
    en: 'This link has already been used: it opened only once. Ask for a new one.',
  },
  link_expired: {
    status: 410,
    fr: 'Ce lien a expiré. Demandez-en un nouveau : le précédent ne s’ouvrira plus.',
    en: 'This link has expired. Ask for a new one: this one will not open again.',
  },
  link_revoked: {
    status: 410,
    fr: 'Ce lien a été fermé par son expéditeur. Contactez-le si vous en avez encore besoin.',
    en: 'This link was closed by its sender. Contact them if you still need it.',
  },
} as const satisfies Refusals;
