import { beforeAll, describe, expect, test } from 'vitest';
import { fatalFindings } from '../../../../test/e-invoice/judge.ts';
import { buildCii } from '../../../platform/e-invoicing/index.ts';
import type { InvoiceId } from '../../../shared/ids.ts';
import { basisPoints } from '../../../shared/money.ts';
import { civilDate } from '../../../shared/time.ts';
import { frozenCanonical } from '../testing/canonical-invoices.ts';
import { aBuyer, aSeller } from '../testing/sample-parties.ts';
import { sampleTerms, termsWith } from '../testing/sample-terms.ts';
import { eInvoiceOf } from './e-invoice.ts';
import { freezeCreditNote } from './freeze-invoice.ts';

const franchise = termsWith({ price: { vat: { regime: 'franchise', rateBp: basisPoints(0) } } });
const company = aSeller({ name: 'Appels & Cie', legalForm: 'SARL', rcsCity: 'Lyon', capitalCents: 1_000_000, vatOnDebits: true });
const small = aSeller({ vatRegime: 'franchise', vatNumber: null });
const elsewhere = aBuyer({
  billingAddress: { line1: 'BP 12', line2: 'Comptabilité', postCode: '13001', city: 'Marseille', country: 'FR' },
});
const [, , final] = frozenCanonical(sampleTerms);
const credit = {
  id: 'credit' as InvoiceId,
  number: 'AV-2026-0001',
  issuedOn: civilDate('2026-04-12'),
  reason: 'Erreur <de> client & d’adresse',
};

const named = (prefix: string, invoices: ReturnType<typeof frozenCanonical>) =>
  invoices.map((invoice) => [`${prefix}: ${invoice.kind}`, invoice] as const);

describe('the four official layers find nothing fatal in', () => {
  beforeAll(() => fatalFindings(buildCii(eInvoiceOf(final!))), 900_000); // compiles the rules the first time

  test.each([
    ...named('sole trader at 20 %', frozenCanonical(sampleTerms)),
    ...named('franchise en base', frozenCanonical(franchise, { seller: small })),
    ...named(
      'franchise with a VAT number, in a demonstration',
      frozenCanonical(franchise, { seller: aSeller({ vatRegime: 'franchise' }), isDemo: true }),
    ),
    ...named('company on debits, client billed elsewhere', frozenCanonical(sampleTerms, { seller: company, buyer: elsewhere })),
    ['a credit note of the final invoice', freezeCreditNote(final!, credit)] as const,
    ['a credit note in franchise', freezeCreditNote(frozenCanonical(franchise, { seller: small })[2]!, credit)] as const,
  ])('%s', { timeout: 120_000 }, async (_, invoice) => {
    expect(await fatalFindings(buildCii(eInvoiceOf(invoice)))).toEqual([]);
  });
});

describe('the e-invoice says', () => {
  const [deposit, intermediate] = frozenCanonical(sampleTerms);
  test('386 for a deposit, 380 otherwise, 381 for a credit note', () => {
    expect([deposit, intermediate, final, freezeCreditNote(final!, credit)].map((invoice) => eInvoiceOf(invoice!).type)).toEqual([
      '386',
      '380',
      '380',
      '381',
    ]);
  });
  test('S4 once a deposit is deducted, with its number and date', () => {
    expect([deposit, intermediate, final].map((invoice) => eInvoiceOf(invoice!).framework)).toEqual(['S1', 'S1', 'S4']);
    expect(eInvoiceOf(final!).precedingInvoices).toMatchObject([{ number: 'FA-2026-0001', issuedOn: '2026-03-05' }]);
  });
  test('EI after a sole trader’s name, never after a company’s', () => {
    expect(eInvoiceOf(final!).seller.name).toBe('Camille Dupré\u00a0EI');
    expect(eInvoiceOf(frozenCanonical(sampleTerms, { seller: company })[0]!).seller.name).toBe('Appels & Cie');
  });
  test('what was already invoiced, and which appointments, in words', () => {
    expect(final!.lines.map(({ label, detail }) => [label, detail])).toEqual([
      ['Forfait de 40 heures d’appel', 'Compte rendu final'],
      ['Déjà facturé\u00a0: FA-2026-0002 du 20 mars 2026', null],
      ['Rendez-vous validé', 'RDV-01 à RDV-08, RDV-10 à RDV-14 et RDV-16'],
    ]);
  });
  test('DÉMONSTRATION in a demonstration, and only there', () => {
    const said = (isDemo: boolean) =>
      buildCii(eInvoiceOf(frozenCanonical(sampleTerms, { isDemo })[0]!)).includes('DÉMONSTRATION');
    expect([said(true), said(false)]).toEqual([true, false]);
  });
});
