import type { Cents } from '../../../shared/money.ts';

/** How one price of a prepared amendment was found, from the unit prices of the contract: shown before anybody sends it. */
export type Computation = {
  /** What is added: « 300 appels ». */
  fr: string;
  en: string;
  /** « 1 600,00 € ÷ 1 500 appels × 300 ». Null when the contract holds no price to start from. */
  formulaFr: string | null;
  formulaEn: string | null;
  amountCents: Cents | null;
};
