import type { Language } from '../../../shared/refusal.ts';

type Words = {
  /** What its numbers begin with. */
  series: string;
  name: Record<Language, string>;
  /** As a subject: « le devis », « la lettre de mission ». */
  the: Record<Language, string>;
  /** French agreement of what is said of it: envoyé(e). */
  feminine: boolean;
};

/** The forms an agreement takes between two professionals, and what each is called. Signed content keeps the key for ever. */
export const agreementForms = {
  devis: { series: 'DEV', name: { fr: 'Devis', en: 'Quote' }, the: { fr: 'le devis', en: 'the quote' }, feminine: false },
  contrat: {
    series: 'CT',
    name: { fr: 'Contrat de prestation', en: 'Service contract' },
    the: { fr: 'le contrat de prestation', en: 'the service contract' },
    feminine: false,
  },
  'lettre-de-mission': {
    series: 'LM',
    name: { fr: 'Lettre de mission', en: 'Letter of engagement' },
    the: { fr: 'la lettre de mission', en: 'the letter of engagement' },
    feminine: true,
  },
  'bon-de-commande': {
    series: 'BC',
    name: { fr: 'Bon de commande', en: 'Purchase order' },
    the: { fr: 'le bon de commande', en: 'the purchase order' },
    feminine: false,
  },
  'contrat-cadre': {
    series: 'CC',
    name: { fr: 'Contrat-cadre', en: 'Framework agreement' },
    the: { fr: 'le contrat-cadre', en: 'the framework agreement' },
    feminine: false,
  },
  avenant: {
    series: 'AVT',
    name: { fr: 'Avenant', en: 'Amendment' },
    the: { fr: 'l’avenant', en: 'the amendment' },
    feminine: false,
  },
} as const satisfies Record<string, Words>;
export type AgreementForm = keyof typeof agreementForms;

/** What an agreement is called, from its number alone: « LM-2026-0003 » is a lettre de mission. */
export const formOfNumber = (number: string): AgreementForm =>
  (Object.keys(agreementForms) as AgreementForm[]).find((form) => number.startsWith(`${agreementForms[form].series}-`)) ??
  'devis';

/** « Lettre de mission LM-2026-0003 ». */
export const agreementName = (number: string, language: Language = 'fr'): string =>
  `${agreementForms[formOfNumber(number)].name[language]} ${number}`;

/** The number as people cite it: « DEV-2026-0001, révision 2 ». */
export const printedNumber = ({ number, revision }: { number: string; revision?: number | undefined }): string =>
  revision === undefined ? number : `${number}, révision\u00a0${revision}`;
