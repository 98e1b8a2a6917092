import { frenchMoney, frenchNumber } from '../../../shared/french.ts';
import { type Cents, cents, lineAmount, shareOfQuantity } from '../../../shared/money.ts';
import type { Terms } from '../../contracts/index.ts';
import type { Computation } from './computation.ts';

export type VolumeUnit = 'calls' | 'hours' | 'appointments';
export type Need = { unit: VolumeUnit; quantity: number };
export type Proposal = { terms: Terms; computation: Computation[] };

const unitWords: Record<VolumeUnit, { fr: string; en: string }> = {
  calls: { fr: 'appels', en: 'calls' },
  hours: { fr: 'heures', en: 'hours' },
  appointments: { fr: 'rendez-vous', en: 'appointments' },
};
const priced: Record<VolumeUnit, Terms['price']['lines'][number]['kind'] | null> = {
  calls: null,
  hours: 'hour',
  appointments: 'appointment',
};
const englishMoney = (amount: Cents) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(amount / 100);
const englishNumber = (value: number) => new Intl.NumberFormat('en-GB').format(value);

/** A fifth of the volume again, rounded up: enough to go on with, and the author changes it at will. */
export const usualExtra = (volume: number): number => Math.max(1, Math.ceil(volume / 5));

/**
 * The terms with so many more units, priced by the contract itself: the unit price where it has one, else the share of the
 * forfait that a unit of the signed volume costs, rounded once. Without either, the quantity alone: the price is to be agreed.
 */
export const proposeVolume = (terms: Terms, { unit, quantity }: Need): Proposal => {
  const volume = terms.volumes[unit];
  const widened: Terms = {
    ...terms,
    volumes: { ...terms.volumes, [unit]: (volume ?? 0) + quantity },
    indicators: terms.indicators.map((one) => raisedTarget(one, unit, volume, quantity)),
  };
  const line = terms.price.lines.find(({ kind }) => kind === priced[unit]);
  if (line) return byUnitPrice(widened, line, { unit, quantity });
  const forfait = terms.price.lines.filter(({ kind }) => kind === 'forfait');
  const base = cents(forfait.reduce((sum, one) => sum + lineAmount(one.quantity, one.unitPriceCents), 0));
  // A volume by month or week has no whole to share the forfait by: the parties price it.
  if (base === 0 || volume === null || terms.volumes.period !== 'mission')
    return { terms: widened, computation: [unpriced({ unit, quantity })] };
  return byShareOfForfait(widened, base, volume, { unit, quantity });
};

const byUnitPrice = (terms: Terms, line: Terms['price']['lines'][number], { unit, quantity }: Need): Proposal => ({
  terms: {
    ...terms,
    price: {
      ...terms.price,
      lines: terms.price.lines.map((one) => (one.id === line.id ? { ...one, quantity: one.quantity + quantity } : one)),
    },
  },
  computation: [
    {
      ...added({ unit, quantity }),
      formulaFr: `${frenchNumber(quantity)} × ${frenchMoney(line.unitPriceCents)}, prix unitaire du contrat`,
      formulaEn: `${englishNumber(quantity)} × ${englishMoney(line.unitPriceCents)}, the contract’s unit price`,
      amountCents: lineAmount(quantity, line.unitPriceCents),
    },
  ],
});

const byShareOfForfait = (terms: Terms, base: Cents, volume: number, { unit, quantity }: Need): Proposal => {
  const amountCents = shareOfQuantity(base, quantity, volume);
  const { fr } = unitWords[unit];
  return {
    terms: {
      ...terms,
      price: {
        ...terms.price,
        lines: [
          ...terms.price.lines,
          {
            id: freeId(terms, unit),
            kind: 'forfait',
            label: `${frenchNumber(quantity)} ${fr} supplémentaires`,
            quantity: 1,
            unitPriceCents: amountCents,
          },
        ],
      },
    },
    computation: [
      {
        ...added({ unit, quantity }),
        formulaFr: `${frenchMoney(base)} de forfait ÷ ${frenchNumber(volume)} ${fr} × ${frenchNumber(quantity)}`,
        formulaEn: `${englishMoney(base)} flat fee ÷ ${englishNumber(volume)} ${unitWords[unit].en} × ${englishNumber(quantity)}`,
        amountCents,
      },
    ],
  };
};

const added = ({ unit, quantity }: Need) => ({
  fr: `${frenchNumber(quantity)} ${unitWords[unit].fr}`,
  en: `${englishNumber(quantity)} ${unitWords[unit].en}`,
});
const unpriced = (need: Need): Computation => ({ ...added(need), formulaFr: null, formulaEn: null, amountCents: null });

const freeId = (terms: Terms, unit: VolumeUnit): string => {
  const taken = new Set(terms.price.lines.map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(`supplement-${unit}-${n}`)) return `supplement-${unit}-${n}`;
};

/** An engagement that was the whole volume follows it: more calls bought are more calls promised. */
const raisedTarget = (
  indicator: Terms['indicators'][number],
  unit: VolumeUnit,
  volume: number | null,
  quantity: number,
): Terms['indicators'][number] => {
  const follows = (unit === 'calls' && indicator.formula === 'T') || (unit === 'appointments' && indicator.formula === 'RA');
  const { target } = indicator;
  if (!follows || volume === null || target?.min !== volume) return indicator;
  return { ...indicator, target: { ...target, min: volume + quantity } };
};

/**
 * A broken assumption opens the revision: the draft carries the measured threshold in place of the signed one, and leaves the
 * price to the parties (C. civ. 1195 lets them renegotiate; no formula of the contract says by how much).
 */
export const proposeRevision = (terms: Terms, broken: { id: string; measuredBp: number }): Terms => ({
  ...terms,
  hypotheses: terms.hypotheses.map((one) =>
    one.id === broken.id
      ? { ...one, thresholdBp: Math.min(10_000, Math.max(0, Math.round(broken.measuredBp / 100) * 100)) }
      : one,
  ),
});
