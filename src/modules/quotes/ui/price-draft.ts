import { basisPoints, type Cents, cents, lineAmount, splitByPercent, sumCents, vatOn } from '../../../shared/money.ts';
import { type DraftTerms, firmLines, optionalLines, priceModelOf } from '../../contracts/index.ts';

export type LineDraft = {
  id: string;
  kind?: string | null;
  label?: string | null;
  quantity?: number | null;
  unitPriceCents?: number | null;
  optional?: boolean | null;
};
type PriceModel = 'forfait' | 'hour' | 'day' | 'appointment' | 'mixed';

/** The price model that the lines announce; expenses do not count. Null while nothing is priced. */
export const modelOf = (lines: readonly LineDraft[]): PriceModel | null => priceModelOf(firmLines(lines)) as PriceModel | null;

/** A line's amount once it has a quantity and a price. */
export const amountOf = ({ quantity, unitPriceCents }: LineDraft): Cents | null =>
  quantity == null || unitPriceCents == null ? null : lineAmount(quantity, cents(unitPriceCents));

export type DraftMoney = {
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  /** What the milestones share: the forfait; where there is none, the whole estimate (as invoices will). */
  sharedCents: Cents;
  hasForfait: boolean;
  /** What the options would add, were they all ticked. */
  optionsCents: Cents;
  hasOptions: boolean;
  isComplete: boolean;
  rateBp: number;
};

/** The figures of a draft as it stands: unfinished lines count for nothing yet. */
export const draftMoney = ({ price }: DraftTerms): DraftMoney => {
  const all = (price?.lines ?? []) as LineDraft[];
  const lines = firmLines(all);
  const sum = (kept: readonly LineDraft[]) => sumCents(kept.map((line) => amountOf(line) ?? cents(0)));
  const netCents = sum(lines);
  const rateBp = price?.vat?.regime === 'franchise' ? 0 : (price?.vat?.rateBp ?? 0);
  const vatCents = vatOn(netCents, basisPoints(rateBp));
  const forfait = lines.filter(({ kind }) => kind === 'forfait');
  return {
    netCents,
    vatCents,
    grossCents: sumCents([netCents, vatCents]),
    rateBp,
    sharedCents: sum(forfait) || netCents,
    hasForfait: forfait.length > 0,
    optionsCents: sum(optionalLines(all)),
    hasOptions: optionalLines(all).length > 0,
    isComplete: lines.length > 0 && all.every((line) => amountOf(line) !== null),
  };
};

/** The amount of each milestone; null while shares do not add up to 100. */
export const milestoneCents = (draft: DraftTerms): Cents[] | null => {
  const shares = (draft.milestones ?? []).map((milestone) => milestone?.sharePercent ?? 0);
  return shares.reduce((sum, share) => sum + share, 0) === 100 ? splitByPercent(draftMoney(draft).sharedCents, shares) : null;
};
