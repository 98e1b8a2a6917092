import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import canonical from '../../../../test/fixtures/canonical-mission.json' with { type: 'json' };
import type { Terms } from '../../contracts/index.ts';
import type { AppointmentId } from '../../../shared/ids.ts';
import { basisPoints, cents, sumCents, vatOn } from '../../../shared/money.ts';
import { civilDate } from '../../../shared/time.ts';
import { anAppointment, canonicalEvidence, evidenceWith, issued } from '../testing/sample-evidence.ts';
import { sampleTerms, termsWith } from '../testing/sample-terms.ts';
import { deriveInvoice } from './derive-invoice.ts';
import type { InvoiceRequest } from './invoice-basis.ts';
import type { Evidence } from './evidence.ts';
import type { DerivedInvoice, IssuedInvoice } from './invoice.ts';

const request = (kind: InvoiceRequest['kind'], issuedOn: string): InvoiceRequest => ({
  kind,
  issuedOn: civilDate(issuedOn),
  isDemo: false,
});
const derived = (decision: ReturnType<typeof deriveInvoice>): DerivedInvoice => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.facts[0]!;
};

/** The four invoices of the canonical mission, each knowing those before it. */
const playCanonical = (terms: Terms): DerivedInvoice[] => {
  const { midCampaignInvoiceOn, finalInvoiceOn, afterRulingInvoiceOn } = canonical.events;
  const steps: [InvoiceRequest['kind'], string][] = [
    ['deposit', '2026-03-05'],
    ['intermediate', midCampaignInvoiceOn],
    ['final', finalInvoiceOn],
    ['complementary', afterRulingInvoiceOn],
  ];
  const invoices: DerivedInvoice[] = [];
  const earlier: IssuedInvoice[] = [];
  for (const [kind, on] of steps) {
    const invoice = derived(deriveInvoice(terms, canonicalEvidence(on), earlier, request(kind, on)));
    invoices.push(invoice);
    earlier.push(issued(`FA-2026-000${invoices.length}`, invoice));
  }
  return invoices;
};

describe('the canonical mission', () => {
  const invoices = playCanonical(sampleTerms);

  test.each(canonical.expected.invoices.map((expected, index) => [expected.which, expected, index] as const))(
    '%s comes out to the cent, due on the signed day',
    (_, { netCents, vatCents, grossCents, prepaidCents, payableCents, issuedOn, dueOn }, index) => {
      expect(invoices[index]).toMatchObject({
        netCents,
        vatCents,
        grossCents,
        issuedOn,
        prepaidCents: prepaidCents ?? 0,
        payableCents: payableCents ?? grossCents,
        dueOn: dueOn ?? issuedOn,
      });
    },
  );

  test('the deposit counts once in the whole', () => {
    const counted = invoices.filter(({ kind }) => kind !== 'deposit');
    const { netCents, vatCents, grossCents } = canonical.expected.totals;
    expect(sumCents(counted.map((invoice) => invoice.netCents))).toBe(netCents);
    expect(sumCents(counted.map((invoice) => invoice.vatCents))).toBe(vatCents);
    expect(sumCents(invoices.map((invoice) => invoice.payableCents))).toBe(grossCents);
  });

  test('the final invoice shows the forfait, the instalment taken back with its number, and 14 appointments', () => {
    const lines = invoices[2]!.lines.map(({ kind, quantity, unitPriceCents, netCents }) => [
      kind,
      quantity,
      unitPriceCents,
      netCents,
    ]);
    expect(lines).toEqual([
      ['forfait', '1', 160_000, 160_000],
      ['already_invoiced', '-1', 64_000, -64_000],
      ['appointment', '14', 9_000, 126_000],
    ]);
    expect(invoices[2]!.deposits).toMatchObject([
      { number: 'FA-2026-0001', issuedOn: '2026-03-05', netCents: 48_000, vatCents: 9_600 },
    ]);
  });

  test('every line keeps the references to its evidence', () => {
    const references = invoices.map(({ lines }) =>
      lines.map(({ evidence }) => evidence.map(({ type, label }) => `${type} ${label}`)),
    );
    expect(references[0]).toEqual([['agreement DEV-2026-0001']]);
    expect(references[1]).toEqual([['calls 750']]);
    expect(references[2]!.slice(0, 2)).toEqual([['report Compte rendu final'], ['invoice FA-2026-0002']]);
    expect(references[2]![2]).toHaveLength(14);
    expect(references[3]).toEqual([['appointment RDV-15']]);
  });

  test('what is disputed waits and is shown apart; what is refused is never billed', () => {
    expect(invoices[2]!.leftApart.map(({ appointment, because }) => [appointment.ref, because])).toEqual([
      ['RDV-09', 'refused'],
      ['RDV-15', 'disputed'],
    ]);
  });

  test('in franchise en base, the same shares without VAT', () => {
    const franchise = playCanonical(termsWith({ price: { vat: { regime: 'franchise', rateBp: basisPoints(2000) } } }));
    const { acompte, midCampaign, finalPayable, afterRuling } = canonical.expected.franchiseVariant;
    expect(franchise.map(({ payableCents }) => payableCents)).toEqual([acompte, midCampaign, finalPayable, afterRuling]);
    expect(franchise.every(({ vatCents }) => vatCents === 0)).toBe(true);
    expect(franchise[0]!.vat).toMatchObject([{ category: 'E', rateBp: 0 }]);
  });

  test('computing again from the same evidence gives the same invoice', () => {
    expect(playCanonical(sampleTerms)).toEqual(invoices);
  });
});

