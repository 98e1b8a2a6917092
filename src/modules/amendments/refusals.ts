import { frenchDate } from '../../shared/french.ts';
import type { Refusals } from '../../shared/refusal.ts';
import type { CivilDate } from '../../shared/time.ts';
import { signingRefusals } from '../signing/index.ts';

const day = (value: unknown) => frenchDate(value as CivilDate);
const states: Record<string, [string, string]> = {
  signed: ['signé', 'signed'],
  refused: ['refusé', 'refused'],
  expired: ['expiré', 'expired'],
  withdrawn: ['retiré', 'withdrawn'],
  overtaken: ['dépassé par un autre avenant', 'overtaken by another amendment'],
};

export const refusals = {
  accepted_by_client: signingRefusals.accepted_by_client,
  delegate_incomplete: signingRefusals.delegate_incomplete,
  too_many_signatories: signingRefusals.too_many_signatories,
  signatory_address_shared: signingRefusals.signatory_address_shared,
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  unknown_amendment: { status: 404, fr: 'Cet avenant n’existe pas.', en: 'This amendment does not exist.' },
  unknown_request: { status: 404, fr: 'Cette demande n’existe pas.', en: 'This request does not exist.' },
  unknown_clause: {
    status: 404,
    fr: 'Cette clause n’est pas dans le contrat.',
    en: 'This clause is not in the contract.',
  },
  value_lost: {
    status: 422,
    fr: ({ words }) =>
      `Le texte proposé ne dit plus «\u00a0${words}\u00a0». Cette valeur est une condition\u00a0: laissez-la dans la phrase et changez-la dans les conditions.`,
    en: ({ words }) =>
      `The proposed text no longer says “${words}”. That value is a condition: leave it in the sentence and change it among the terms.`,
  },
  text_not_found: {
    status: 409,
    fr: 'Ce passage a changé depuis, ou il est établi par les conditions (tableau, liste)\u00a0: changez la condition.',
    en: 'This passage has changed since, or is drawn from the terms (table, list): change the term.',
  },
  text_not_well_formed: {
    status: 422,
    fr: ({ faults }) => `Le texte proposé ne peut pas entrer au contrat\u00a0: ${faults}`,
    en: ({ faults }) => `The proposed text cannot enter the contract: ${faults}`,
  },
  mission_closed: {
    status: 409,
    fr: 'La mission est clôturée : son contrat ne se modifie plus.',
    en: 'The mission is closed: its contract no longer changes.',
  },
  amendment_sent_already: {
    status: 409,
    fr: ({ number }) =>
      `L’avenant ${number ?? ''} est déjà envoyé : il ne se modifie plus. Retirez-le pour en proposer un autre.`,
    en: ({ number }) => `Amendment ${number ?? ''} has been sent: it no longer changes. Withdraw it to propose another.`,
  },
  amendment_not_sent: { status: 409, fr: 'Cet avenant n’est pas encore envoyé.', en: 'This amendment has not been sent yet.' },
  amendment_answered: {
    status: 409,
    fr: ({ number, status }) => `L’avenant ${number} est déjà ${states[String(status)]?.[0] ?? 'clos'}.`,
    en: ({ number, status }) => `Amendment ${number} is already ${states[String(status)]?.[1] ?? 'closed'}.`,
  },
  amendment_expired: {
    status: 410,
    fr: ({ number, validUntil }) => `L’avenant ${number} était à signer avant le ${day(validUntil)} inclus.`,
    en: ({ number, validUntil }) => `Amendment ${number} was to be signed by ${validUntil}.`,
  },
  amendment_still_valid: {
    status: 409,
    fr: ({ validUntil }) => `L’avenant peut être signé jusqu’au ${day(validUntil)}.`,
    en: ({ validUntil }) => `The amendment may be signed until ${validUntil}.`,
  },
  amendment_incomplete: {
    status: 422,
    fr: ({ findings }) => `L’avenant ne peut pas être envoyé : ${(findings as unknown[]).length} point(s) à régler.`,
    en: ({ findings }) => `The amendment cannot be sent: ${(findings as unknown[]).length} point(s) to settle.`,
  },
  changed_elsewhere: {
    status: 409,
    fr: 'Ce brouillon a été modifié dans un autre onglet. Rechargez la page pour voir la dernière version ; votre saisie reste affichée.',
    en: 'This draft was changed in another tab. Reload to see the latest version; what you typed is still shown.',
  },
  reason_required: {
    status: 422,
    fr: 'Indiquez le motif : il sera conservé au dossier.',
    en: 'Give the reason: it is kept in the file.',
  },
  document_not_ready: {
    status: 409,
    fr: 'Le document est en cours de mise en page : réessayez dans un instant.',
    en: 'The document is being rendered: try again in a moment.',
  },
  description_required: {
    status: 422,
    fr: 'Décrivez ce qui est demandé : c’est ce que l’autre partie lira.',
    en: 'Describe what is asked: it is what the other party will read.',
  },
  quantity_required: {
    status: 422,
    fr: 'Indiquez la quantité demandée : le prix en dépend.',
    en: 'Give the quantity asked for: the price depends on it.',
  },
  request_answered: {
    status: 409,
    fr: 'Cette demande a déjà reçu sa réponse.',
    en: 'This request has been answered already.',
  },
  not_yours_to_answer: {
    status: 403,
    fr: 'C’est à l’autre partie de répondre à cette demande.',
    en: 'It is for the other party to answer this request.',
  },
} as const satisfies Refusals;
