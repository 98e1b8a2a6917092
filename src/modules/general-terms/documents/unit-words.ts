import { frenchDays, frenchList, frenchMoney, frenchNumber, frenchPercent, frenchTime } from '../../../shared/french.ts';
import { type Cents, cents } from '../../../shared/money.ts';
import type { ClockTime } from '../../../shared/time.ts';
import { choiceWords, delayWords, penaltyWords } from '../../clauses/queries.ts';

const nbsp = '\u00a0';
type Values = Record<string, unknown>;

const groups: Readonly<Record<string, string>> = {
  'reporting.frequency': 'frequencies',
  'reporting.channel': 'reportChannels',
  'reporting.format': 'reportFormats',
  'reporting.contents': 'reportContents',
  'data.enrichedFileOwner': 'owners',
  'data.scriptsOwner': 'owners',
  'data.recordingsOwner': 'owners',
};
const lineUnits: Record<string, string> = {
  forfait: 'au forfait',
  hour: 'l’heure',
  day: 'la journée',
  appointment: 'par rendez-vous accepté',
};
const silences: Record<string, string> = { accepted: 'le silence vaut acceptation', refused: 'le silence vaut refus' };

const wholes: Readonly<Record<string, (value: never) => string>> = {
  'payment.delay': (delay: Parameters<typeof delayWords>[0]) => delayWords(delay).split(', c’est-à-dire')[0]!.replace(/^à /, ''),
  'payment.penalty': (penalty: Parameters<typeof penaltyWords>[0]) => `pénalités ${penaltyWords(penalty)}`,
  'appointments.review': ({ workingDays, silence }: Values) => `${workingDays}${nbsp}jours ouvrés, ${silences[String(silence)]}`,
  'appointments.contest': ({ workingDays }: Values) => `${workingDays}${nbsp}jours ouvrés`,
  'appointments.arbiter': ({ name }: Values) => String(name),
  'appointments.noShow': ({ treatment }: Values) => choiceWords['noShows']![String(treatment)]!.replace(/\.$/, ''),
  'calling.recording': ({ policy, retentionDays }: Values) =>
    `${(choiceWords['recordingPolicies']![String(policy)] ?? String(policy)).replace(/\.$/, '')} (${retentionDays}${nbsp}jours)`,
  'calling.slots': (slots: readonly { days: number[]; from: ClockTime; to: ClockTime }[]) =>
    slots.map(({ days, from, to }) => `${frenchDays(days)} de ${frenchTime(from)} à ${frenchTime(to)}`).join(', '),
  'calling.publicHolidays': (rule: string) => (rule === 'open' ? 'jours fériés ouverts' : 'aucun appel les jours fériés'),
  'payment.depositDue': () => 'à réception de la facture',
  'payment.earlyPaymentDiscount': () => 'aucun escompte pour paiement anticipé',
  'price.vat': ({ regime, rateBp }: Values) =>
    regime === 'franchise' ? 'franchise de TVA' : `TVA à ${frenchPercent(rateBp as number)}`,
};

/** One condition in a few words, as a derogation sets two of them side by side. */
export const unitWords = (path: string, value: unknown): string => {
  const whole = wholes[path];
  if (whole && value != null) return whole(value as never);
  if (path.startsWith('price.lines.')) {
    const { kind, unitPriceCents } = value as { kind: string; unitPriceCents: Cents };
    return `${frenchMoney(unitPriceCents)} HT ${lineUnits[kind] ?? ''}`.trim();
  }
  const words = choiceWords[groups[path] ?? ''];
  if (words) return frenchList((Array.isArray(value) ? value : [value]).map((each) => words[String(each)] ?? String(each)));
  if (value === null) return path.endsWith('Cents') ? 'aucun plafond' : 'sans limite';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') {
    if (path.endsWith('Cents')) return frenchMoney(cents(value));
    if (/WorkingDays$/.test(path)) return `${value}${nbsp}jours ouvrés`;
    if (/Days$/.test(path)) return `${value}${nbsp}jours`;
    if (path.endsWith('years')) return `${value}${nbsp}ans`;
    return frenchNumber(value);
  }
  if (Array.isArray(value))
    return frenchList(
      value.map((each) =>
        typeof each === 'object' && each ? String((each as Values)['label'] ?? (each as Values)['effect'] ?? '') : String(each),
      ),
    );
  if (typeof value === 'object' && value)
    return Object.values(value)
      .map((each) => (typeof each === 'boolean' ? (each ? 'oui' : 'non') : String(each)))
      .join(', ');
  const text = String(value).replace(/\.$/, '');
  return `«${nbsp}${text}${nbsp}»`;
};
