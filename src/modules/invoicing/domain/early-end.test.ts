import { describe, expect, test } from 'vitest';
import canonical from '../../../../test/fixtures/canonical-mission.json' with { type: 'json' };
import { civilDate } from '../../../shared/time.ts';
import { canonicalEvidence, issued } from '../testing/sample-evidence.ts';
import { sampleTerms } from '../testing/sample-terms.ts';
import { deriveInvoice } from './derive-invoice.ts';
import { unreachedForfait } from './invoice-basis.ts';
import type { IssuedInvoice } from './invoice.ts';

/** The canonical mission ended before its term: 1 600 € in shares of 30, 40 and 30 %, 90 € an appointment, VAT 20 %. */
const invoiceOn = (kind: 'deposit' | 'intermediate' | 'final', on: string, earlier: IssuedInvoice[], earlyEnd = false) =>
  deriveInvoice(
    sampleTerms,
    { ...canonicalEvidence(on), ...(earlyEnd ? { earlyEnd: { lastDay: civilDate(on) } } : {}) },
    earlier,
    { kind, issuedOn: civilDate(on), isDemo: false },
  );
const made = (decision: ReturnType<typeof deriveInvoice>) => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.facts[0]!;
};

describe('a contract that ended before its term', () => {
  const deposit = issued('FA-1', made(invoiceOn('deposit', '2026-03-05', [])));

  test('owes the shares that were reached and what was accepted, without any final report; the deposit is set off', () => {
    // 12 March: only the share due at signature; RDV-01 to 03 accepted.
    expect(invoiceOn('final', '2026-03-12', [deposit])).toMatchObject({ ok: false, code: 'final_report_missing' });
    const invoice = made(invoiceOn('final', '2026-03-12', [deposit], true));
    expect(invoice).toMatchObject({ netCents: 75_000, vatCents: 15_000, prepaidCents: 57_600, payableCents: 32_400 });
    expect(invoice.period).toMatchObject({ endsOn: '2026-03-12' });
    expect(unreachedForfait(sampleTerms, canonicalEvidence('2026-03-12'))).toBe(112_000);
  });

  test('after the mid-campaign invoice, takes it back by its number: nothing is billed twice', () => {
    const on = canonical.events.midCampaignInvoiceOn;
    const middle = issued('FA-2', made(invoiceOn('intermediate', on, [deposit])));
    const invoice = made(invoiceOn('final', '2026-03-27', [deposit, middle], true));
    const accepted = canonicalEvidence('2026-03-27').appointments.filter(({ state }) => state === 'accepted').length;
    expect(invoice.lines.find(({ kind }) => kind === 'already_invoiced')).toMatchObject({ label: 'FA-2', netCents: -64_000 });
    expect(invoice.netCents).toBe(48_000 + accepted * 9_000);
    expect(unreachedForfait(sampleTerms, canonicalEvidence('2026-03-27'))).toBe(48_000);
  });
});
