import canonical from '../../../../test/fixtures/canonical-mission.json' with { type: 'json' };
import type { ContractContent, Terms } from '../../contracts/index.ts';
import type { InvoiceId } from '../../../shared/ids.ts';
import { civilDate } from '../../../shared/time.ts';
import type { FrozenInvoice } from '../domain/frozen-invoice.ts';
import { freezeInvoice } from '../documents/freeze-invoice.ts';
import { type DerivableKind, type IssuedInvoice, deriveInvoice } from '../index.ts';
import { canonicalEvidence, issued } from './sample-evidence.ts';
import { aBuyer, aSeller } from './sample-parties.ts';

export const canonicalSteps: readonly [DerivableKind, string][] = [
  ['deposit', '2026-03-05'],
  ['intermediate', canonical.events.midCampaignInvoiceOn],
  ['final', canonical.events.finalInvoiceOn],
  ['complementary', canonical.events.afterRulingInvoiceOn],
];

export const contractOf = (terms: Terms, isDemo = false): ContractContent => ({
  schema: 'cadran-terms/1',
  number: 'DEV-2026-0001',
  title: 'Prospection téléphonique de mars 2026',
  issuedOn: civilDate('2026-03-02'),
  validUntil: civilDate('2026-03-31'),
  isDemo,
  provider: {},
  client: {},
  terms,
  clauses: [],
  articles: {},
});

/** The canonical mission's four invoices as they are issued, each knowing those before it. */
export const frozenCanonical = (terms: Terms, { seller = aSeller(), buyer = aBuyer(), isDemo = false } = {}): FrozenInvoice[] => {
  const earlier: IssuedInvoice[] = [];
  return canonicalSteps.map(([kind, on], index) => {
    const decision = deriveInvoice(terms, canonicalEvidence(on), earlier, { kind, issuedOn: civilDate(on), isDemo });
    if (!decision.ok) throw new Error(decision.code);
    const derived = decision.facts[0]!;
    const number = `FA-2026-000${index + 1}`;
    const signedOn = civilDate('2026-03-05');
    const invoice = freezeInvoice(derived, {
      id: `invoice-${number}` as InvoiceId,
      number,
      content: contractOf(terms, isDemo),
      signedOn,
      seller,
      buyer,
      earlier: [...earlier],
    });
    earlier.push(issued(number, derived));
    return invoice;
  });
};
