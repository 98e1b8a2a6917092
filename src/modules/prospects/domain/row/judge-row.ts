import type { ColumnMapping, FieldName } from '../file/fields.ts';
import { type ContactClass, classifyContact } from './contact-class.ts';
import { type Phone, type PhoneKind, readPhone } from './phone.ts';
import type { CorrectionCode, FaultCode, WarningCode } from './row-notes.ts';
import { readSiret } from './siret.ts';
import { type Territory, readPostalCode, territoryOf } from './territory.ts';

/** A prospect as its row describes it, every field cleaned. */
export type ProspectDetails = Territory & {
  company: string | null;
  siret: string | null;
  siren: string | null;
  civility: string | null;
  firstName: string | null;
  lastName: string | null;
  jobTitle: string | null;
  phone: string;
  phoneKind: PhoneKind;
  phoneCountry: string;
  otherPhone: string | null;
  email: string | null;
  address: string | null;
  postalCode: string | null;
  city: string | null;
  naf: string | null;
  headcount: string | null;
  comment: string | null;
  contactClass: ContactClass;
};

export type RowNote<Code> = { field: FieldName | null; code: Code; given: string; kept: string | null };
export type JudgedRow =
  | { verdict: 'accepted'; prospect: ProspectDetails; corrections: RowNote<CorrectionCode>[]; warnings: RowNote<WarningCode>[] }
  | { verdict: 'rejected'; fault: RowNote<FaultCode> };

export type RowRules = {
  mapping: ColumnMapping;
  /** Foreign numbers are set aside unless the mission's territory reaches beyond France. */
  foreignNumbers: 'reject' | 'keep';
};

const FRENCH = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC']);

