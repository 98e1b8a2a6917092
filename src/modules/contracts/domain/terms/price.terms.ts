import { z } from 'zod';
import { BasisPointsField, CentsField, Key, Line } from './fields.ts';

/** One priced line. `quantity` is what was quoted; hours, days and appointments are billed on evidence. */
export const PriceLine = z.object({
  id: Key,
  kind: z.enum(['forfait', 'hour', 'day', 'appointment', 'expense']),
  label: Line,
  quantity: z.number().positive().max(100_000).multipleOf(0.0001),
  unitPriceCents: CentsField,
  /** The client ticks it, or not, when signing; unticked, it is not bought. */
  optional: z.boolean().optional(),
});

export const MilestoneTrigger = z.discriminatedUnion('on', [
  z.object({ on: z.literal('signature') }),
  z.object({ on: z.literal('calls_reached'), calls: z.int().positive() }),
  z.object({ on: z.literal('final_report') }),
]);

/** A share of the forfait, due on an event that both sides can see, never on a bare date. */
export const Milestone = z.object({
  id: Key,
  label: Line,
  kind: z.enum(['acompte', 'intermediate', 'balance']),
  sharePercent: z.number().int().min(0).max(100),
  trigger: MilestoneTrigger,
});

export const PriceTerms = z.object({
  model: z.enum(['forfait', 'hour', 'day', 'appointment', 'mixed']),
  lines: z.array(PriceLine).min(1).max(40),
  /** Expenses charged on proof, or none. */
  rebillableExpenses: Line,
  revision: Line,
  vat: z.object({ regime: z.enum(['real', 'franchise']), rateBp: BasisPointsField }),
});

/** C. com. L441-10 II. The statutory default is the ECB refinancing rate plus ten points. */
export const PenaltyTerms = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ecb_plus_points'), points: z.number().min(0).max(30), mode: z.enum(['floating', 'frozen']) }),
  z.object({ kind: z.literal('times_legal'), times: z.number().min(3).max(10), mode: z.enum(['floating', 'frozen']) }),
  z.object({ kind: z.literal('fixed_rate'), rateBp: BasisPointsField }),
]);

export const PaymentTerms = z.object({
  depositDue: z.literal('on_receipt'),
  /** Both readings of "fin de mois" are official: the contract names its own and prints worked dates. */
  delay: z.object({
    days: z.int().min(0).max(60),
    method: z.enum(['net', 'end_of_month_A', 'end_of_month_B', 'end_of_month_A_then_10']),
  }),
  means: Line,
  penalty: PenaltyTerms,
  /** D441-5: 40 € an invoice, never waivable beforehand. */
  recoveryIndemnityCents: CentsField,
  earlyPaymentDiscount: z.literal('none'),
  /** Unpaid amount beyond which new call batches stop. null: no ceiling. */
  receivableCapCents: CentsField.nullable(),
});
