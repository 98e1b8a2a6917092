import { z } from 'zod';
import { ConfidentialityTerms, DataTerms, LiabilityTerms, TerminationTerms } from './end.terms.ts';
import { CentsField, CivilDateField, Text } from './fields.ts';
import { PaymentTerms, PriceLine, PriceTerms } from './price.terms.ts';
import { AppointmentTerms, ChangeTerms, Hypothesis, ReportingTerms } from './results.terms.ts';
import { CallingTerms } from './scope.terms.ts';

/**
 * Conditions that hold for several missions: any part of the same sections as `Terms`, each condition present or silent. A framework
 * agreement and an edition of the general terms are both made of them; what neither says is left to each order.
 */
export const SharedTerms = z
  .object({
    calling: CallingTerms.partial(),
    appointments: AppointmentTerms.partial(),
    reporting: ReportingTerms.partial(),
    price: PriceTerms.pick({ rebillableExpenses: true, revision: true, vat: true }).partial(),
    payment: PaymentTerms.partial(),
    hypotheses: z.array(Hypothesis),
    changes: ChangeTerms.partial(),
    termination: TerminationTerms.partial(),
    data: DataTerms.partial(),
    confidentiality: ConfidentialityTerms.partial(),
    liability: LiabilityTerms.partial(),
  })
  .partial();
export type SharedTerms = z.output<typeof SharedTerms>;

/** A price that every order may call on, without a quantity. */
export const GridLine = PriceLine.omit({ quantity: true, optional: true });
export type GridLine = z.output<typeof GridLine>;

/** What a framework agreement says of itself: how long, how it is renewed, how orders are placed, which document prevails. */
export const FrameworkFrame = z.object({
  purpose: Text,
  startsOn: CivilDateField,
  endsOn: CivilDateField,
  renewal: z.object({
    /** 'tacit': renewed unless one of them says no in time; 'express': only by a signed writing. */
    kind: z.enum(['none', 'tacit', 'express']),
    /** Length of each renewal. */
    months: z.int().min(1).max(60),
    /** Days before the end within which a party must speak. */
    noticeDays: z.int().min(0).max(365),
  }),
  /** C. civ. 1119: special conditions prevail over general ones, unless the parties rank the framework above its orders. */
  prevails: z.enum(['order', 'framework']),
  ordering: z.object({ acceptWithinWorkingDays: z.int().min(1).max(30) }),
  priceGrid: z.array(GridLine).min(1).max(60),
  /** What the client undertakes to order, and may not exceed; null: nothing is promised (C. civ. 1163: the object stays determinable by the orders). */
  commitment: z
    .object({ per: z.enum(['year', 'period']), minimumCents: CentsField.nullable(), maximumCents: CentsField.nullable() })
    .nullable(),
});
export type FrameworkFrame = z.output<typeof FrameworkFrame>;

/** The whole of a framework agreement. Clauses read `frame` as $framework.… and `shared` as $terms.…, as they do in a contract. */
export const FrameworkTerms = z.object({ frame: FrameworkFrame, shared: SharedTerms });
export type FrameworkTerms = z.output<typeof FrameworkTerms>;
