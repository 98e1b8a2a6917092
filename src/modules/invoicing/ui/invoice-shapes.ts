import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { DerivableKind, EvidenceReference, InvoiceKind, PaymentDelay } from '../index.ts';

/** What the API answers, as these screens read it. Amounts are cents. */
export type InvoiceState = 'to_pay' | 'overdue' | 'credited' | 'credit_note';

export type InvoiceRow = {
  id: string;
  number: string;
  kind: InvoiceKind;
  state: InvoiceState;
  clientId: string;
  clientName: string;
  missionId: string;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  netCents: number;
  vatCents: number;
  grossCents: number;
  payableCents: number;
};
export type InvoiceListAnswer = { invoices: InvoiceRow[]; next: string | null };
export type InvoiceTotalsAnswer = { count: number; netCents: number; vatCents: number; payableCents: number };

export type ShownLine = {
  kind: string;
  label: string;
  detail: string | null;
  quantity: string;
  unitPriceCents: number;
  netCents: number;
  evidence: EvidenceReference[];
};

export type InvoiceMoney = {
  lines: ShownLine[];
  vat: { category: 'S' | 'E'; rateBp: number; baseCents: number; vatCents: number }[];
  deposits: { id: string; number: string; issuedOn: CivilDate; vatCents: number; grossCents: number }[];
  netCents: number;
  grossCents: number;
  prepaidCents: number;
  payableCents: number;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  delay: PaymentDelay | null;
};

type Other = { id: string; number: string; issuedOn: CivilDate };

export type InvoiceAnswer = InvoiceMoney & {
  id: string;
  number: string;
  kind: InvoiceKind;
  state: InvoiceState;
  isDemo: boolean;
  clientName: string;
  missionId: string;
  subject: string;
  contractNumber: string;
  credits: (Other & { reason: string }) | null;
  creditedBy: Other | null;
};

export type LeftApartRow = {
  id: string;
  ref: string;
  company: string;
  meetingAt: Instant;
  priceCents: number;
  because: 'disputed' | 'pending' | 'refused' | 'recording_missing' | 'simulated';
};
export type PreviewAnswer = InvoiceMoney & { kind: DerivableKind; leftApart: LeftApartRow[] };

export type StepRow = {
  kind: DerivableKind;
  milestoneId: string | null;
  label: string | null;
  sharePercent: number | null;
  state: 'issued' | 'ready' | 'waiting';
  netCents: number | null;
  invoice: Other | null;
  why: string | null;
};
export type ScheduleAnswer = { mission: { id: string; name: string }; contractNumber: string; steps: StepRow[] };