describe('an appointment', () => {
  const finalInvoice = (appointment: Parameters<typeof anAppointment>[0], terms = sampleTerms, isDemo = false) =>
    derived(
      deriveInvoice(terms, evidenceWith({ appointments: [anAppointment(appointment)] }), [], {
        ...request('final', '2026-04-10'),
        isDemo,
      }),
    );
  const billedCount = (invoice: DerivedInvoice) => invoice.lines.filter(({ kind }) => kind === 'appointment').length;

  test('declared and accepted is billed where the contract asks for no recording', () => {
    expect(billedCount(finalInvoice({ evidenceLevel: 'declared', recorded: false }))).toBe(1);
  });
  test('without a recording waits where the contract asks for one', () => {
    const invoice = finalInvoice({ recorded: false }, termsWith({ recordingRequired: true }));
    expect(billedCount(invoice)).toBe(0);
    expect(invoice.leftApart).toMatchObject([{ because: 'recording_missing' }]);
  });
  test('from a simulated call is billed in a demonstration only', () => {
    expect(finalInvoice({ evidenceLevel: 'simulated' }).leftApart).toMatchObject([{ because: 'simulated' }]);
    expect(billedCount(finalInvoice({ evidenceLevel: 'simulated' }, sampleTerms, true))).toBe(1);
  });
  test.each(['refused', 'disputed', 'pending'] as const)('%s is not billed', (state) => {
    const invoice = finalInvoice({ state });
    expect(billedCount(invoice)).toBe(0);
    expect(invoice.leftApart).toMatchObject([{ because: state }]);
  });
  test('is billed once, and again only when a credit note has cancelled its invoice', () => {
    const evidence = evidenceWith({ appointments: [anAppointment({})] });
    const first = issued('FA-2026-0001', finalInvoice({}));
    expect(deriveInvoice(sampleTerms, evidence, [first], request('complementary', '2026-04-14'))).toMatchObject({
      ok: false,
      code: 'nothing_to_invoice',
    });
    expect(
      derived(deriveInvoice(sampleTerms, evidence, [{ ...first, credited: true }], request('final', '2026-04-14'))).netCents,
    ).toBe(169_000);
  });
  test('keeps the price of the day it was accepted: two prices make two lines', () => {
    const other = anAppointment({ id: 'other' as AppointmentId, ref: 'RDV-99', priceCents: cents(10_500) });
    const invoice = derived(
      deriveInvoice(sampleTerms, evidenceWith({ appointments: [anAppointment({}), other] }), [], request('final', '2026-04-10')),
    );
    expect(invoice.lines.slice(1).map(({ unitPriceCents }) => unitPriceCents)).toEqual([9_000, 10_500]);
  });
});

describe('hours, days and expenses', () => {
  const mixed = termsWith({
    price: {
      model: 'mixed',
      lines: [
        { id: 'heure', kind: 'hour', label: 'Heure d’appel', quantity: 40, unitPriceCents: cents(4_550) },
        { id: 'jour', kind: 'day', label: 'Journée de conseil', quantity: 2, unitPriceCents: cents(48_000) },
      ],
    },
  });
  const evidence = evidenceWith({
    hours: [
      { id: 'h1', on: civilDate('2026-03-09'), quantity: '2.5' },
      { id: 'h2', on: civilDate('2026-03-10'), quantity: '0.3333' },
    ],
    days: [{ id: 'd1', on: civilDate('2026-03-11'), quantity: '1' }],
    expenses: [{ id: 'e1', on: civilDate('2026-03-12'), label: 'Achat de fichier', amountCents: cents(12_345) }],
  });

  test('are billed as worked and spent, at the signed prices', () => {
    const invoice = derived(deriveInvoice(mixed, evidence, [], request('final', '2026-04-10')));
    expect(invoice.lines.map(({ kind, quantity, netCents }) => [kind, quantity, netCents])).toEqual([
      ['hour', '2.8333', 12_892],
      ['day', '1', 48_000],
      ['expense', '1', 12_345],
    ]);
  });
  test('without a forfait, the deposit is a share of the signed estimate and an instalment bills what was worked', () => {
    const deposit = derived(deriveInvoice(mixed, evidence, [], request('deposit', '2026-03-05')));
    expect(deposit.netCents).toBe((182_000 + 96_000) * 0.3);
    const instalment = derived(deriveInvoice(mixed, evidence, [], request('intermediate', '2026-03-20')));
    expect(instalment.netCents).toBe(12_892 + 48_000 + 12_345);
  });
});

