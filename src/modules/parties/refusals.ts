import type { Refusals } from '../../shared/refusal.ts';

export const partiesRefusals = {
  email_taken: {
    status: 409,
    fr: 'Un compte existe déjà avec cette adresse. Connectez-vous, ou demandez un lien de connexion par e-mail.',
    en: 'An account already exists with this address. Sign in, or ask for a sign-in link by e-mail.',
  },
  wrong_credentials: {
    status: 401,
    fr: 'L’adresse ou le mot de passe n’est pas le bon. Réessayez, ou demandez un lien de connexion par e-mail.',
    en: 'The address or the password is wrong. Try again, or ask for a sign-in link by e-mail.',
  },
  wrong_current_password: {
    status: 403,
    fr: 'Le mot de passe actuel n’est pas le bon. Vérifiez-le, puis recommencez.',
    en: 'The current password is wrong. Check it, then try again.',
  },
  no_organisation: {
    status: 403,
    fr: 'Ce compte n’appartient plus à aucune organisation. Demandez une invitation à son responsable.',
    en: 'This account no longer belongs to any organisation. Ask its owner for an invitation.',
  },
  unknown_organisation: {
    status: 404,
    fr: 'Cette organisation n’existe pas.',
    en: 'This organisation does not exist.',
  },
  unknown_client: { status: 404, fr: 'Ce client n’existe pas.', en: 'This client does not exist.' },
  unknown_dossier: { status: 404, fr: 'Ce dossier n’existe pas.', en: 'This dossier does not exist.' },
  unknown_member: {
    status: 404,
    fr: 'Cette personne ne fait pas partie de l’organisation.',
    en: 'This person is not a member of the organisation.',
  },
  client_already_there: {
    status: 409,
    fr: (d) =>
      `Le SIRET ${String(d['siret'])} est déjà celui de « ${String(d['name'])} ». Ouvrez son dossier plutôt que d’en créer un second.`,
    en: (d) =>
      `SIRET ${String(d['siret'])} already belongs to “${String(d['name'])}”. Open its dossier rather than creating a second one.`,
  },
  already_member: {
    status: 409,
    fr: (d) => `${String(d['name'])} fait déjà partie de l’organisation. Changez plutôt son rôle.`,
    en: (d) => `${String(d['name'])} is already a member. Change their role instead.`,
  },
  last_owner: {
    status: 409,
    fr: 'L’organisation doit garder au moins un responsable. Donnez d’abord ce rôle à quelqu’un d’autre.',
    en: 'The organisation must keep at least one owner. Give this role to someone else first.',
  },
} as const satisfies Refusals;
