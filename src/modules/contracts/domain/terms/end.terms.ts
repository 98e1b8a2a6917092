import { z } from 'zod';
import { CentsField, Line } from './fields.ts';

export const TerminationTerms = z.object({
  providerNoticeDays: z.int().min(0).max(365),
  clientNoticeDays: z.int().min(0).max(365),
  consequence: Line,
  /** Days that a mise en demeure leaves to put things right (C. civ. 1226). Absent: `defaultCureDays`, as the clause says. */
  cureDays: z.int().min(1).max(90).optional(),
  /** Days between the notice of a suspension and the first call not placed (C. civ. 1220). Absent: `defaultSuspensionNoticeDays`. */
  suspensionNoticeDays: z.int().min(1).max(60).optional(),
});
/** What the clauses « manquement » and « suspension » say in letters when the parties set nothing else. */
export const defaultCureDays = 15;
export const defaultSuspensionNoticeDays = 8;

/** CPI L131-3: an assignment names each right, and bounds it in extent, purpose, place and duration. */
export const IntellectualPropertyTerms = z.object({
  rights: z.array(z.enum(['reproduction', 'adaptation', 'translation', 'representation'])).min(1),
  purpose: Line,
  territory: Line,
  years: z.int().min(1).max(70),
});

/** Months, after the end, during which neither party hires the other's people without its agreement. */
export const NonSolicitationTerms = z.object({ months: z.int().min(1).max(24) });

/** Who owns what the campaign makes, and the processor's duties of GDPR article 28. */
export const DataTerms = z.object({
  enrichedFileOwner: z.enum(['client', 'provider']),
  scriptsOwner: z.enum(['client', 'provider']),
  recordingsOwner: z.enum(['client', 'provider']),
  processing: z.object({
    purpose: Line,
    personalData: Line,
    persons: Line,
    subProcessors: Line,
    securityMeasures: Line,
    /** Days after the end within which data is returned or deleted, with a certificate. */
    returnWithinDays: z.int().min(1).max(90),
  }),
});

export const ConfidentialityTerms = z.object({ years: z.int().min(1).max(10) });
export const LiabilityTerms = z.object({ capCents: CentsField.nullable(), insurance: Line });
