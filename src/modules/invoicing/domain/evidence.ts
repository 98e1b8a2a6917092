import type { AppointmentId, QuoteId, ReportId } from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

/** Who can vouch for a call, best first. A simulated call proves nothing outside a demonstration. */
export type EvidenceLevel = 'server' | 'provider' | 'client' | 'declared' | 'simulated';

/** An appointment as the signed acceptance procedure left it. */
export type AppointmentEvidence = {
  id: AppointmentId;
  /** 'RDV-07' */
  ref: string;
  state: 'accepted' | 'refused' | 'disputed' | 'pending';
  acceptedBy: 'client' | 'silence' | 'ruling' | null;
  decidedAt: Instant | null;
  /** The price in the terms signed that day, copied into the acceptance. */
  priceCents: Cents;
  meetingAt: Instant;
  company: string;
  evidenceLevel: EvidenceLevel;
  /** A sealed recording of the call is kept. */
  recorded: boolean;
  /** Whether the terms of its booking ask for that recording; absent: the terms of the invoice say. */
  recordingRequired?: boolean;
};

/** Time worked on one day: hours or days, as decimal text ('2.5'). */
export type WorkedTime = {
  id: string;
  on: CivilDate;
  quantity: string;
  /** The price in force when that day began; absent: the one in the terms of the invoice. */
  unitPriceCents?: Cents;
};
export type Expense = { id: string; on: CivilDate; label: string; amountCents: Cents };

/** Everything an invoice may rest on, read in the transaction that issues it. */
export type Evidence = {
  agreement: { quoteId: QuoteId; number: string; signedOn: CivilDate };
  /** Calls that count for the contract, up to now. */
  callsReached: number;
  /** The frozen final report; null until there is one. */
  finalReport: { id: ReportId; label: string; frozenOn: CivilDate } | null;
  hours: readonly WorkedTime[];
  days: readonly WorkedTime[];
  appointments: readonly AppointmentEvidence[];
  expenses: readonly Expense[];
  /** The contract ended before its term: its last day of execution. Absent or null: it runs to its end. */
  earlyEnd?: { lastDay: CivilDate } | null;
};

/** What a line rests on: open it and the proof is there. */
export type EvidenceReference = {
  type: 'agreement' | 'calls' | 'report' | 'appointment' | 'hours' | 'days' | 'expense' | 'invoice';
  id: string;
  /** As people name it: 'RDV-07', 'DEV-2026-0001', '750'. */
  label: string;
};
