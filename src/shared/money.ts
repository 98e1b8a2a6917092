import { Decimal } from 'decimal.js';
import type { Brand } from './brand.ts';

/** Euro cents, whole and exact. Ceiling 2^51 so that a sum of many still fits a safe integer. */
export type Cents = Brand<number, 'Cents'>;
/** Hundredths of a percent: 20 % is 2000. */
export type BasisPoints = Brand<number, 'BasisPoints'>;

const ceiling = 2 ** 51;

export const cents = (n: number): Cents => {
  if (!Number.isInteger(n) || Math.abs(n) > ceiling) throw new RangeError(`not whole cents: ${n}`);
  return n as Cents;
};

export const basisPoints = (n: number): BasisPoints => {
  if (!Number.isInteger(n)) throw new RangeError(`not whole basis points: ${n}`);
  return n as BasisPoints;
};

export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};

/** The one rounding: half away from zero, as EN 16931 and the tax office round an amount to the cent. */
export const roundToCents = (amount: Decimal): Cents => cents(amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());

/** A line: quantity × unit price, rounded once. `quantity` is a decimal string or number with at most 4 decimals (BR-FR-DEC). */
export const lineAmount = (quantity: number | string, unitPrice: Cents): Cents =>
  roundToCents(new Decimal(quantity).times(unitPrice));

/** A share of an amount (a VAT rate, a milestone), rounded once. */
export const shareOf = (amount: Cents, rate: BasisPoints): Cents => roundToCents(new Decimal(amount).times(rate).div(10_000));

/** What so many units cost when the whole amount bought so many of them, rounded once. */
export const shareOfQuantity = (amount: Cents, quantity: number, ofQuantity: number): Cents =>
  roundToCents(new Decimal(amount).times(quantity).div(ofQuantity));

/** VAT is computed per rate on the summed base, never per line (EN 16931 BR-CO-14, BR-S-09). */
export const vatOn = shareOf;

/** Cuts an amount by percentages that add up to 100; the last part takes the odd cent, so the parts always add up. */
export const splitByPercent = (amount: Cents, percents: readonly number[]): Cents[] => {
  const parts: Cents[] = [];
  let left = amount;
  percents.forEach((percent, index) => {
    const part = index === percents.length - 1 ? left : roundToCents(new Decimal(amount).times(percent).div(100));
    parts.push(part);
    left = cents(left - part);
  });
  return parts;
};
