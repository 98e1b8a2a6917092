import type { RefusalDetails } from '../../shared/decision.ts';
import type { Refusals } from '../../shared/refusal.ts';

const number = (details: RefusalDetails, key: string) => Number(details[key] ?? 0);
const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** Every "no" of a signature. */
export const refusals = {
  unknown_request: { status: 404, fr: 'Cette demande de signature n’existe pas.', en: 'This signature request does not exist.' },
  not_your_step: {
    status: 403,
    fr: 'Cette étape revient à l’autre partie : le client signe le premier, le prestataire contresigne.',
    en: 'This step belongs to the other party: the client signs first, the provider countersigns.',
  },
  request_expired: {
    status: 410,
    fr: 'Le délai pour signer ce document est passé. Demandez à votre prestataire de le renvoyer.',
    en: 'The time to sign this document is over. Ask your provider to send it again.',
  },
  document_not_ready: {
    status: 409,
    fr: 'Le document est en préparation. Revenez dans un instant.',
    en: 'The document is being prepared. Come back in a moment.',
  },
  document_already_attached: {
    status: 409,
    fr: 'Le document de cette demande est déjà figé.',
    en: 'This request’s document is already frozen.',
  },
  document_not_read: {
    status: 409,
    fr: 'Ouvrez d’abord le document : on n’accepte que ce que l’on a pu lire.',
    en: 'Open the document first: one only accepts what one could read.',
  },
  consent_missing: {
    status: 409,
    fr: 'Acceptez d’abord le document et les conditions générales.',
    en: 'Accept the document and the general terms first.',
  },
  consent_text_differs: {
    status: 409,
    fr: 'Le texte accepté n’est pas celui de ce document. Rechargez la page, puis recommencez.',
    en: 'The accepted text is not this document’s. Reload the page, then try again.',
  },
  client_has_not_signed: {
    status: 409,
    fr: 'Le client n’a pas encore signé. Vous contresignerez après lui.',
    en: 'The client has not signed yet. You countersign afterwards.',
  },
  already_signed_by_client: {
    status: 409,
    fr: 'Ce document est déjà signé par le client. Le prestataire le contresigne.',
    en: 'The client has already signed this document. The provider countersigns.',
  },
  already_signed_by_client_online: {
    status: 409,
    fr: 'Le client a déjà signé en ligne : contresignez en ligne, sans passer par le papier.',
    en: 'The client has already signed online: countersign online, not on paper.',
  },
  already_signed: {
    status: 409,
    fr: 'Ce document est déjà signé par les deux parties.',
    en: 'This document is already signed by both parties.',
  },
  already_refused: { status: 409, fr: 'Ce document a été refusé par le client.', en: 'The client refused this document.' },
  request_withdrawn: {
    status: 410,
    fr: 'Le prestataire a retiré ce document. S’il en existe une nouvelle version, vous recevrez un nouveau lien.',
    en: 'The provider withdrew this document. If there is a new version, you will receive a new link.',
  },
  document_changed: {
    status: 409,
    fr: 'Le document n’est plus celui que vous avez lu : rien n’est signé. Rechargez la page et relisez-le.',
    en: 'The document is no longer the one you read: nothing is signed. Reload the page and read it again.',
  },
  code_too_soon: {
    status: 429,
    fr: (d) =>
      `Un code vient de partir. Vous pourrez en demander un autre dans ${plural(number(d, 'seconds'), 'seconde', 'secondes')}.`,
    en: (d) => `A code has just left. You can ask for another in ${plural(number(d, 'seconds'), 'second', 'seconds')}.`,
  },
  too_many_codes: {
    status: 429,
    fr: 'Cinq codes ont déjà été envoyés. Pour votre sécurité, demandez un nouveau lien à votre prestataire.',
    en: 'Five codes were already sent. For your safety, ask your provider for a new link.',
  },
  code_not_sent: { status: 409, fr: 'Demandez d’abord un code par e-mail.', en: 'Ask for a code by e-mail first.' },
  code_used: {
    status: 409,
    fr: 'Ce code a déjà servi. Demandez-en un nouveau.',
    en: 'This code was already used. Ask for a new one.',
  },
  code_wrong: {
    status: 422,
    fr: (d) => `Ce code n’est pas le bon. Il vous reste ${plural(number(d, 'left'), 'essai', 'essais')}.`,
    en: (d) => `This is not the right code. You have ${plural(number(d, 'left'), 'attempt', 'attempts')} left.`,
  },
  code_locked: {
    status: 423,
    fr: 'Code bloqué après cinq essais. Demandez-en un nouveau.',
    en: 'Code locked after five attempts. Ask for a new one.',
  },
  code_expired: {
    status: 410,
    fr: 'Ce code a expiré : il valait dix minutes. Demandez-en un nouveau.',
    en: 'This code has expired: it was valid for ten minutes. Ask for a new one.',
  },
  password_wrong: { status: 422, fr: 'Ce mot de passe n’est pas le bon.', en: 'This is not the right password.' },
  proof_missing: {
    status: 422,
    fr: 'Donnez votre mot de passe ou le code reçu par e-mail.',
    en: 'Give your password or the code received by e-mail.',
  },
  reason_missing: {
    status: 422,
    fr: 'Dites en quelques mots pourquoi vous refusez : le prestataire pourra vous proposer autre chose.',
    en: 'Say in a few words why you refuse: the provider can then propose something else.',
  },
  scan_unreadable: {
    status: 415,
    fr: 'Le scan doit être un fichier PDF, PNG ou JPEG lisible.',
    en: 'The scan must be a readable PDF, PNG or JPEG file.',
  },
  paper_date_in_future: {
    status: 422,
    fr: 'La date de signature ne peut pas être dans le futur.',
    en: 'The signature date cannot be in the future.',
  },
  paper_date_missing: {
    status: 422,
    fr: 'Indiquez la date de signature, sous la forme 2026-03-31.',
    en: 'Give the signature date, as 2026-03-31.',
  },
  paper_name_missing: {
    status: 422,
    fr: 'Indiquez le nom de la personne qui a signé.',
    en: 'Give the name of the person who signed.',
  },
  document_unknown: { status: 404, fr: 'Ce document n’existe pas.', en: 'This document does not exist.' },
  file_not_ready: {
    status: 409,
    fr: 'Les fichiers définitifs sont en préparation : ils arrivent aussi par e-mail.',
    en: 'The final files are being prepared: they also arrive by e-mail.',
  },
} as const satisfies Refusals;

export type SigningRefusal = keyof typeof refusals;
