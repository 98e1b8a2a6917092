import { describe, expect, test } from 'vitest';
import { ClientIdentityInput } from './client-identity.ts';
import { providerLines } from './identity-lines.ts';
import { phoneNumber, printedPhone } from './phone-number.ts';
import { ProviderIdentityInput } from './provider-identity.ts';

const address = { line1: '12 rue de la République', postCode: '69002', city: 'Lyon' };
const camille = {
  name: 'Camille Durand',
  legalForm: 'EI',
  siret: '732 829 320 00074',
  vatRegime: 'real',
  address,
  email: 'Camille@Exemple.fr ',
  phone: '01 99 00 12 34',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
};
const company = { ...camille, name: 'Atelier Durand', legalForm: 'SASU', rcsCity: 'Lyon', capitalCents: 100_000 };

const problemsOf = (schema: typeof ProviderIdentityInput | typeof ClientIdentityInput, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('a provider identity', () => {
  test('is tidied and completed: SIREN and VAT number follow from the SIRET', () => {
    expect(ProviderIdentityInput.parse(camille)).toMatchObject({
      siren: '732829320',
      siret: '73282932000074',
      vatNumber: 'FR44732829320',
      iban: 'FR7630006000011234567890189',
      phone: '+33199001234',
      email: 'camille@exemple.fr',
      address: { ...address, line2: null, country: 'FR' },
    });
  });

  test('in franchise has no VAT number unless it gives one', () => {
    expect(ProviderIdentityInput.parse({ ...camille, vatRegime: 'franchise' }).vatNumber).toBeNull();
  });

  test.each([
    ['a company without capital', { ...company, capitalCents: null }, 'capitalCents'],
    ['a company without registry', { ...company, rcsCity: null }, 'rcsCity'],
    ['a VAT number of someone else', { ...camille, vatNumber: 'FR40303265045' }, 'vatNumber'],
    ['VAT on debits in franchise', { ...camille, vatRegime: 'franchise', vatOnDebits: true }, 'vatOnDebits'],
    ['a wrong SIRET', { ...camille, siret: '73282932000079' }, 'siret'],
    ['a wrong IBAN', { ...camille, iban: 'FR7630006000011234567890188' }, 'iban'],
    ['a wrong telephone', { ...camille, phone: '12' }, 'phone'],
    ['a blank name', { ...camille, name: '   ' }, 'name'],
    ['a postal code of four digits', { ...camille, address: { ...address, postCode: '6900' } }, 'address.postCode'],
    ['an e-mail without a domain', { ...camille, email: 'camille@' }, 'email'],
  ])('is refused with %s', (_, identity, path) => expect(problemsOf(ProviderIdentityInput, identity)).toEqual([path]));

  test('prints « EI » right after the name of a sole trader', () => {
    expect(providerLines(ProviderIdentityInput.parse(camille))[0]).toBe('Camille Durand\u00a0EI');
  });

  test('prints form, capital and registry of a company', () => {
    const lines = providerLines(ProviderIdentityInput.parse(company));
    expect(lines).toContain('SASU au capital de 1\u202f000\u00a0€');
    expect(lines).toContain('RCS Lyon 732\u00a0829\u00a0320');
    expect(lines[0]).toBe('Atelier Durand');
  });
});

describe('a client identity', () => {
  const acme = { name: 'Acme', siret: '35600000009075', address, signatory: { name: 'Anne Martin', email: 'anne@acme.fr' } };
  test('carries the SIREN that its invoices must print', () => {
    expect(ClientIdentityInput.parse(acme)).toMatchObject({ siren: '356000000', signatory: { name: 'Anne Martin', role: null } });
  });
  test('in France needs a SIRET', () => expect(problemsOf(ClientIdentityInput, { ...acme, siret: null })).toEqual(['siret']));
  test('abroad needs a VAT number', () => {
    const belgian = { ...acme, siret: null, address: { ...address, country: 'be', postCode: '1000' } };
    expect(problemsOf(ClientIdentityInput, belgian)).toEqual(['vatNumber']);
    expect(problemsOf(ClientIdentityInput, { ...belgian, vatNumber: 'BE0411905847' })).toEqual([]);
  });
});

test('a French number loses or keeps its zero and is the same number', () => {
  expect(phoneNumber('0199001234')).toBe('+33199001234');
  expect(phoneNumber('+33 1 99 00 12 34')).toBe('+33199001234');
  expect(phoneNumber('0033 1 99 00 12 34')).toBe('+33199001234');
  expect(phoneNumber('bonjour')).toBeNull();
  expect(printedPhone('+33199001234')).toBe('01\u00a099\u00a000\u00a012\u00a034');
});
