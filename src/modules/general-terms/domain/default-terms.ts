import type { DraftTerms } from '../../contracts/index.ts';

/** What a first edition proposes: the supplementary rules of the law and the article's own prudence, to be adapted before publication. */
export const firstDefaults: DraftTerms = {
  payment: {
    depositDue: 'on_receipt',
    delay: { days: 30, method: 'end_of_month_A' },
    means: 'Virement bancaire',
    penalty: { kind: 'ecb_plus_points', points: 10, mode: 'floating' },
    recoveryIndemnityCents: 4000,
    earlyPaymentDiscount: 'none',
    receivableCapCents: null,
  },
  termination: {
    providerNoticeDays: 15,
    clientNoticeDays: 15,
    consequence: 'Les prestations réalisées et les rendez-vous acceptés restent dus',
  },
  data: { enrichedFileOwner: 'client', scriptsOwner: 'provider', recordingsOwner: 'client' },
  confidentiality: { years: 3 },
  liability: { capCents: null, insurance: 'Responsabilité civile professionnelle souscrite par le prestataire' },
};
