import type { PhoneKind } from './phone.ts';

/** Whose line it is, which decides the rules that protect it: a company's, a sole trader's published one, a person's. */
export type ContactClass = 'ENTREPRISE' | 'EI_PRO' | 'PERSO';

export type ContactClues = {
  company: string | null;
  siret: string | null;
  kind: PhoneKind;
  email: string | null;
  headcount: string | null;
};

export type Classified = { contactClass: ContactClass; because: ContactClassReason };
export type ContactClassReason =
  'legal_form' | 'company_line' | 'employees' | 'company_mobile' | 'sole_trader_line' | 'sole_trader_mobile' | 'no_company';

const LEGAL_FORM =
  /\b(sarl|sas|sasu|eurl|sa|snc|sci|scop|scic|selarl|selas|scp|gie|gaec|earl|association|mairie|commune|syndicat|fondation|groupe|etablissements?|ets|societe|ste|cie)\b/;
const SOLE_TRADER = /\b(ei|eirl|entreprise individuelle|auto[- ]?entrepreneur|micro[- ]?entreprise|micro[- ]?entrepreneur)\b/;
const PERSONAL_MAIL = /@(gmail|hotmail|outlook|live|yahoo|orange|wanadoo|free|sfr|laposte|icloud|bbox)\./;

/**
 * Guesses whose line it is, on the prudent side: a sole trader reached on a mobile, or a line with no company behind it,
 * is treated as a consumer (C. conso. article liminaire; see docs/legal-sources.md#demarchage).
 */
export const classifyContact = (clues: ContactClues): Classified => {
  const name = clues.company === null ? '' : plain(clues.company);
  if (name === '' && clues.siret === null) return { contactClass: 'PERSO', because: 'no_company' };
  const mobile = clues.kind === 'mobile';
  if (SOLE_TRADER.test(name)) {
    return mobile
      ? { contactClass: 'PERSO', because: 'sole_trader_mobile' }
      : { contactClass: 'EI_PRO', because: 'sole_trader_line' };
  }
  if (LEGAL_FORM.test(name)) return { contactClass: 'ENTREPRISE', because: 'legal_form' };
  if (!mobile) return { contactClass: 'ENTREPRISE', because: 'company_line' };
  if (employees(clues.headcount) >= 3) return { contactClass: 'ENTREPRISE', because: 'employees' };
  if (clues.siret === null && clues.email !== null && PERSONAL_MAIL.test(clues.email))
    return { contactClass: 'PERSO', because: 'sole_trader_mobile' };
  return { contactClass: 'EI_PRO', because: 'company_mobile' };
};

const employees = (headcount: string | null): number => Number(/\d+/.exec(headcount ?? '')?.[0] ?? 0);

const plain = (text: string): string =>
  (/^[\u0000-\u007f]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
