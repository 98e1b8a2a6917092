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
  ended: ['terminé', 'ended'],
};

export const refusals = {
  accepted_by_client: signingRefusals.accepted_by_client,
  delegate_incomplete: signingRefusals.delegate_incomplete,
  too_many_signatories: signingRefusals.too_many_signatories,
  signatory_address_shared: signingRefusals.signatory_address_shared,
  unknown_framework: { status: 404, fr: 'Ce contrat-cadre n’existe pas.', en: 'This framework agreement does not exist.' },
  already_sent: {
    status: 409,
    fr: ({ number }) => `Le contrat-cadre n° ${number} est déjà envoyé : il ne se modifie plus. Un avenant le changera.`,
    en: ({ number }) => `Framework ${number} has been sent: it no longer changes. An amendment will change it.`,
  },
  changed_elsewhere: {
    status: 409,
    fr: 'Ce contrat-cadre a été modifié dans un autre onglet. Rechargez la page pour voir la dernière version ; votre saisie reste affichée.',
    en: 'This framework was changed in another tab. Reload to see the latest version; what you typed is still shown.',
  },
  framework_incomplete: {
    status: 422,
    fr: ({ findings }) => `Le contrat-cadre ne peut pas être envoyé : ${(findings as unknown[]).length} point(s) à compléter.`,
    en: ({ findings }) => `The framework cannot be sent: ${(findings as unknown[]).length} point(s) to complete.`,
  },
  not_sent_yet: { status: 409, fr: 'Ce contrat-cadre n’est pas encore envoyé.', en: 'This framework has not been sent yet.' },
  already_answered: {
    status: 409,
    fr: ({ number, status }) => `Le contrat-cadre n° ${number} est déjà ${answers[String(status)]?.[0] ?? 'clos'}.`,
    en: ({ number, status }) => `Framework ${number} is already ${answers[String(status)]?.[1] ?? 'closed'}.`,
  },
  framework_expired: {
    status: 410,
    fr: ({ number, validUntil }) => `Le contrat-cadre n° ${number} était proposé jusqu’au ${day(validUntil)} inclus.`,
    en: ({ number, validUntil }) => `Framework ${number} was offered until ${validUntil}.`,
  },
  still_valid: {
    status: 409,
    fr: ({ validUntil }) => `L’offre reste valable jusqu’au ${day(validUntil)}.`,
    en: ({ validUntil }) => `The offer is valid until ${validUntil}.`,
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
  nothing_to_revise: {
    status: 409,
    fr: 'Aucun changement accepté n’attend : la révision dirait la même chose que le document envoyé.',
    en: 'No accepted change is waiting: the revision would say the same as the document sent.',
  },
  revision_incomplete: {
    status: 422,
    fr: ({ findings }) =>
      `La révision ne peut pas être envoyée : ${(findings as { fr: string }[]).map(({ fr }) => fr).join(' ')}`,
    en: ({ findings }) => `The revision cannot be sent: ${(findings as { en: string }[]).map(({ en }) => en).join(' ')}`,
  },
  not_in_force: { status: 409, fr: 'Ce contrat-cadre n’est pas en vigueur.', en: 'This framework is not in force.' },
  no_tacit_renewal: {
    status: 409,
    fr: 'Ce contrat-cadre ne se renouvelle pas de lui-même : il n’y a rien à refuser.',
    en: 'This framework does not renew itself: there is nothing to stop.',
  },
  no_express_renewal: {
    status: 409,
    fr: 'Ce contrat-cadre ne se renouvelle pas par un écrit : suivez ce qui y est signé.',
    en: 'This framework is not renewed in writing: follow what was signed.',
  },
  renewal_already_stopped: {
    status: 409,
    fr: ({ on }) => `Le non-renouvellement est déjà enregistré depuis le ${day(on)}.`,
    en: ({ on }) => `Non-renewal has been recorded since ${on}.`,
  },
  notice_too_late: {
    status: 409,
    fr: ({ by, endsOn }) =>
      `Le préavis devait être donné le ${day(by)} au plus tard : le contrat-cadre se renouvelle le ${day(endsOn)}.`,
    en: ({ by, endsOn }) => `Notice was due by ${by}: the framework renews on ${endsOn}.`,
  },
  still_running: {
    status: 409,
    fr: ({ endsOn }) => `Le contrat-cadre court jusqu’au ${day(endsOn)}.`,
    en: ({ endsOn }) => `The framework runs until ${endsOn}.`,
  },
} as const satisfies Refusals;
