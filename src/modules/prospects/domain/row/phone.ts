import { parsePhoneNumberFromString } from 'libphonenumber-js';

export type PhoneKind = 'landline' | 'mobile' | 'special';
export type PhoneCorrection =
  | 'phone_zero_restored'
  | 'phone_plus_restored'
  | 'phone_prefix_rewritten'
  | 'phone_overseas_prefix'
  | 'phone_extension_removed'
  | 'phone_first_of_several';
export type PhoneFault = 'phone_missing' | 'phone_not_a_number' | 'phone_incomplete' | 'phone_too_long' | 'phone_unassigned';

/** A number that can be dialled, in E.164. `country` is ISO 3166, the overseas departments included (RE, GP, MQ, GF, YT). */
export type Phone = { ok: true; e164: string; kind: PhoneKind; country: string; corrections: PhoneCorrection[] };
export type PhoneReading = Phone | { ok: false; fault: PhoneFault };

/** The ranges that Arcep keeps for fiction (decision 2018-0881): valid in form, never assigned, safe to show and to test with. */
const FICTION = /^(19900|26191|35301|46571|53649|63998)/;

export const isFictionalPhone = (e164: string): boolean => e164.startsWith('+33') && FICTION.test(e164.slice(3));

/** Reads a phone number as French people and spreadsheets write it, and says what had to be put right. */
export const readPhone = (given: string): PhoneReading => {
  if (/^0[1-9]\d{8}$/.test(given)) return french(given.slice(1), []);
  const text = given.replace(/[\u00a0\u202f\u2009\u200b\ufeff]/g, ' ').trim();
  if (text === '') return { ok: false, fault: 'phone_missing' };
  if (!/\d/.test(text)) return { ok: false, fault: 'phone_not_a_number' };
  return readOne(text, []) ?? readFirstOfSeveral(text);
};

const readFirstOfSeveral = (text: string): PhoneReading => {
  for (const part of text.split(/[/;,|]|\bou\b|\bet\b|\n/)) {
    const phone = part.replace(/\D/g, '').length >= 9 ? readOne(part.trim(), ['phone_first_of_several']) : null;
    if (phone?.ok) return phone;
  }
  const digits = text.replace(/\D/g, '');
  if (/[a-z]{3}/i.test(text) || digits.length === 0) return { ok: false, fault: 'phone_not_a_number' };
  return {
    ok: false,
    fault: digits.length < 9 ? 'phone_incomplete' : digits.length > 10 ? 'phone_too_long' : 'phone_unassigned',
  };
};

/** One number, or null when the text is not one number alone. */
const readOne = (given: string, corrections: PhoneCorrection[]): Phone | null => {
  let text = given;
  const extension = /\s*(?:poste|post|ext|extension|p)\s*[.:]?\s*\d{1,5}\s*$/i.exec(text);
  if (extension && extension.index > 8) {
    text = text.slice(0, extension.index);
    corrections = [...corrections, 'phone_extension_removed'];
  }
  // A spreadsheet that took the number for a quantity: 639985805.0 or 6,39985805E+08.
  text = spelledOut(text.replace(/^(\+?\d{9,})[.,]0{1,2}$/, '$1'));
  if (/[^\d\s.+\-_()/–]/.test(text)) return null;
  const compact = text.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  const international = /^(?:\+|00)(\d+)$/.exec(compact)?.[1];
  if (international !== undefined)
    return readInternational(international, compact === text.replace(/[\s.-]/g, '') && compact.startsWith('+'), corrections);
  if (!/^\d+$/.test(compact)) return null;
  if (/^0[1-9]\d{8}$/.test(compact)) return french(compact.slice(1), corrections);
  if (/^[1-9]\d{8}$/.test(compact)) return french(compact, [...corrections, 'phone_zero_restored']);
  if (/^33[1-9]\d{8}$/.test(compact)) return french(compact.slice(2), [...corrections, 'phone_plus_restored']);
  if (/^330[1-9]\d{8}$/.test(compact)) return french(compact.slice(3), [...corrections, 'phone_plus_restored']);
  return null;
};

