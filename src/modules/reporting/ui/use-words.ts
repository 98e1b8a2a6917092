import { useFormats, useLanguage, useMessages, type Formats } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { MeasuredIndicator, ReportRow, Volume } from './shapes.ts';

type Key = keyof (typeof messages)['fr'];

export const useWords = () => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  return {
    t,
    coded: (prefix: string, code: string) => t(`${prefix}${code}` as Key),
    inLanguage: (words: { fr: string; en: string }) => words[language],
    format: useFormats(),
  };
};
export type Words = ReturnType<typeof useWords>;

/** A rate to one decimal, from hundredths of a percent. */
export const rateText = (format: Formats, value: number): string => format.rate(Math.round(value / 10) * 10);
/** Hours are counted in minutes and read in hours, to the tenth. */
export const inUnit = (id: Volume['id'], value: number): number => (id === 'hours' ? Math.round(value / 6) / 10 : value);

export const measureText = ({ t, format }: Words, { measure }: Pick<MeasuredIndicator, 'measure'>): string => {
  if (measure.value === null) return '—';
  if (measure.kind === 'rate') return rateText(format, measure.value);
  return measure.kind === 'average'
    ? t('perDay', { value: format.count(Math.round(measure.value * 10) / 10) })
    : format.count(measure.value);
};

export const targetText = (
  { t, format }: Words,
  { target, measure }: Pick<MeasuredIndicator, 'target' | 'measure'>,
): string | null => {
  const show = (value: number) => (measure.kind === 'rate' ? format.rate(value) : format.count(value));
  if (target && measure.kind === 'average') return t('perDay', { value: boundsText(t, target, show) ?? '' });
  return target ? boundsText(t, target, show) : null;
};

/** « 20 à 30 », « 20 au moins »: the target's figures alone. */
export const boundsText = (
  t: Words['t'],
  target: NonNullable<MeasuredIndicator['target']>,
  show: (value: number) => string,
): string | null => {
  if (target.min !== null && target.max !== null) return t('targetBetween', { min: show(target.min), max: show(target.max) });
  if (target.min !== null) return t('targetMin', { min: show(target.min) });
  return target.max !== null ? t('targetMax', { max: show(target.max) }) : null;
};

/** A report's title in the reader's language; its document keeps the French one. */
export const reportTitle = ({ t }: Words, { kind, week }: Pick<ReportRow, 'kind' | 'week'>): string =>
  kind === 'final' ? t('finalLabel') : t('week', { week });
