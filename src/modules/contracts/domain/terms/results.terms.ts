import { z } from 'zod';
import { ClockTimeField, Key, Line, Text } from './fields.ts';

export const Criterion = z.object({ id: Key, label: Line, definition: Text });

/** What a paid appointment is, who says so, and until when. */
export const AppointmentTerms = z.object({
  definition: Text,
  criteria: z.array(Criterion).min(1).max(8),
  review: z.object({
    workingDays: z.int().min(1).max(15),
    untilTime: ClockTimeField,
    /** What the client's silence means at the deadline. */
    silence: z.enum(['accepted', 'refused']),
  }),
  contest: z.object({ workingDays: z.int().min(1).max(15) }),
  arbiter: z.object({ name: Line, email: z.email() }),
  noShow: z.object({ treatment: z.enum(['billed', 'replaced', 'credited']), reportWithinHours: z.int().min(1).max(240) }),
});

/** Formula ids of the KPI dictionary (docs/glossary.md): a contract cites a formula, never a bare label. */
export const indicatorFormulas = [
  'T',
  'C_PER_DAY',
  'R',
  'RA',
  'K01B',
  'K02',
  'K03',
  'K04',
  'K05',
  'K06',
  'K07',
  'K08',
  'K14',
] as const;
export type IndicatorFormula = (typeof indicatorFormulas)[number];

/** One measured expectation: engaged (a commitment) or followed (shown, never guaranteed), and how pay depends on it. */
export const Indicator = z.object({
  formula: z.enum(indicatorFormulas),
  label: Line,
  nature: z.enum(['engaged', 'followed']),
  /** Counts in units, rates in basis points. null on a followed indicator without a target. */
  target: z.object({ min: z.number().nonnegative().nullable(), max: z.number().nonnegative().nullable() }).nullable(),
  /** Which part of the price it conditions or explains. */
  payLink: z.enum(['forfait', 'per_appointment', 'hours', 'days', 'milestone', 'none_informative']),
});

export const ReportingTerms = z.object({
  frequency: z.enum(['weekly', 'biweekly', 'monthly']),
  contents: z
    .array(z.enum(['attempts', 'answer_rate', 'refusal_reasons', 'appointments', 'opportunities', 'file_quality']))
    .min(1),
  channel: z.enum(['email', 'portal', 'email_and_portal']),
  format: z.enum(['pdf', 'pdf_and_csv']),
  /** Working days after the period's end. */
  dueWorkingDays: z.int().min(0).max(10),
  meetings: Line,
});

/** An assumption the price rests on. Measured live; broken, it opens the revision clause. */
export const Hypothesis = z.object({
  id: Key,
  measure: z.enum(['wrong_number_rate', 'reachability_rate', 'out_of_target_rate']),
  comparison: z.enum(['at_most', 'at_least']),
  thresholdBp: z.int().min(0).max(10_000),
  effect: Line,
});

export const ChangeTerms = z.object({
  replyWorkingDays: z.int().min(1).max(15),
  scriptVersionsIncluded: z.int().min(0).max(20),
  whenFileIsBad: Line,
  whenScriptChanges: Line,
  whenTargetWidens: Line,
});
