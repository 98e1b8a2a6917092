import { type BasisPoints, type Cents, lineAmount, sumCents, vatOn } from '../../../shared/money.ts';
import { type DraftTerms, firmLines, optionalLines, PriceLine, type Terms } from '../../contracts/index.ts';

export type QuoteTotals = { netCents: Cents; vatCents: Cents; grossCents: Cents };

/** What the quote amounts to if every quoted unit is produced, options left aside: VAT once on the sum, in franchise none (CGI 293 B). */
export const quoteTotals = ({ lines, vat }: Pick<Terms['price'], 'lines' | 'vat'>): QuoteTotals => {
  const netCents = linesNet(firmLines(lines));
  const rate = (vat.regime === 'franchise' ? 0 : vat.rateBp) as BasisPoints;
  const vatCents = vatOn(netCents, rate);
  return { netCents, vatCents, grossCents: sumCents([netCents, vatCents]) };
};

/** The part of the price that the milestones share: the forfait lines. */
export const forfaitCents = ({ lines }: Pick<Terms['price'], 'lines'>): Cents =>
  linesNet(firmLines(lines).filter((line) => line.kind === 'forfait'));

/** What all the options together would add: « Total options non comprises ». */
export const optionsCents = ({ lines }: Pick<Terms['price'], 'lines'>): Cents => linesNet(optionalLines(lines));

/** The net amount of an unfinished draft: lines that are not complete count for nothing yet. */
export const draftNetCents = (draft: DraftTerms): Cents => {
  const lines = (draft.price?.lines ?? []).flatMap((line) => {
    const parsed = PriceLine.safeParse(line);
    return parsed.success ? [parsed.data] : [];
  });
  return linesNet(firmLines(lines));
};

const linesNet = (lines: Terms['price']['lines']): Cents =>
  sumCents(lines.map((line) => lineAmount(line.quantity, line.unitPriceCents)));
