import { type AgreementForm, agreementForms, printedNumber } from '../../contracts/index.ts';

/** The forms that an offer for one mission may take. */
export const quoteForms = [
  'devis',
  'contrat',
  'lettre-de-mission',
  'bon-de-commande',
] as const satisfies readonly AgreementForm[];
export type QuoteForm = (typeof quoteForms)[number];

/** What the document calls itself on its first page. */
export const printedTitles: Record<QuoteForm, string> = {
  devis: 'Devis et contrat de prestation',
  contrat: 'Contrat de prestation de services',
  'lettre-de-mission': 'Lettre de mission',
  'bon-de-commande': 'Bon de commande',
};

/** The form of signed content, which says nothing when it is a devis. */
export const formOf = (content: { form?: string | undefined }): QuoteForm =>
  quoteForms.find((form) => form === content.form) ?? 'devis';

type Numbered = { number: string; revision?: number | undefined };

/** How the dossier files it: « Lettre de mission LM-2026-0001 ». A signed devis is a contract, and is filed as one. */
export const filedTitle = (content: { form?: string | undefined } & Numbered): string => {
  const form = formOf(content);
  return `${form === 'devis' ? 'Devis et contrat' : agreementForms[form].name.fr} ${printedNumber(content)}`;
};
