import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type ReportIndicator = {
  label: string;
  /** « engagé » binds; « suivi » informs. */
  commitment: 'committed' | 'followed';
  /** « 36,0 % », « 21 par jour ». */
  value: string;
  /** Null when the indicator is not a ratio. */
  numerator: number | null;
  denominator: number | null;
  /** What is counted above and below the line: « appels décrochés / appels émis ». */
  definition: string;
  /** « 20 à 30 par jour »; null when nothing was signed. */
  target: string | null;
  state: 'reached' | 'below' | 'none';
};

/** A signed budget: drawn as a graduated arc with its needle at the share of the period already elapsed. */
export type ReportVolume = {
  label: string;
  unit: string;
  consumed: number;
  signed: number;
  /** 0 to 1: where an even pace would be today. */ elapsedShare: number;
};

export type ReportDay = {
  day: CivilDate;
  attempts: number;
  wrongNumbers: number;
  answered: number;
  usefulConversations: number;
  argued: number;
  appointments: number;
  productionMinutes: number;
};

export type ReportAppointment = {
  reference: string;
  company: string;
  bookedAt: Instant;
  meetingAt: Instant;
  state: 'awaiting' | 'accepted' | 'acceptedBySilence' | 'acceptedByRuling' | 'refused' | 'disputed';
  /** « critère : décideur, à 0 min 42 s » for a refusal, « échéance le 16 mars à 18 h 00 » while it waits. */
  detail: string | null;
};

export type ReportDocument = {
  demo: boolean;
  kind: 'weekly' | 'final';
  number: string;
  /** « Compte rendu hebdomadaire, semaine 12 ». */
  title: string;
  provider: string;
  client: string;
  missionTitle: string;
  contractNumber: string;
  from: CivilDate;
  to: CivilDate;
  frozenAt: Instant;
  /** The sentence first: « 12 rendez-vous validés sur 20 ; au rythme actuel, 19 le 31. » */
  headline: string;
  volumes: readonly ReportVolume[];
  indicators: readonly ReportIndicator[];
  days: readonly ReportDay[];
  appointments: readonly ReportAppointment[];
  /** Why the people called said no, most frequent first. */
  refusalReasons: readonly { label: string; count: number }[];
  notes: readonly string[];
  /** SHA-256 of the figures as frozen; recorded in the journal. */
  snapshotSha256: string;
};

/** The report as PDF/A-3a, with the frozen figures attached when they are given. */
export const renderReport = (
  pdf: Pdf,
  report: ReportDocument,
  { snapshotJson, createdAt }: { snapshotJson: string | null; createdAt: Instant },
): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/reporting/documents/report.typ',
    data: typeset(report),
    standard: 'a-3a',
    createdAt,
    ...(snapshotJson === null ? {} : { attachments: [snapshotAttachment(snapshotJson)] }),
  });

const snapshotAttachment = (json: string) => ({
  path: 'cadran-chiffres.json',
  bytes: new TextEncoder().encode(json),
  mediaType: 'application/json',
  relationship: 'data' as const,
  description: 'Chiffres du compte rendu, tels qu’ils ont été figés',
});