const readInternational = (digits: string, asWritten: boolean, corrections: PhoneCorrection[]): Phone | null => {
  const national = /^33(0?)([1-9]\d{8})$/.exec(digits);
  const noted: PhoneCorrection[] = asWritten && national?.[1] !== '0' ? corrections : [...corrections, 'phone_prefix_rewritten'];
  if (national) return french(national[2]!, noted);
  if (digits.startsWith('33') || digits.startsWith('0')) return null;
  const phone = parsePhoneNumberFromString(`+${digits}`);
  if (!phone?.isValid()) return null;
  const country = phone.country ?? overseasCountry(phone.number) ?? 'ZZ';
  const national9 = phone.nationalNumber;
  const kind = overseas(national9)?.kind ?? foreignKind(phone.getType());
  return { ok: true, e164: phone.number, kind, country, corrections: noted };
};

const foreignKind = (type: string | undefined): PhoneKind =>
  type === 'MOBILE' ? 'mobile' : type === undefined || type.startsWith('FIXED_LINE') || type === 'VOIP' ? 'landline' : 'special';

/** A French number from its nine significant digits: Arcep's plan rather than a library's table, which refuses the fiction ranges. */
const french = (national: string, corrections: PhoneCorrection[]): Phone => {
  const away = overseas(national);
  if (away)
    return {
      ok: true,
      e164: away.prefix + national,
      kind: away.kind,
      country: away.country,
      corrections: [...corrections, 'phone_overseas_prefix'],
    };
  return { ok: true, e164: `+33${national}`, kind: mainlandKind(national), country: 'FR', corrections };
};

const mainlandKind = (national: string): PhoneKind => {
  const first = national.charCodeAt(0) - 48;
  if (first <= 5 || first === 9) return 'landline';
  if (first === 6) return 'mobile';
  // 07 00 to 07 02 carry machines, 08 carries free and surcharged services.
  return first === 7 && national.charCodeAt(1) >= 51 ? 'mobile' : 'special';
};

type Overseas = { prefix: string; country: string; kind: PhoneKind };
const OVERSEAS: Readonly<Record<string, Overseas>> = {
  '262': { prefix: '+262', country: 'RE', kind: 'landline' },
  '263': { prefix: '+262', country: 'RE', kind: 'landline' },
  '269': { prefix: '+262', country: 'YT', kind: 'landline' },
  '590': { prefix: '+590', country: 'GP', kind: 'landline' },
  '594': { prefix: '+594', country: 'GF', kind: 'landline' },
  '596': { prefix: '+596', country: 'MQ', kind: 'landline' },
  '639': { prefix: '+262', country: 'YT', kind: 'mobile' },
  '690': { prefix: '+590', country: 'GP', kind: 'mobile' },
  '691': { prefix: '+590', country: 'GP', kind: 'mobile' },
  '692': { prefix: '+262', country: 'RE', kind: 'mobile' },
  '693': { prefix: '+262', country: 'RE', kind: 'mobile' },
  '694': { prefix: '+594', country: 'GF', kind: 'mobile' },
  '696': { prefix: '+596', country: 'MQ', kind: 'mobile' },
  '697': { prefix: '+596', country: 'MQ', kind: 'mobile' },
};

const overseas = (national: string): Overseas | null =>
  FICTION.test(national) ? null : (OVERSEAS[national.slice(0, 3)] ?? null);

const overseasCountry = (e164: string): string | null => {
  const found = Object.values(OVERSEAS).find((place) => e164.startsWith(place.prefix));
  return found ? (overseas(e164.slice(4))?.country ?? found.country) : null;
};

const spelledOut = (text: string): string => {
  const scientific = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i.exec(text.trim());
  if (!scientific) return text;
  const [, head = '', decimals = '', power = '0'] = scientific;
  // Fewer decimals than the power: the spreadsheet rounded the last digits away and no one can give them back.
  return decimals.length < Number(power) ? 'E' : head + decimals.slice(0, Number(power));
};
