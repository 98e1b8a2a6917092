import type { IdentityProblem } from './input-problems.ts';

/** Length of an IBAN by country, for the countries of the SEPA area (European Payments Council, SEPA scheme countries). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

/** What is wrong with an IBAN, or null: country, length, then the key (ISO 13616: the number modulo 97 is 1). */
export const ibanProblem = (iban: string): IdentityProblem | null => {
  const length = ibanLengths[iban.slice(0, 2)];
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || length === undefined) return 'iban_shape';
  if (iban.length !== length) return 'iban_length';
  return remainderBy97(iban.slice(4) + iban.slice(0, 4)) === 1 ? null : 'iban_key';
};

/** Letters count as 10 to 35; taken digit by digit, for the whole number is past what a double holds. */
const remainderBy97 = (text: string): number => {
  let remainder = 0;
  for (const digit of [...text].map((char) => parseInt(char, 36)).join('')) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
};

/** What is wrong with a BIC (8 or 11 characters, ISO 9362), or null. */
export const bicProblem = (bic: string): IdentityProblem | null =>
  /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ? null : 'bic_shape';

/** FR7630006000011234567890189 reads « FR76 3000 6000 0112 3456 7890 189 ». */
export const printedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0');
