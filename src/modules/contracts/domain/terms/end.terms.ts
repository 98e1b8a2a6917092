import { z } from 'zod';
import { CentsField, Line } from './fields.ts';

export const TerminationTerms = z.object({
  providerNoticeDays: z.int().min(0).max(365),
  clientNoticeDays: z.int().min(0).max(365),
  consequence: Line,
});

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
