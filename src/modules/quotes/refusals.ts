import { frenchDate } from '../../shared/french.ts';
import type { Refusals } from '../../shared/refusal.ts';
import type { CivilDate } from '../../shared/time.ts';
import { signingRefusals } from '../signing/index.ts';

const day = (value: unknown) => frenchDate(value as CivilDate);
const answers: Record<string, [string, string]> = {
  signed: ['signé', 'signed'],
  refused: ['refusé', 'refused'],
  expired: ['expiré', 'expired'],
  withdrawn: ['retiré', 'withdrawn'],
};

export const refusals = {
  unknown_model: {
    status: 404,
    fr: 'Ce modèle n’est pas proposé pour ce document.',
    en: 'This model is not offered for this document.',
  },
  accepted_by_client: signingRefusals.accepted_by_client,
  delegate_incomplete: signingRefusals.delegate_incomplete,
  too_many_signatories: signingRefusals.too_many_signatories,
  signatory_address_shared: signingRefusals.signatory_address_shared,
  unknown_quote: { status: 404, fr: 'Ce devis n’existe pas.', en: 'This quote does not exist.' },
  already_sent: {
    status: 409,
    fr: ({ number }) => `Le devis n° ${number} est déjà envoyé : il ne se modifie plus. Retirez-le ou proposez un nouveau devis.`,
    en: ({ number }) => `Quote ${number} has been sent: it no longer changes. Withdraw it or make a new one.`,
  },
  changed_elsewhere: {
    status: 409,
    fr: 'Ce devis a été modifié dans un autre onglet. Rechargez la page pour voir la dernière version ; votre saisie reste affichée.',
    en: 'This quote was changed in another tab. Reload to see the latest version; what you typed is still shown.',
  },
  quote_incomplete: {
    status: 422,
    fr: ({ findings }) => `Le devis ne peut pas être envoyé : ${(findings as unknown[]).length} point(s) à compléter.`,
    en: ({ findings }) => `The quote cannot be sent: ${(findings as unknown[]).length} point(s) to complete.`,
  },
  derogations_to_acknowledge: {
    status: 409,
    fr: ({ derogations }) =>
      `Ce document s’écarte de ce qui est déjà convenu sur ${(derogations as unknown[]).length} point(s) : relisez-les et confirmez-les avant l’envoi.`,
    en: ({ derogations }) =>
      `This document departs from what is already agreed on ${(derogations as unknown[]).length} point(s): read and confirm them before sending.`,
  },
  framework_not_signed: {
    status: 409,
    fr: 'Ce contrat-cadre n’est pas signé : aucune commande ne peut s’y rattacher.',
    en: 'This framework is not signed: no order can fall under it.',
  },
  framework_required: {
    status: 422,
    fr: 'Un bon de commande se rattache à un contrat-cadre signé : choisissez-le.',
    en: 'A purchase order falls under a signed framework: choose it.',
  },
  unknown_framework: { status: 404, fr: 'Ce client n’existe pas.', en: 'This client does not exist.' },
  no_opportunity: {
    status: 409,
    fr: 'Rien n’appelle encore un contrat-cadre avec ce client, ou il y en a déjà un.',
    en: 'Nothing calls for a framework with this client yet, or there is one already.',
  },
  unknown_annex: {
    status: 404,
    fr: 'Ce document n’a pas cette annexe : rechargez la page.',
    en: 'This document has no such annex: reload the page.',
  },
  not_sent_yet: { status: 409, fr: 'Ce devis n’est pas encore envoyé.', en: 'This quote has not been sent yet.' },
  already_answered: {
    status: 409,
    fr: ({ number, status }) => `Le devis n° ${number} est déjà ${answers[String(status)]?.[0] ?? 'clos'}.`,
    en: ({ number, status }) => `Quote ${number} is already ${answers[String(status)]?.[1] ?? 'closed'}.`,
  },
  quote_expired: {
    status: 410,
    fr: ({ number, validUntil }) =>
      `Le devis n° ${number} était valable jusqu’au ${day(validUntil)} inclus. Demandez-en un nouveau.`,
    en: ({ number, validUntil }) => `Quote ${number} was valid until ${validUntil}. Ask for a new one.`,
  },
  still_valid: {
    status: 409,
    fr: ({ validUntil }) => `Le devis reste valable jusqu’au ${day(validUntil)}.`,
    en: ({ validUntil }) => `The quote is valid until ${validUntil}.`,
  },
  reason_required: {
    status: 422,
    fr: 'Indiquez le motif : il sera conservé au dossier.',
    en: 'Give the reason: it is kept in the file.',
  },
  nothing_to_revise: {
    status: 409,
    fr: 'Aucun changement accepté n’attend\u00a0: la révision dirait la même chose que le document envoyé.',
    en: 'No accepted change is waiting: the revision would say the same as the document sent.',
  },
  revision_incomplete: {
    status: 422,
    fr: ({ findings }) =>
      `La révision ne peut pas être envoyée : ${(findings as { fr: string }[]).map(({ fr }) => fr).join(' ')}`,
    en: ({ findings }) => `The revision cannot be sent: ${(findings as { en: string }[]).map(({ en }) => en).join(' ')}`,
  },
  unknown_clause: {
    status: 404,
    fr: 'Cette clause n’existe pas ou n’est plus en service.',
    en: 'This clause does not exist or is retired.',
  },
  clause_mandatory: {
    status: 409,
    fr: ({ title }) => `La clause « ${title} » est obligatoire dans ce document : elle ne peut pas être retirée.`,
    en: ({ title }) => `Clause “${title}” is mandatory in this document: it cannot be taken out.`,
  },
  clause_already_there: {
    status: 409,
    fr: ({ title }) => `La clause « ${title} » est déjà dans ce document : complétez ses conditions dans le formulaire.`,
    en: ({ title }) => `Clause “${title}” is already in this document: complete its conditions in the form.`,
  },
  document_not_ready: {
    status: 409,
    fr: 'Le document est en cours de mise en page : réessayez dans un instant.',
    en: 'The document is being rendered: try again in a moment.',
  },
} as const satisfies Refusals;
