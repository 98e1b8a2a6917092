export type SiretReading =
  | { siret: string; siren: string; restored: boolean }
  | { siret: null; siren: string; restored: boolean; note: 'siren_only' }
  | { siret: null; siren: null; restored: false; note: 'siret_wrong_key' | 'siret_rounded' | 'siret_malformed' };

/** Reads an establishment number: fourteen digits with their key, or nine for the company alone. */
export const readSiret = (given: string): SiretReading | null => {
  if (given.length === 14 && isSiret(given)) return { siret: given, siren: given.slice(0, 9), restored: false };
  const text = given.trim();
  if (text === '') return null;
  if (/^\d[.,]\d+E\+?\d+$/i.test(text)) return { siret: null, siren: null, restored: false, note: 'siret_rounded' };
  const digits = text.replace(/[\s.\u00a0\u202f-]/g, '');
  if (!/^\d+$/.test(digits)) return { siret: null, siren: null, restored: false, note: 'siret_malformed' };
  if (isSiret(digits)) return { siret: digits, siren: digits.slice(0, 9), restored: false };
  // A spreadsheet eats the zeros in front.
  const padded = digits.padStart(14, '0');
  if (digits.length >= 12 && digits.length < 14 && isSiret(padded))
    return { siret: padded, siren: padded.slice(0, 9), restored: true };
  const siren = digits.padStart(9, '0');
  if (digits.length >= 8 && digits.length <= 9 && isSiren(siren))
    return { siret: null, siren, restored: digits.length < 9, note: 'siren_only' };
  return { siret: null, siren: null, restored: false, note: digits.length === 14 ? 'siret_wrong_key' : 'siret_malformed' };
};

/**
 * A SIRET's last digit answers for the others (Luhn); La Poste's branches follow a sum of their own (INSEE). The rule is the
 * one of parties/domain/company-number.ts, written for a hundred thousand rows: a test holds the two together.
 */
const isSiret = (digits: string): boolean => {
  if (!/^\d{14}$/.test(digits) || !isSiren(digits.slice(0, 9))) return false;
  const isLaPosteBranch = digits.startsWith('356000000') && digits !== '35600000000048';
  return isLaPosteBranch ? digitSum(digits) % 5 === 0 : luhn(digits);
};

const isSiren = (digits: string): boolean => luhn(digits) && digits !== '000000000';

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
};

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);
