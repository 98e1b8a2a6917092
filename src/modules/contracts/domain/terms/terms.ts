import { z } from 'zod';
import {
  ConfidentialityTerms,
  DataTerms,
  IntellectualPropertyTerms,
  LiabilityTerms,
  NonSolicitationTerms,
  TerminationTerms,
} from './end.terms.ts';
import { Milestone, PaymentTerms, PriceTerms } from './price.terms.ts';
import { AppointmentTerms, ChangeTerms, Hypothesis, Indicator, ReportingTerms } from './results.terms.ts';
import { CallingTerms, PeriodTerms, ScopeTerms, VolumeTerms } from './scope.terms.ts';

/**
 * The conditions that both sides sign, as one value. It words the clauses, rules the dial gate, judges the appointments,
 * fixes the indicators and prices the invoices. No rule is enforced that is not in it.
 */
export const Terms = z.object({
  scope: ScopeTerms,
  period: PeriodTerms,
  calling: CallingTerms,
  volumes: VolumeTerms,
  appointments: AppointmentTerms,
  indicators: z.array(Indicator),
  reporting: ReportingTerms,
  price: PriceTerms,
  milestones: z.array(Milestone),
  payment: PaymentTerms,
  hypotheses: z.array(Hypothesis),
  changes: ChangeTerms,
  termination: TerminationTerms,
  data: DataTerms,
  confidentiality: ConfidentialityTerms,
  liability: LiabilityTerms,
  // Read by clauses of choice: absent where the clause is not chosen, so that what was signed before keeps its hash.
  intellectualProperty: IntellectualPropertyTerms.optional(),
  nonSolicitation: NonSolicitationTerms.optional(),
});
export type Terms = z.output<typeof Terms>;

type DeepPartial<T> = T extends readonly (infer Item)[]
  ? DeepPartial<Item>[]
  : T extends string | number | boolean | null
    ? T | null
    : T extends object
      ? { [Key in keyof T]?: DeepPartial<T[Key]> | null }
      : T;

/** What the editor holds while a quote is written: any part may still be missing. */
export type DraftTerms = DeepPartial<z.input<typeof Terms>>;

/** The path of one condition: 'calling.slots', 'payment.delay'. Clauses say which they word; refusals cite them. */
export type TermPath = string;
