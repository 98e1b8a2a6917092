import type { IdentityProblem } from './input-problems.ts';

/** The French VAT number of a company: FR, a key of two digits drawn from its SIREN, the SIREN. */
export const vatNumberOf = (siren: string): string => `FR${String(digitKey(siren)).padStart(2, '0')}${siren}`;

const digitKey = (siren: string): number => (12 + 3 * (Number(siren) % 97)) % 97;

// The tax office also gives keys with letters, once the digits ran out: the same remainder, written in base 33/34
// over an alphabet without I and O (as python-stdnum describes it).
const keyAlphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const alphanumericKeyHolds = (key: string, siren: string): boolean => {
  const first = keyAlphabet.indexOf(key[0]!);
  const second = keyAlphabet.indexOf(key[1]!);
  if (first < 0 || second < 0) return false;
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11;
};

// The shapes of the other Member States, without their keys: a number there is proven by VIES, not by arithmetic here.
const europeanShape = /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{2,12}$/;

/** What is wrong with a VAT number, or null. With the SIREN known, a French number must carry that SIREN. */
export const vatNumberProblem = (vatNumber: string, siren?: string): IdentityProblem | null => {
  if (!vatNumber.startsWith('FR')) return europeanShape.test(vatNumber) ? null : 'vat_shape';
  if (!/^FR[0-9A-HJ-NP-Z]{2}\d{9}$/.test(vatNumber)) return 'vat_shape';
  const key = vatNumber.slice(2, 4);
  const numbered = vatNumber.slice(4);
  const holds = /^\d\d$/.test(key) ? Number(key) === digitKey(numbered) : alphanumericKeyHolds(key, numbered);
  if (!holds) return 'vat_key';
  return siren && numbered !== siren ? 'vat_other_company' : null;
};
