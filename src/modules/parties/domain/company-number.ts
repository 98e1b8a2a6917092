import type { IdentityProblem } from './input-problems.ts';

/** Removes what people type between digits: spaces (also unbreakable ones), dots, dashes. */
export const compact = (typed: string): string => typed.replace(/[\s\u00a0\u202f.\-]/gu, '').toUpperCase();

/** The formula of Luhn: every second digit from the right doubled; the sum must divide by 10. */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
};

/** What is wrong with a SIREN (9 digits, the company), or null. */
export const sirenProblem = (siren: string): IdentityProblem | null => {
  if (!/^\d{9}$/.test(siren)) return 'siren_length';
  return passesLuhn(siren) && siren !== '000000000' ? null : 'siren_key';
};

/**
 * What is wrong with a SIRET (14 digits, one establishment of a company), or null.
 * La Poste (SIREN 356000000) ran out of Luhn numbers: its branches need a digit sum that divides by 5.
 */
export const siretProblem = (siret: string): IdentityProblem | null => {
  if (!/^\d{14}$/.test(siret)) return 'siret_length';
  const siren = sirenOf(siret);
  if (sirenProblem(siren)) return 'siret_key';
  const isLaPosteBranch = siren === '356000000' && siret !== '35600000000048';
  const holds = isLaPosteBranch ? digitSum(siret) % 5 === 0 : passesLuhn(siret);
  return holds ? null : 'siret_key';
};

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** The company behind an establishment: the first nine digits. */
export const sirenOf = (siret: string): string => siret.slice(0, 9);

/** 732829320 reads « 732 829 320 ». The spaces do not break at a line end. */
export const printedSiren = (siren: string): string => siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
/** 73282932000074 reads « 732 829 320 00074 ». */
export const printedSiret = (siret: string): string => `${printedSiren(sirenOf(siret))}\u00a0${siret.slice(9)}`;
