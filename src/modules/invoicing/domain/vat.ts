import { type Cents, basisPoints, cents, sumCents, vatOn } from '../../../shared/money.ts';
import type { InvoiceLine, VatPart, VatRate } from './invoice.ts';

/** The seller's regime in the signed terms as a VAT category: franchise en base is exempt at 0 (CGI 293 B). */
export const vatRateOf = (vat: { regime: 'real' | 'franchise'; rateBp: number }): VatRate =>
  vat.regime === 'franchise' ? { category: 'E', rateBp: basisPoints(0) } : { category: 'S', rateBp: basisPoints(vat.rateBp) };

export const sameRate = (one: VatRate, other: VatRate): boolean => one.category === other.category && one.rateBp === other.rateBp;

/**
 * VAT per rate on the summed base. `before` are the same mission's earlier invoices, deposits left out: VAT is taken on
 * everything billed so far, less the VAT billed before, so that instalments carry exactly the VAT of the whole and the
 * client pays the signed total to the cent. An instalment may then show one cent more or less than its own base × rate,
 * which EN 16931 (BR-CO-17, BR-S-09) and the French rules accept.
 */
export const vatParts = (lines: readonly InvoiceLine[], before: readonly VatPart[] = []): VatPart[] => {
  const rates = lines
    .map((line) => line.vat)
    .filter((rate, index, all) => all.findIndex((other) => sameRate(rate, other)) === index);
  return rates.map((rate) => {
    const baseCents = sumCents(lines.filter((line) => sameRate(line.vat, rate)).map((line) => line.netCents));
    const earlier = before.filter((part) => sameRate(part, rate));
    const wholeBase = sumCents([baseCents, ...earlier.map((part) => part.baseCents)]);
    const vatCents = cents(vatOn(wholeBase, rate.rateBp) - sumCents(earlier.map((part) => part.vatCents)));
    return { ...rate, baseCents, vatCents };
  });
};

export type Totals = { netCents: Cents; vatCents: Cents; grossCents: Cents };

export const totalsOf = (parts: readonly VatPart[]): Totals => {
  const netCents = sumCents(parts.map((part) => part.baseCents));
  const vatCents = sumCents(parts.map((part) => part.vatCents));
  return { netCents, vatCents, grossCents: cents(netCents + vatCents) };
};