/** Judges one row on its own: callable as it stands, callable once put right, or not callable, and why. */
export const rowJudge = ({ mapping, foreignNumbers }: RowRules) => {
  const columns = new Map<FieldName, number>();
  mapping.forEach((field, column) => field && columns.set(field, column));
  const columnOf = (field: FieldName) => columns.get(field) ?? -1;
  const at = {
    company: columnOf('company'),
    siret: columnOf('siret'),
    civility: columnOf('civility'),
    firstName: columnOf('firstName'),
    lastName: columnOf('lastName'),
    jobTitle: columnOf('jobTitle'),
    phone: columnOf('phone'),
    mobile: columnOf('mobile'),
    email: columnOf('email'),
    address: columnOf('address'),
    postalCode: columnOf('postalCode'),
    city: columnOf('city'),
    naf: columnOf('naf'),
    headcount: columnOf('headcount'),
    comment: columnOf('comment'),
  };

  return (cells: readonly string[]): JudgedRow => {
    const text = (column: number): string | null => {
      const value = column < 0 ? undefined : cells[column];
      return value === undefined || value === '' ? null : clean(value);
    };
    const raw = (column: number): string => (column < 0 ? '' : (cells[column] ?? ''));
    const corrections: RowNote<CorrectionCode>[] = [];
    const warnings: RowNote<WarningCode>[] = [];

    const first = readPhone(raw(at.phone));
    const second = readPhone(raw(at.mobile));
    const reachable = (reading: typeof first): Phone | null =>
      reading.ok && (foreignNumbers === 'keep' || FRENCH.has(reading.country)) ? reading : null;
    const main = reachable(first) ?? reachable(second);
    if (!main) return rejected(first, raw(at.phone), second, raw(at.mobile));

    const usedMobile = main === second;
    const mainField = usedMobile ? 'mobile' : 'phone';
    for (const code of main.corrections) corrections.push({ field: mainField, code, given: raw(at[mainField]), kept: main.e164 });
    if (usedMobile && at.phone >= 0)
      corrections.push({ field: 'phone', code: 'mobile_used', given: raw(at.phone), kept: main.e164 });
    if (main.kind === 'special')
      warnings.push({ field: mainField, code: 'phone_special_rate', given: raw(at[mainField]), kept: main.e164 });

    let otherPhone: string | null = null;
    if (!usedMobile && raw(at.mobile).trim() !== '') {
      const other = reachable(second);
      if (other && other.e164 !== main.e164) {
        otherPhone = other.e164;
        for (const code of other.corrections)
          corrections.push({ field: 'mobile', code, given: raw(at.mobile), kept: other.e164 });
      } else if (!other) warnings.push({ field: 'mobile', code: 'mobile_unusable', given: raw(at.mobile), kept: null });
    }

    const siret = readSiret(raw(at.siret));
    if (siret && 'note' in siret) warnings.push({ field: 'siret', code: siret.note, given: raw(at.siret), kept: siret.siren });
    if (siret?.restored)
      corrections.push({ field: 'siret', code: 'siret_zero_restored', given: raw(at.siret), kept: siret.siret ?? siret.siren });

    const givenPostal = raw(at.postalCode);
    const postal = readPostalCode(givenPostal);
    if (postal?.restored)
      corrections.push({ field: 'postalCode', code: 'postal_zero_restored', given: givenPostal, kept: postal.code });
    if (!postal) {
      const code = givenPostal.trim() === '' ? 'territory_unknown' : 'postal_code_malformed';
      if (main.country === 'FR') warnings.push({ field: 'postalCode', code, given: givenPostal, kept: null });
    }

    const givenEmail = text(at.email);
    const email = givenEmail !== null && isEmail(givenEmail) ? givenEmail.toLowerCase() : null;
    if (givenEmail !== null && email === null)
      warnings.push({ field: 'email', code: 'email_malformed', given: givenEmail, kept: null });

    const company = text(at.company);
    const headcount = text(at.headcount);
    const { contactClass } = classifyContact({ company, siret: siret?.siren ?? null, kind: main.kind, email, headcount });
    if (contactClass === 'PERSO') {
      warnings.push({
        field: 'company',
        code: company === null ? 'company_missing' : 'treated_as_consumer',
        given: raw(at.company),
        kept: null,
      });
    }
    if (cells.length > mapping.length && cells.slice(mapping.length).some((cell) => cell.trim() !== '')) {
      warnings.push({ field: null, code: 'extra_cells', given: cells.slice(mapping.length).join(' '), kept: null });
    }

    return {
      verdict: 'accepted',
      corrections,
      warnings,
      prospect: {
        company,
        siret: siret?.siret ?? null,
        siren: siret?.siren ?? null,
        civility: text(at.civility),
        firstName: text(at.firstName),
        lastName: text(at.lastName),
        jobTitle: text(at.jobTitle),
        phone: main.e164,
        phoneKind: main.kind,
        phoneCountry: main.country,
        otherPhone,
        email,
        address: text(at.address),
        postalCode: postal?.code ?? null,
        city: text(at.city),
        naf: text(at.naf),
        headcount,
        comment: text(at.comment),
        contactClass,
        ...territoryOf(postal?.code ?? null, main.country),
      },
    };
  };
};

/** The reason given is that of the number that came closest to being one. */
const rejected = (
  first: ReturnType<typeof readPhone>,
  givenFirst: string,
  second: ReturnType<typeof readPhone>,
  givenSecond: string,
): JudgedRow => {
  const useSecond = !first.ok && first.fault === 'phone_missing' && (second.ok || second.fault !== 'phone_missing');
  const reading = useSecond ? second : first;
  const field: FieldName = useSecond ? 'mobile' : 'phone';
  const code: FaultCode = reading.ok ? 'phone_foreign' : reading.fault;
  return { verdict: 'rejected', fault: { field, code, given: useSecond ? givenSecond : givenFirst, kept: null } };
};

const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/i.test(text);

/** Trims, joins the lines, and bounds what one cell may bring in. A NUL would be refused by the database. */
const clean = (value: string): string | null => {
  const text = (/[\s\u0000-\u001f\u00a0]/.test(value) ? value.replace(/[\u0000-\u001f\s]+/g, ' ') : value).trim().slice(0, 2_000);
  return text === '' || text === '#N/A' || text === '#REF!' ? null : text;
};
