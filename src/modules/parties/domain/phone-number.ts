import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { IdentityProblem } from './input-problems.ts';

/** A telephone number as the network reads it, '+33199001234', or null. A number without a country is French. */
export const phoneNumber = (typed: string): string | null => {
  const parsed = parsePhoneNumberFromString(typed, 'FR');
  return parsed && (parsed.isValid() || isFictionNumber(parsed.number)) ? parsed.number : null;
};

// Arcep keeps 01 99 00 xx xx, 02 61 91, 03 53 01, 04 65 71, 05 36 49 and 06 39 98 for works of fiction; the demo uses them.
const isFictionNumber = (e164: string): boolean => /^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/.test(e164);

export const phoneProblem = (typed: string): IdentityProblem | null => (phoneNumber(typed) ? null : 'phone_shape');

/** +33199001234 reads « 01 99 00 12 34 »; a foreign number keeps its country code. */
export const printedPhone = (e164: string): string => {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return (parsed.countryCallingCode === '33' ? parsed.formatNational() : parsed.formatInternational()).replaceAll(' ', '\u00a0');
};
