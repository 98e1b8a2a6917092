import { beforeAll, describe, expect, test } from 'vitest';
import { type EInvoice, buildCii } from '../../src/platform/e-invoicing/index.ts';
import { cents } from '../../src/shared/money.ts';
import { civilDate } from '../../src/shared/time.ts';
import { fatalFindings } from './judge.ts';
import { aLine, anInvoice, buyer, franchise, overseas, seller, standard } from './samples.ts';

const deposit = { number: 'FA-2026-0003', issuedOn: civilDate('2026-03-05') };
const withoutVatNumber = { ...seller, vatNumber: null };

/** The last instalment of 1 001.00 € cut in three: its VAT closes the count, one cent under base × rate (docs/decisions/0040). */
const lastInstalment = (): EInvoice => {
  const invoice = anInvoice({ lines: [aLine('Solde', '1', 34_034)] });
  const vat = invoice.vat.map((part) => ({ ...part, vatCents: cents(part.vatCents - 1) }));
  const { netCents, vatCents } = invoice.totals;
  const grossCents = cents(netCents + vatCents - 1);
  return { ...invoice, vat, totals: { ...invoice.totals, vatCents: cents(vatCents - 1), grossCents, payableCents: grossCents } };
};

const accepted: Record<string, EInvoice> = {
  'an instalment whose VAT closes the count by one cent': lastInstalment(),
  'a standard invoice at 20 %': anInvoice(),
  'a seller in franchise who has a VAT number': anInvoice({ lines: [aLine('Forfait', '1', 160_000, franchise)] }),
  'a seller in franchise without a VAT number': anInvoice({
    seller: withoutVatNumber,
    lines: [aLine('Forfait', '1', 160_000, franchise)],
  }),
  'a deposit invoice': anInvoice({ type: '386', dueOn: civilDate('2026-04-10'), lines: [aLine('Acompte de 30 %', '1', 48_000)] }),
  'a final invoice that deducts a deposit': anInvoice({
    framework: 'S4',
    prepaid: 57_600,
    precedingInvoices: [deposit],
    lines: [
      aLine('Forfait', '1', 160_000),
      aLine('Déjà facturé : FA-2026-0004', '-1', 64_000),
      aLine('Rendez-vous validé', '14', 9_000),
    ],
  }),
  'a final invoice that deducts two deposits': anInvoice({
    framework: 'S4',
    prepaid: 57_600,
    precedingInvoices: [deposit, { number: 'FA-2026-0004', issuedOn: civilDate('2026-03-20') }],
  }),
  'a final invoice in franchise that deducts a deposit': anInvoice({
    framework: 'S4',
    prepaid: 48_000,
    precedingInvoices: [deposit],
    seller: withoutVatNumber,
    lines: [aLine('Forfait', '1', 160_000, franchise)],
  }),
  'an invoice already paid': anInvoice({ framework: 'S2', prepaid: 192_000, dueOn: civilDate('2026-04-01') }),
  'a final invoice that its deposit paid in full': anInvoice({
    framework: 'S2',
    prepaid: 192_000,
    precedingInvoices: [deposit],
    dueOn: civilDate('2026-03-09'),
  }),
  'a final invoice smaller than its deposit, paid back': anInvoice({
    framework: 'S4',
    prepaid: 250_000,
    precedingInvoices: [deposit],
  }),
  'a credit note': anInvoice({
    type: '381',
    number: 'AV-2026-0001',
    dueOn: null,
    iban: null,
    paymentTerms: 'Avoir à déduire du prochain règlement.',
    precedingInvoices: [deposit],
  }),
  'a credit note of a final invoice': anInvoice({
    type: '381',
    framework: 'S4',
    number: 'AV-2026-0002',
    prepaid: 57_600,
    dueOn: null,
    iban: null,
    paymentTerms: 'Avoir à déduire du prochain règlement.',
    precedingInvoices: [deposit],
  }),
  'several lines, hours and days, at several rates': anInvoice({
    lines: [
      { ...aLine('Heure d’appel', '12.25', 4_550), unit: 'HUR' },
      { ...aLine('Journée de préparation', '1.5', 38_000), unit: 'DAY', description: 'Script & argumentaire' },
      aLine('Prestation à La Réunion', '3', 3_333, overseas),
      aLine('Frais de déplacement', '1', 1_201),
    ],
  }),
  'names and notes full of markup': anInvoice({
    buyer: { ...buyer, name: `"Œuvre" & <Fils> 'SAS' \u0007` },
    orderNumber: 'BC <12> & Cie',
    notes: {
      ...anInvoice().notes,
      others: [
        { subject: 'REG', text: 'SARL au capital de 10 000 €' },
        { subject: 'ABL', text: 'RCS Lyon 812 345 676' },
        { subject: 'AAI', text: 'DÉMONSTRATION : document sans valeur ]]> -->' },
      ],
    },
  }),
  'VAT on invoicing rather than on payment': anInvoice({ vatOnDebits: true }),
};

describe('the official rules find nothing fatal in', () => {
  beforeAll(() => fatalFindings(buildCii(anInvoice())), 900_000); // compiles the rules the first time

  test.each(Object.entries(accepted))('%s', { timeout: 120_000 }, async (_, invoice) => {
    expect(await fatalFindings(buildCii(invoice))).toEqual([]);
  });
});

describe('each layer of the judge is awake', () => {
  const good = buildCii(anInvoice({ lines: [aLine('Forfait', '1', 160_000, standard)] }));
  test.each([
    ['XSD', 'elements out of order', good.replace(/(<ram:ID>FA-2026-0001<\/ram:ID>)(<ram:TypeCode>380<\/ram:TypeCode>)/, '$2$1'), 'XSD'],
    ['EN 16931', 'a grand total that is wrong', good.replace('<ram:GrandTotalAmount>1920.00', '<ram:GrandTotalAmount>9999.00'), 'BR-CO-15'],
    ['Factur-X', 'a grand total that is wrong', good.replace('<ram:GrandTotalAmount>1920.00', '<ram:GrandTotalAmount>9999.00'), 'BR-CO-15'],
    ['BR-FR', 'no mention of the 40 €', good.replace('<ram:SubjectCode>PMT', '<ram:SubjectCode>AAI'), 'BR-FR-05_BT-22_PMT'],
  ] as const)('%s refuses %s', { timeout: 120_000 }, async (layer, _, broken, rule) => {
    expect(broken).not.toBe(good);
    const found = (await fatalFindings(broken)).filter((finding) => finding.layer === layer).map((finding) => finding.rule);
    expect(found).toContain(rule);
  });
});

test('an invoice whose figures do not add up is never written', () => {
  const invoice = anInvoice();
  const wrong = { ...invoice, totals: { ...invoice.totals, payableCents: invoice.totals.netCents } };
  expect(() => buildCii(wrong)).toThrow('FA-2026-0001 does not add up: gross, prepaid and payable');
});
