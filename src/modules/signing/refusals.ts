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
  not_your_turn: {
    status: 409,
    fr: (d) => `Ce n’est pas encore votre tour : ${String(d['names'] ?? '')} signe d’abord. Vous recevrez un e-mail.`,
    en: (d) => `It is not your turn yet: ${String(d['names'] ?? '')} signs first. You will receive an e-mail.`,
  },
  copy_only: {
    status: 403,
    fr: 'Vous recevez ce document en copie : vous n’avez rien à signer.',
    en: 'You receive this document as a copy: there is nothing for you to sign.',
  },
  you_delegated: {
    status: 410,
    fr: 'Vous avez transmis cette demande à une autre personne : c’est elle qui signe.',
    en: 'You passed this request to someone else: they sign.',
  },
  not_accepted_as_signer: {
    status: 410,
    fr: 'Le prestataire a préféré que la première personne demandée signe. Vous n’avez rien à faire.',
    en: 'The provider preferred the first person asked to sign. There is nothing for you to do.',
  },
  nothing_to_initial: {
    status: 409,
    fr: 'Cet article n’est pas à parapher.',
    en: 'This article is not to be initialled.',
  },
  initials_unreadable: {
    status: 422,
    fr: 'Le paraphe se compose de une à six lettres, par exemple HM.',
    en: 'Initials are one to six letters, for example HM.',
  },
  initials_missing: {
    status: 409,
    fr: (d) => `Lisez et paraphez d’abord les articles ${String(d['articles'] ?? '')}.`,
    en: (d) => `First read and initial articles ${String(d['articles'] ?? '')}.`,
  },
  options_unknown: {
    status: 422,
    fr: 'Les options choisies ne sont pas celles de ce document. Rechargez la page.',
    en: 'The options chosen are not those of this document. Reload the page.',
  },
  options_settled: {
    status: 409,
    fr: 'Les options ont été choisies à la première signature : ce document n’a qu’un prix. Si elles ne conviennent pas, refusez en le disant.',
    en: 'The options were chosen at the first signature: this document has one price. If they do not suit, refuse and say so.',
  },
  already_delegated: {
    status: 409,
    fr: 'Cette demande vous a déjà été transmise : elle ne se transmet pas une seconde fois. Vous pouvez refuser en disant qui doit signer.',
    en: 'This request was already passed on to you: it cannot be passed on twice. You may refuse and say who should sign.',
  },
  delegate_incomplete: {
    status: 422,
    fr: 'Indiquez le nom, la qualité et l’adresse e-mail de la personne qui signera.',
    en: 'Give the name, capacity and e-mail address of the person who will sign.',
  },
  delegation_reason_missing: {
    status: 422,
    fr: 'Dites en quelques mots pourquoi : la trace en est gardée.',
    en: 'Say in a few words why: it is kept on record.',
  },
  delegate_already_asked: {
    status: 409,
    fr: 'Cette personne est déjà appelée à signer ce document : chacun signe avec sa propre adresse.',
    en: 'This person is already asked to sign this document: each signs with their own address.',
  },
  too_many_signatories: {
    status: 422,
    fr: (d) => `Un document se signe à ${number(d, 'most') + 2} personnes au plus, copies comprises.`,
    en: (d) => `A document is signed by ${number(d, 'most') + 2} people at most, copies included.`,
  },
  signatory_address_shared: {
    status: 422,
    fr: 'Deux personnes ont la même adresse e-mail : chacune signe avec la sienne.',
    en: 'Two people have the same e-mail address: each signs with their own.',
  },
  already_asked_to_sign: {
    status: 409,
    fr: 'La signature de ce document est déjà demandée : ses signataires ne changent plus. Retirez-le ou préparez une nouvelle version.',
    en: 'This document is already out for signature: its signatories no longer change. Withdraw it or prepare a new version.',
  },
  unknown_delegate: {
    status: 404,
    fr: 'Cette transmission n’existe pas, ou vous l’avez déjà refusée.',
    en: 'This delegation does not exist, or you already refused it.',
  },
  delegate_has_signed: {
    status: 409,
    fr: 'Cette personne a déjà signé : la transmission ne se refuse plus.',
    en: 'This person has already signed: the delegation can no longer be refused.',
  },
  extension_needs_version: {
    status: 409,
    fr: 'Ce document prend effet à des dates qu’il écrit : envoyez-en une version à jour plutôt que de prolonger celle-ci.',
    en: 'This document takes effect on dates that it writes: send an updated version rather than extending this one.',
  },
  extension_not_later: {
    status: 422,
    fr: 'Choisissez un jour après l’échéance actuelle.',
    en: 'Choose a day after the current deadline.',
  },
  extension_too_long: {
    status: 422,
    fr: (d) => `Un délai se prolonge de ${number(d, 'days')} jours au plus : au-delà, envoyez un document à jour.`,
    en: (d) => `A deadline is extended by ${number(d, 'days')} days at most: beyond that, send an updated document.`,
  },
  accepted_by_client: {
    status: 409,
    fr: 'Le client a signé : son acceptation vous est parvenue, l’offre ne se retire plus (C. civ. 1121). Contresignez, ou proposez-lui une nouvelle version qu’il signera.',
    en: 'The client has signed: the acceptance has reached you and the offer can no longer be withdrawn (C. civ. 1121). Countersign, or offer a new version to sign.',
  },
  link_again_too_soon: {
    status: 429,
    fr: 'Un lien vient de partir à votre adresse. Regardez aussi dans les courriers indésirables, ou réessayez dans dix minutes.',
    en: 'A link has just left for your address. Look in your junk mail too, or try again in ten minutes.',
  },
  file_not_a_pdf: {
    status: 415,
    fr: 'Ce fichier n’est pas un PDF. Déposez le PDF tel que vous l’avez reçu.',
    en: 'This file is not a PDF. Drop the PDF as you received it.',
  },
  file_encrypted: {
    status: 415,
    fr: 'Ce PDF est protégé par un mot de passe : il ne peut pas être lu. Cadran n’en émet jamais de tels.',
    en: 'This PDF is protected by a password and cannot be read. Cadran never issues such files.',
  },
  file_unreadable: {
    status: 422,
    fr: 'Ce PDF est endommagé : il ne peut pas être lu. Déposez le fichier d’origine, sans le réenregistrer.',
    en: 'This PDF is damaged and cannot be read. Drop the original file, without saving it again.',
  },
  file_too_slow: {
    status: 422,
    fr: 'Ce PDF demande trop de temps à lire. Vérifiez-le chez vous avec les commandes indiquées.',
    en: 'This PDF takes too long to read. Check it on your own machine with the commands given.',
  },
  link_again_closed: {
    status: 410,
    fr: 'Ce document ne se signe plus : un nouveau lien n’ouvrirait rien. Écrivez à votre interlocuteur.',
    en: 'This document can no longer be signed: a new link would open nothing. Write to your contact.',
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
