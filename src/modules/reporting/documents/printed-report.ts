import { frenchDate, frenchNumber, frenchPercent, frenchTime } from '../../../shared/french.ts';
import { civilDateOf, clockTimeOf } from '../../../shared/time.ts';
import type { ContractContent } from '../../contracts/index.ts';
import type { Report } from '../db/reports.store.ts';
import type { Measure } from '../domain/compute-indicator.ts';
import type { CountedAppointment } from '../domain/mission-figures.ts';
import type { MeasuredIndicator } from '../domain/report-snapshot.ts';
import type { ReportAppointment, ReportDocument, ReportIndicator } from './report.document.ts';

/** What each formula counts, above and below the line. */
export const formulaWords: Record<MeasuredIndicator['formula'], string> = {
  T: 'appels passés',
  C_PER_DAY: 'conversations utiles / jours travaillés',
  R: 'rendez-vous posés',
  RA: 'rendez-vous acceptés',
  K01B: 'appels vers un bon numéro / appels passés',
  K02: 'appels décrochés / appels passés',
  K03: 'appels décrochés / appels vers un bon numéro',
  K04: 'conversations utiles / appels décrochés',
  K05: 'contacts argumentés / appels décrochés',
  K06: 'rendez-vous posés / contacts argumentés',
  K07: 'rendez-vous acceptés / rendez-vous décidés',
  K08: 'rendez-vous honorés / rendez-vous tenus ou manqués',
  K14: 'oppositions / appels décrochés',
};

const isRate = ({ kind }: Measure) => kind === 'rate';
const oneDecimal = (value: number) => Math.round(value / 10) * 10;

const measured = (measure: Measure): string => {
  if (measure.value === null) return '—';
  if (measure.kind === 'rate') return frenchPercent(oneDecimal(measure.value));
  return measure.kind === 'average'
    ? `${frenchNumber(Math.round(measure.value * 10) / 10)} par jour`
    : frenchNumber(measure.value);
};

const targetWords = ({ target, measure }: MeasuredIndicator): string | null => {
  const show = (value: number) => (isRate(measure) ? frenchPercent(value) : frenchNumber(value));
  if (target?.min != null && target.max != null) return `${show(target.min)} à ${show(target.max)}`;
  if (target?.min != null) return `${show(target.min)} au moins`;
  return target?.max != null ? `${show(target.max)} au plus` : null;
};

// A week's count is never held against the whole mission's target: it is on its way until the final report.
const isOnItsWay = ({ measure, state }: MeasuredIndicator, kind: Report['kind']) =>
  kind === 'weekly' && measure.kind === 'count' && state === 'below';

const printedIndicator = (indicator: MeasuredIndicator, kind: Report['kind']): ReportIndicator => ({
  label: indicator.label,
  commitment: indicator.nature === 'engaged' ? 'committed' : 'followed',
  value: measured(indicator.measure),
  numerator: indicator.measure.denominator === null ? null : indicator.measure.numerator,
  denominator: indicator.measure.denominator,
  definition: formulaWords[indicator.formula],
  target: targetWords(indicator),
  state: indicator.state === 'reached' ? 'reached' : indicator.state === 'none' || isOnItsWay(indicator, kind) ? 'none' : 'below',
});

const appointmentState = ({ state, acceptedBy }: CountedAppointment): ReportAppointment['state'] => {
  if (state === 'accepted')
    return acceptedBy === 'silence' ? 'acceptedBySilence' : acceptedBy === 'ruling' ? 'acceptedByRuling' : 'accepted';
  return ({ to_review: 'awaiting', refused: 'refused', contested: 'disputed' } as const)[state];
};

const minutes = (seconds: number) => `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;

const volumeWords = {
  calls: ['Appels', 'appels'],
  hours: ['Heures de production', 'heures'],
  appointments: ['Rendez-vous posés', 'rendez-vous'],
} as const;

/** The frozen figures as their page shows them. Nothing is computed again here. */
export const printedReport = (
  report: Report,
  content: ContractContent,
  names: { provider: string; client: string; mission: string },
): ReportDocument => {
  const { snapshot } = report;
  const criteria = new Map(content.terms.appointments.criteria.map(({ id, label }) => [id, label]));
  const detail = ({ state, refusal, reviewBy }: CountedAppointment): string | null => {
    if (state === 'to_review') return `échéance le ${frenchDate(civilDateOf(reviewBy))} à ${frenchTime(clockTimeOf(reviewBy))}`;
    if (!refusal) return null;
    const where = refusal.momentSeconds === null ? 'hors de l’appel' : `à ${minutes(refusal.momentSeconds)}`;
    return `critère : ${(criteria.get(refusal.criterionId) ?? refusal.criterionId).toLowerCase()}, ${where}`;
  };
  return {
    demo: content.isDemo,
    kind: report.kind,
    number: `${content.number}-${report.kind === 'final' ? 'RF' : `S${report.label.split(' ').at(-1)}`}`,
    title: report.label,
    provider: names.provider,
    client: names.client,
    missionTitle: names.mission,
    contractNumber: content.number,
    from: report.from,
    to: report.to,
    frozenAt: report.frozenAt,
    headline: snapshot.headline.fr,
    volumes: snapshot.volumes.map(({ id, consumed, signed, elapsedShare }) => ({
      label: volumeWords[id][0],
      unit: volumeWords[id][1],
      consumed: id === 'hours' ? Math.round((consumed / 60) * 10) / 10 : consumed,
      signed: id === 'hours' ? signed / 60 : signed,
      elapsedShare,
    })),
    indicators: snapshot.indicators.map((indicator) => printedIndicator(indicator, report.kind)),
    days: snapshot.days.map((day) => ({
      day: day.day,
      attempts: day.calls,
      wrongNumbers: day.wrongNumbers,
      answered: day.answered,
      usefulConversations: day.useful,
      argued: day.argued,
      appointments: day.appointments,
      productionMinutes: day.hoursMinutes,
    })),
    appointments: snapshot.appointments.map((one) => ({
      reference: one.ref,
      company: one.company,
      bookedAt: one.bookedAt,
      meetingAt: one.meetingAt,
      state: appointmentState(one),
      detail: detail(one),
    })),
    refusalReasons: snapshot.refusalReasons,
    notes: report.notes,
    snapshotSha256: report.snapshotSha256,
  };
};
