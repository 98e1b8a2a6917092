import { z } from 'zod';
import { type BasisPoints, type Cents, basisPoints, cents } from '../../../../shared/money.ts';
import { type CivilDate, type ClockTime, civilDate, clockTime } from '../../../../shared/time.ts';

const accepts = (parse: (value: string) => unknown) => (value: string) => {
  try {
    parse(value);
    return true;
  } catch {
    return false;
  }
};

/** One line of prose. */
export const Line = z.string().trim().min(1).max(300);
/** A few sentences of prose. */
export const Text = z.string().trim().min(1).max(4000);
export const Lines = z.array(Line).max(30);

export const CivilDateField = z
  .string()
  .refine(accepts(civilDate), { error: 'not a civil date' })
  .transform((value) => value as CivilDate);
export const ClockTimeField = z
  .string()
  .refine(accepts(clockTime), { error: 'not a clock time' })
  .transform((value) => value as ClockTime);
export const CentsField = z
  .number()
  .refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'not whole cents' })
  .transform((value): Cents => cents(value));
export const BasisPointsField = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .transform((value): BasisPoints => basisPoints(value));
/** A stable short name inside one contract: 'decideur', 'jalon-2'. */
export const Key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);
