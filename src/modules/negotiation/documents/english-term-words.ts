import { englishDate } from '../../../shared/english.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { labelOf, type TermPath, type Terms } from '../../contracts/index.ts';
import { negotiableTerms, termsOfChoice } from '../domain/term-fields.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
const euros = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });
const percent = (basisPoints: number): string => `${number.format(basisPoints / 100)}%`;
const money = (cents: number): string => euros.format(cents / 100);
const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const days = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const units: Readonly<Record<string, string>> = {
  days: 'days',
  working_days: 'working days',
  hours: 'hours',
  months: 'months',
  years: 'years',
  calls: 'calls',
  appointments: 'appointments',
  percent: '%',
  points: 'points',
  times: 'times the legal rate',
};
const choices: Readonly<Record<TermPath, Readonly<Record<string, string>>>> = {
  'scope.missionKind': {
    telephone_prospecting: 'telephone prospecting',
    file_qualification: 'file qualification',
    follow_up: 'follow-up',
    appointment_setting: 'appointment setting',
    telesales: 'telesales',
  },
  'scope.channels': { phone: 'outbound calls', email: 'follow-up e-mails' },
  'scope.languages': { fr: 'French', en: 'English' },
  'calling.recording.policy': {
    none: 'no call is recorded',
    on_demand: 'on demand, once the person has agreed',
    from_qualification: 'from the first criterion met',
    appointments_only: 'only calls that give an appointment are kept',
    sample: 'a sample of calls',
    all: 'every call',
  },
  'intellectualProperty.rights': {
    reproduction: 'reproduction',
    adaptation: 'adaptation',
    translation: 'translation',
    representation: 'communication to the public',
  },
  'reporting.format': { pdf: 'PDF', pdf_and_csv: 'PDF and CSV' },
};
const every = [...negotiableTerms({ payment: { penalty: { kind: 'ecb_plus_points' } } }), ...termsOfChoice];
const fields = new Map(every.map((term) => [term.path, term]));

/** What a condition is called in English, for screens; documents are in French. */
export const englishLabel = (path: TermPath): string => {
  const words = wholeLabels[path] ?? fields.get(path)?.en ?? labelOf(path).en.replace(/^the /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A condition in English, for screens: one sentence, or one by item of a list. What the parties typed stays as they typed it. */
export const englishTermWords = (path: TermPath, value: unknown): readonly string[] => {
  const whole = wholes[path];
  if (whole) return value == null ? [] : whole(value as never);
  if (value === null) return [path.endsWith('capCents') || path.endsWith('CapCents') ? 'no ceiling' : 'not limited'];
  if (Array.isArray(value)) return value.flatMap((each) => englishTermWords(path, each));
  const field = fields.get(path)?.field;
  const options = field?.kind === 'choice' || field?.kind === 'choices' ? field.options : [];
  const chosen = choices[path]?.[String(value)] ?? options.find((one) => one.value === value)?.en;
  if (chosen) return [chosen];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (field?.kind === 'date') return [englishDate(value as CivilDate)];
  if (typeof value !== 'number') return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
  if (field?.kind === 'money' || path.endsWith('Cents')) return [money(value)];
  if (field?.kind === 'rate') return [percent(value)];
  const unit = field?.kind === 'integer' && field.unit ? units[field.unit] : undefined;
  return [[number.format(value), unit].filter(Boolean).join(' ')];
};

const triggers = ({ trigger }: Terms['milestones'][number]): string =>
  trigger.on === 'signature'
    ? 'at signature'
    : trigger.on === 'final_report'
      ? 'when the final report is delivered'
      : `at ${number.format(trigger.calls)} calls made`;

const methods: Record<Terms['payment']['delay']['method'], string> = {
  net: 'from the invoice date',
  end_of_month_A: 'then end of month',
  end_of_month_B: 'after the end of the month',
  end_of_month_A_then_10: 'then end of month, the 10th',
};
const measures = {
  wrong_number_rate: 'wrong numbers',
  reachability_rate: 'reachability',
  out_of_target_rate: 'out-of-target records',
};
const wholeLabels: Readonly<Record<TermPath, string>> = {
  'calling.slots': 'Calling slots',
  'appointments.criteria': 'Criteria of a qualified appointment',
  indicators: 'Indicators',
  'price.lines': 'Price lines',
  milestones: 'Payment schedule',
  'payment.delay': 'Payment delay',
  'payment.penalty': 'Late-payment penalties',
  hypotheses: 'Starting assumptions',
};

type Indicator = Terms['indicators'][number];
const target = ({ target }: Indicator): string =>
  target?.min != null && target.max != null
    ? `${number.format(target.min)} to ${number.format(target.max)}`
    : target?.min != null
      ? `at least ${number.format(target.min)}`
      : target?.max != null
        ? `at most ${number.format(target.max)}`
        : 'no target';

const wholes: Readonly<Record<TermPath, (value: never) => readonly string[]>> = {
  'calling.slots': (slots: Terms['calling']['slots']) =>
    slots.map((slot) => `${and.format(slot.days.map((day) => days[day]!))}, ${slot.from} to ${slot.to}`),
  'appointments.criteria': (criteria: Terms['appointments']['criteria']) =>
    criteria.map(({ label, definition }) => `${label}: ${definition}`),
  indicators: (indicators: readonly Indicator[]) =>
    indicators.map((one) => `${one.label} (${one.nature === 'engaged' ? 'committed' : 'followed'}): ${target(one)}`),
  'price.lines': (lines: Terms['price']['lines']) =>
    lines.map(
      (line) =>
        `${line.label}: ${number.format(line.quantity)} × ${money(line.unitPriceCents)} excl. VAT${line.optional ? ' (optional)' : ''}`,
    ),
  milestones: (milestones: Terms['milestones']) =>
    milestones.map((one) => `${one.label}: ${one.sharePercent}%, ${triggers(one)}`),
  'payment.delay': ({ days: count, method }: Terms['payment']['delay']) => [`${count} days, ${methods[method]}`],
  'payment.penalty': (penalty: Terms['payment']['penalty']) => [
    penalty.kind === 'ecb_plus_points'
      ? `ECB rate plus ${number.format(penalty.points)} points`
      : penalty.kind === 'times_legal'
        ? `${number.format(penalty.times)} times the legal rate`
        : percent(penalty.rateBp),
  ],
  hypotheses: (hypotheses: Terms['hypotheses']) =>
    hypotheses.map(
      (one) => `${measures[one.measure]}: ${one.comparison === 'at_most' ? 'at most' : 'at least'} ${percent(one.thresholdBp)}`,
    ),
};
