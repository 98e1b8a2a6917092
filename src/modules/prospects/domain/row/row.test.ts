import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siretProblem } from '../../../parties/index.ts';
import type { FieldName } from '../file/fields.ts';
import { classifyContact } from './contact-class.ts';
import { rowJudge } from './judge-row.ts';
import { fileQualityOf, noRows } from './quality.ts';
import { readSiret } from './siret.ts';
import { readPostalCode, territoryOf } from './territory.ts';

const mapping: FieldName[] = ['company', 'siret', 'lastName', 'phone', 'mobile', 'email', 'postalCode'];
const judge = rowJudge({ mapping, foreignNumbers: 'reject' });
const codes = (notes: readonly { code: string }[]) => notes.map((note) => note.code);

test('a sound row is accepted as it stands', () => {
  expect(judge(['Menuiserie Lefèvre', '80599267400004', 'Le Goff', '01 99 00 12 34', '', 'a@exemple.fr', '75011'])).toMatchObject(
    {
      verdict: 'accepted',
      corrections: [],
      warnings: [],
      prospect: {
        phone: '+33199001234',
        siret: '80599267400004',
        siren: '805992674',
        department: '75',
        timeZone: 'Europe/Paris',
        contactClass: 'ENTREPRISE',
      },
    },
  );
});

test('the zeros that the spreadsheet ate are put back, and said', () => {
  const row = judge(['Garage Müller', '', '', '465715610', '', '', '1000']);
  expect(row).toMatchObject({ verdict: 'accepted', prospect: { phone: '+33465715610', postalCode: '01000', department: '01' } });
  expect(row.verdict === 'accepted' && codes(row.corrections)).toEqual(['phone_zero_restored', 'postal_zero_restored']);
});

test('without a usable phone the mobile is called; without either the row is rejected and says why', () => {
  const row = judge(['Garage Müller', '', '', 'n.c.', '06 39 98 00 01', '', '75011']);
  expect(row).toMatchObject({ verdict: 'accepted', prospect: { phone: '+33639980001', otherPhone: null } });
  expect(row.verdict === 'accepted' && codes(row.corrections)).toContain('mobile_used');
  expect(judge(['Garage Müller', '', '', 'n.c.', '', '', '75011'])).toEqual({
    verdict: 'rejected',
    fault: { field: 'phone', code: 'phone_not_a_number', given: 'n.c.', kept: null },
  });
});

test('a foreign number is rejected, unless the mission reaches abroad', () => {
  const cells = ['Acme', '', '', '+1 212 555 0100', '', '', ''];
  expect(judge(cells)).toMatchObject({ verdict: 'rejected', fault: { code: 'phone_foreign' } });
  expect(rowJudge({ mapping, foreignNumbers: 'keep' })(cells)).toMatchObject({
    verdict: 'accepted',
    prospect: { zone: 'etranger', phoneCountry: 'US' },
  });
});

test('a wrong SIRET, e-mail or postcode is left out with a warning, and the prospect stays callable', () => {
  const row = judge(['Garage Müller', '80599267400005', '', '0199001234', '', 'pas une adresse', '7501']);
  expect(row).toMatchObject({ verdict: 'accepted', prospect: { siret: null, email: null, postalCode: '07501' } });
  expect(row.verdict === 'accepted' && codes(row.warnings)).toEqual(['siret_wrong_key', 'email_malformed']);
});

test.each([
  ['80599267400004', { siret: '80599267400004', restored: false }],
  ['805 992 674 00004', { siret: '80599267400004', restored: false }],
  ['35600000000048', { siret: '35600000000048' }],
  ['35600000049837', { siret: '35600000049837' }],
  ['80599267400005', { siret: null, note: 'siret_wrong_key' }],
  ['8,05992674E+13', { siret: null, note: 'siret_rounded' }],
  ['805992674', { siret: null, siren: '805992674', note: 'siren_only' }],
  ['abc', { siret: null, note: 'siret_malformed' }],
])('SIRET « %s »', (given, expected) => {
  expect(readSiret(given)).toMatchObject(expected);
});

