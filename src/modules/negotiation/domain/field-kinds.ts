import type { TermPath } from '../../contracts/index.ts';

export type Words = { fr: string; en: string };
export type TermOption = { value: string } & Words;
export type FieldUnit =
  'days' | 'working_days' | 'hours' | 'months' | 'years' | 'calls' | 'appointments' | 'percent' | 'points' | 'times';

/** How a condition is filled in: the same kinds of field as in the quote's own form. */
export type TermField =
  | { kind: 'integer'; min: number; max: number; unit?: FieldUnit; mayBeEmpty?: boolean }
  | { kind: 'money'; mayBeEmpty?: boolean }
  | { kind: 'rate' }
  | { kind: 'date' | 'time' | 'yesNo' | 'text' | 'longText' | 'lines' }
  | { kind: 'choice' | 'choices'; options: readonly TermOption[] };

/** One condition that can be discussed on its own. */
export type NegotiableTerm = { path: TermPath; field: TermField } & Words;

export const option = (value: string, fr: string, en: string): TermOption => ({ value, fr, en });
export const text = { kind: 'text' } as const;
export const longText = { kind: 'longText' } as const;
export const lines = { kind: 'lines' } as const;
export const yesNo = { kind: 'yesNo' } as const;
export const integer = (min: number, max: number, unit?: FieldUnit, mayBeEmpty = false): TermField => ({
  kind: 'integer',
  min,
  max,
  ...(unit ? { unit } : {}),
  ...(mayBeEmpty ? { mayBeEmpty } : {}),
});
export const term = (path: TermPath, fr: string, en: string, field: TermField): NegotiableTerm => ({ path, fr, en, field });
