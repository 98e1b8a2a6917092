import {
  frenchDate,
  frenchList,
  frenchMoney,
  frenchNumber,
  frenchPercent,
  frenchPhone,
  frenchTime,
} from '../../../shared/french.ts';
import { cents } from '../../../shared/money.ts';
import type { CivilDate, ClockTime } from '../../../shared/time.ts';
import { choiceWords, delayWords, penaltyWords, triggerWords } from '../../clauses/queries.ts';
import type { FrameworkFrame, TermPath, Terms } from '../../contracts/index.ts';
import { commitmentWords, renewalWords } from '../../frameworks/queries.ts';
import { commitmentTerms, frameTerms } from '../domain/framework-fields.ts';
import { negotiableTerms, termsOfChoice } from '../domain/term-fields.ts';

const owed = {
  days: 'jours',
  working_days: 'jours ouvrés',
  hours: 'heures',
  months: 'mois',
  years: 'ans',
  calls: 'appels',
  appointments: 'rendez-vous',
  percent: '%',
  points: 'points',
  times: 'fois le taux légal',
};
const nbsp = '\u00a0';
const unlimited: Readonly<Record<TermPath, string>> = {
  'payment.receivableCapCents': 'aucun plafond',
  'liability.capCents': 'aucun plafond',
  'framework.commitment.minimumCents': 'aucun minimum',
  'framework.commitment.maximumCents': 'aucun maximum',
};
const groups: Readonly<Record<TermPath, string>> = {
  'scope.channels': 'channels',
  'scope.languages': 'languages',
  'volumes.period': 'volumePeriods',
  'appointments.noShow.treatment': 'noShows',
  'calling.recording.policy': 'recordingPolicies',
  'reporting.frequency': 'frequencies',
  'reporting.channel': 'reportChannels',
  'reporting.format': 'reportFormats',
  'reporting.contents': 'reportContents',
  'intellectualProperty.rights': 'rights',
  'data.enrichedFileOwner': 'owners',
  'data.scriptsOwner': 'owners',
  'data.recordingsOwner': 'owners',
};

/** A condition in the words of the contract: one sentence, or one by item of a list. */
export const termWords = (path: TermPath, value: unknown): readonly string[] => {
  const whole = wholes[path];
  if (whole) return value == null && path !== 'framework.commitment' ? [] : whole(value as never);
  const choices = choiceWords[groups[path] ?? ''];
  if (choices) return (Array.isArray(value) ? value : [value]).map((each) => choices[String(each)] ?? String(each));
  if (value === null) return [unlimited[path] ?? 'non limité'];
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)));
  if (typeof value === 'boolean') return [value ? 'oui' : 'non'];
  const field = fields.get(path)?.field ?? (path.endsWith('Cents') ? ({ kind: 'money' } as const) : undefined);
  if (field?.kind === 'choice' || field?.kind === 'choices')
    return [field.options.find((one) => one.value === value)?.fr ?? String(value)];
  if (field?.kind === 'money') return [frenchMoney(cents(value as number))];
  if (field?.kind === 'rate') return [frenchPercent(value as number)];
  if (field?.kind === 'date') return [frenchDate(value as CivilDate)];
  if (field?.kind === 'time') return [frenchTime(value as ClockTime)];
  if (path === 'calling.presentedNumber') return [frenchPhone(String(value))];
  if (typeof value === 'number')
    return [field?.kind === 'integer' && field.unit ? `${frenchNumber(value)}${nbsp}${owed[field.unit]}` : frenchNumber(value)];
  return [String(value)];
};

const every = [
  ...negotiableTerms({ payment: { penalty: { kind: 'ecb_plus_points' } } }),
  ...termsOfChoice,
  ...frameTerms,
  ...commitmentTerms,
];
const fields = new Map(every.map((term) => [term.path, term]));

type Indicator = Terms['indicators'][number];
const targetOf = ({ target }: Indicator) =>
  target?.min != null && target.max != null
    ? `de ${frenchNumber(target.min)} à ${frenchNumber(target.max)}`
    : target?.min != null
      ? `${frenchNumber(target.min)} au moins`
      : target?.max != null
        ? `${frenchNumber(target.max)} au plus`
        : 'sans cible';

const measures = {
  wrong_number_rate: 'taux de faux numéros',
  reachability_rate: 'taux de joignabilité',
  out_of_target_rate: 'taux de fiches hors cible',
};
const weekdays = ['', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

const wholes: Readonly<Record<TermPath, (value: never) => readonly string[]>> = {
  'calling.slots': (slots: Terms['calling']['slots']) =>
    slots.map(
      ({ days, from, to }) => `${frenchList(days.map((day) => weekdays[day]!))}, de ${frenchTime(from)} à ${frenchTime(to)}`,
    ),
  'appointments.criteria': (criteria: Terms['appointments']['criteria']) =>
    criteria.map(({ label, definition }) => `${label}${nbsp}: ${definition}`),
  indicators: (indicators: readonly Indicator[]) =>
    indicators.map((one) => `${one.label} (${one.nature === 'engaged' ? 'engagé' : 'suivi'})${nbsp}: ${targetOf(one)}`),
  'price.lines': (lines: Terms['price']['lines']) =>
    lines.map(
      (line) =>
        `${line.label}${nbsp}: ${frenchNumber(line.quantity)} × ${frenchMoney(line.unitPriceCents)} HT${line.optional ? ' (en option)' : ''}`,
    ),
  milestones: (milestones: Terms['milestones']) =>
    milestones.map((one) => `${one.label}${nbsp}: ${one.sharePercent}${nbsp}%, ${triggerWords(one)}`),
  'framework.renewal': (renewal: FrameworkFrame['renewal']) => [renewalWords(renewal)],
  'framework.commitment': (commitment: FrameworkFrame['commitment']) => [commitmentWords(commitment)],
  'framework.priceGrid': (grid: FrameworkFrame['priceGrid']) =>
    grid.map(({ label, unitPriceCents }) => `${label}${nbsp}: ${frenchMoney(unitPriceCents)} HT`),
  'payment.delay': (delay: Terms['payment']['delay']) => [delayWords(delay).split(', c’est-à-dire')[0]!],
  'payment.penalty': (penalty: Terms['payment']['penalty']) => [penaltyWords(penalty)],
  hypotheses: (hypotheses: Terms['hypotheses']) =>
    hypotheses.map(
      (one) =>
        `${measures[one.measure]}${nbsp}: ${frenchPercent(one.thresholdBp)} ${one.comparison === 'at_most' ? 'au plus' : 'au moins'}`,
    ),
};
