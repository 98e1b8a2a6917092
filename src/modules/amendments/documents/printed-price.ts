import { lineAmount } from '../../../shared/money.ts';
import type { Terms } from '../../contracts/index.ts';
import { quoteTotals } from '../../quotes/index.ts';

const units: Record<Terms['price']['lines'][number]['kind'], string> = {
  forfait: 'forfait',
  hour: 'heure',
  day: 'jour',
  appointment: 'rendez-vous',
  expense: 'frais',
};

/** The table of prices as it reads from now on. */
export const printedPrice = ({ price }: Terms) => {
  const { netCents, vatCents, grossCents } = quoteTotals(price);
  return {
    lines: price.lines.map(({ label, quantity, kind, unitPriceCents }) => ({
      label,
      quantity,
      unit: units[kind],
      unitPriceCents,
      amountCents: lineAmount(quantity, unitPriceCents),
    })),
    netCents,
    vat: price.vat.regime === 'franchise' ? null : { rateBp: price.vat.rateBp, vatCents },
    grossCents,
  };
};
