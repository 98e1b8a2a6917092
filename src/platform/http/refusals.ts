import type { Refusals } from '../../shared/refusal.ts';

/** What the door itself says no to, before any business rule. */
export const doorRefusals = {
  sign_in_required: {
    status: 401,
    fr: 'Connectez-vous pour continuer.',
    en: 'Please sign in to continue.',
  },
  not_allowed: {
    status: 403,
    fr: 'Votre rôle ne permet pas cette action. Demandez-la à un responsable de l’organisation.',
    en: 'Your role does not allow this. Ask an owner of the organisation.',
  },
  foreign_origin: {
    status: 403,
    fr: 'Cette demande vient d’un autre site et a été refusée. Rechargez la page de Cadran et recommencez.',
    en: 'This request comes from another site and was refused. Reload Cadran’s page and try again.',
  },
  not_found: { status: 404, fr: 'Cette page n’existe pas.', en: 'This page does not exist.' },
  changed_meanwhile: {
    status: 409,
    fr: 'Quelqu’un vient de modifier ce dossier en même temps que vous. Rechargez la page : rien n’est perdu.',
    en: 'Someone changed this at the same time as you. Reload the page: nothing is lost.',
  },
  body_too_large: {
    status: 413,
    fr: (d) =>
      `L’envoi dépasse la taille permise${d['limit'] ? ` (${String(d['limit'])})` : ''}. Réduisez-le ou découpez-le en plusieurs envois.`,
    en: (d) =>
      `This is larger than allowed${d['limit'] ? ` (${String(d['limit'])})` : ''}. Make it smaller or send it in several parts.`,
  },
  wrong_media_type: {
    status: 415,
    fr: 'Ce format d’envoi n’est pas accepté ici : envoyez du JSON, ou le fichier par le formulaire prévu.',
    en: 'This format is not accepted here: send JSON, or the file through its form.',
  },
  unreadable_body: {
    status: 400,
    fr: 'Le contenu envoyé est illisible : ce n’est pas du JSON valable.',
    en: 'The content sent cannot be read: it is not valid JSON.',
  },
  too_many_requests: {
    status: 429,
    fr: (d) => `Trop de tentatives. Patientez ${String(d['seconds'] ?? 60)} secondes, puis recommencez.`,
    en: (d) => `Too many attempts. Wait ${String(d['seconds'] ?? 60)} seconds, then try again.`,
  },
  file_missing: {
    status: 422,
    fr: 'Aucun fichier n’a été reçu. Choisissez un fichier, puis recommencez.',
    en: 'No file was received. Choose a file, then try again.',
  },
} as const satisfies Refusals;