describe('refused', () => {
  const nothingYet = evidenceWith({ callsReached: 749, finalReport: null });
  const deposit = issued('FA-2026-0001', derived(deriveInvoice(sampleTerms, nothingYet, [], request('deposit', '2026-03-05'))));
  const final = issued('FA-2026-0002', derived(deriveInvoice(sampleTerms, evidenceWith(), [], request('final', '2026-04-10'))));
  const monthEndOnTheTenth = termsWith({ payment: { delay: { days: 30, method: 'end_of_month_A_then_10' } } });
  const noMilestone = termsWith({ milestones: [] });

  test.each<[string, Terms, Evidence, IssuedInvoice[], InvoiceRequest, object]>([
    ['milestone_not_reached', sampleTerms, nothingYet, [], request('intermediate', '2026-03-20'), { calls: 750, reached: 749 }],
    ['final_report_missing', sampleTerms, nothingYet, [], request('final', '2026-04-10'), {}],
    ['already_invoiced', sampleTerms, evidenceWith(), [deposit], request('deposit', '2026-03-06'), {}],
    ['no_such_milestone', noMilestone, evidenceWith(), [], request('deposit', '2026-03-06'), {}],
    ['final_invoice_first', sampleTerms, evidenceWith(), [deposit], request('complementary', '2026-04-14'), {}],
    ['final_already_issued', sampleTerms, evidenceWith(), [final], request('final', '2026-04-14'), {}],
    ['final_already_issued', sampleTerms, evidenceWith(), [final], request('intermediate', '2026-04-14'), {}],
    ['nothing_to_invoice', sampleTerms, evidenceWith(), [final], request('complementary', '2026-04-14'), {}],
    [
      'due_date_unlawful',
      monthEndOnTheTenth,
      evidenceWith(),
      [],
      request('final', '2026-01-31'),
      { dueOn: '2026-04-10', latestOn: '2026-04-01', days: 69 },
    ],
  ])('%s', (code, terms, evidence, earlier, wanted, details) => {
    expect(deriveInvoice(terms, evidence, earlier, wanted)).toMatchObject({
      ok: false,
      code,
      ...(Object.keys(details).length ? { details } : {}),
    });
  });
});

/** Percentages that add up to 100: a deposit, up to four instalments, a balance. */
const splits = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100])
  .map((bounds) => bounds.slice(1).map((bound, index) => bound - bounds[index]!));

test('deposit, instalments and balance add up to the signed total, VAT included, to the cent, for any split', () => {
  fc.assert(
    fc.property(
      splits,
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.constantFrom(2000, 1000, 850, 550, 210),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 99_999 }),
      (percents, forfait, rate, accepted, perAppointment) => {
        const terms = termsWith({
          price: {
            lines: [
              { id: 'forfait', kind: 'forfait', label: 'Forfait', quantity: 1, unitPriceCents: cents(forfait) },
              { id: 'rdv', kind: 'appointment', label: 'Rendez-vous', quantity: 20, unitPriceCents: cents(perAppointment) },
            ],
            vat: { regime: 'real', rateBp: basisPoints(rate) },
          },
          milestones: percents.map((sharePercent, index) => ({
            id: `jalon-${index}`,
            label: `Jalon ${index}`,
            kind: index === 0 ? 'acompte' : index === percents.length - 1 ? 'balance' : 'intermediate',
            sharePercent,
            trigger: { on: 'signature' },
          })),
        });
        const appointments = Array.from({ length: accepted }, (_, index) =>
          anAppointment({ id: `a${index}` as AppointmentId, priceCents: cents(perAppointment) }),
        );
        const invoices: DerivedInvoice[] = [];
        const earlier: IssuedInvoice[] = [];
        for (const kind of ['deposit', ...percents.slice(2).map(() => 'intermediate' as const), 'final'] as const) {
          const decision = deriveInvoice(terms, evidenceWith({ appointments }), earlier, request(kind, '2026-04-10'));
          if (!decision.ok) continue; // a share of 0 % has nothing to invoice
          invoices.push(decision.facts[0]!);
          earlier.push(issued(`FA-${invoices.length}`, decision.facts[0]!));
        }
        const netCents = cents(forfait + accepted * perAppointment);
        const vatCents = vatOn(netCents, basisPoints(rate));
        const counted = invoices.filter(({ kind }) => kind !== 'deposit');
        expect(sumCents(counted.map((invoice) => invoice.netCents))).toBe(netCents);
        expect(sumCents(counted.map((invoice) => invoice.vatCents))).toBe(vatCents);
        expect(sumCents(invoices.map((invoice) => invoice.payableCents))).toBe(netCents + vatCents);
        for (const { vat } of invoices)
          for (const part of vat) expect(Math.abs(part.vatCents - vatOn(part.baseCents, part.rateBp))).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 300 },
  );
});