test('an establishment number is sound in a file exactly when it is sound in a client’s identity', () => {
  const random = fc.stringMatching(/^\d{14}$/);
  const laPoste = fc.stringMatching(/^\d{5}$/).map((tail) => `356000000${tail}`);
  const nearlySound = fc.stringMatching(/^\d$/).map((key) => `8059926740000${key}`);
  fc.assert(
    fc.property(fc.oneof(random, laPoste, nearlySound), (siret) => {
      expect(readSiret(siret)?.siret === siret).toBe(siretProblem(siret) === null);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['97400', 'FR', 'reunion', '974', 'Indian/Reunion'],
  ['97122', 'FR', 'guadeloupe', '971', 'America/Guadeloupe'],
  ['97200', 'FR', 'martinique', '972', 'America/Martinique'],
  ['97300', 'FR', 'guyane', '973', 'America/Cayenne'],
  ['97600', 'FR', 'mayotte', '976', 'Indian/Mayotte'],
  ['20000', 'FR', 'metropole', '2A', 'Europe/Paris'],
  ['20200', 'FR', 'metropole', '2B', 'Europe/Paris'],
  ['29200', 'FR', 'metropole', '29', 'Europe/Paris'],
  [null, 'RE', 'reunion', '974', 'Indian/Reunion'],
  [null, 'FR', 'metropole', null, 'Europe/Paris'],
  [null, 'US', 'etranger', null, 'Europe/Paris'],
] as const)('postcode %s with a number from %s is in %s', (postalCode, country, zone, department, timeZone) => {
  expect(territoryOf(postalCode, country)).toEqual({ department, zone, timeZone });
});

test('a postcode has five digits; four had a zero in front', () => {
  expect(readPostalCode('1000')).toEqual({ code: '01000', restored: true });
  expect(readPostalCode('F-75011')).toEqual({ code: '75011', restored: false });
  expect(readPostalCode('123')).toBeNull();
});

test.each([
  [{ company: 'SARL Durand', siret: null, kind: 'mobile' }, 'ENTREPRISE', 'legal_form'],
  [{ company: 'Boulangerie Martin', siret: '805992674', kind: 'landline' }, 'ENTREPRISE', 'company_line'],
  [{ company: 'Boulangerie Martin', siret: '805992674', kind: 'mobile' }, 'EI_PRO', 'company_mobile'],
  [{ company: 'Boulangerie Martin', siret: '805992674', kind: 'mobile', headcount: '6-9' }, 'ENTREPRISE', 'employees'],
  [{ company: 'Paul Durand EI', siret: '805992674', kind: 'landline' }, 'EI_PRO', 'sole_trader_line'],
  [{ company: 'Paul Durand EI', siret: '805992674', kind: 'mobile' }, 'PERSO', 'sole_trader_mobile'],
  [{ company: null, siret: null, kind: 'landline' }, 'PERSO', 'no_company'],
  [{ company: 'Paul Durand', siret: null, kind: 'mobile', email: 'paul@gmail.com' }, 'PERSO', 'sole_trader_mobile'],
] as const)('whose line it is: %o is %s', (clues, contactClass, because) => {
  expect(classifyContact({ email: null, headcount: null, ...clues })).toEqual({ contactClass, because });
});

test('a file is scored on what its parts show, each with its numerator and denominator', () => {
  const quality = fileQualityOf({
    ...noRows,
    read: 100,
    accepted: 70,
    rejected: 20,
    duplicates: 10,
    corrected: 35,
    filledFields: 210,
  });
  expect(quality.parts.map(({ name, numerator, denominator, rate }) => [name, numerator, denominator, rate])).toEqual([
    ['validity', 80, 100, 8000],
    ['uniqueness', 70, 80, 8750],
    ['completeness', 210, 420, 5000],
    ['exactness', 35, 70, 5000],
  ]);
  // 50 × 0.8 + 20 × 0.875 + 20 × 0.5 + 10 × 0.5
  expect(quality.score).toBe(73);
});

test('no row, no score: never a zero made of nothing', () => {
  expect(fileQualityOf(noRows)).toMatchObject({ score: null });
});
