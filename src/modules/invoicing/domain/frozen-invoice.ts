import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import type { InvoiceId } from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { PaymentDelay } from './due-date.ts';
import type { PenaltyClause } from './late-penalty.ts';
import type { DeductedDeposit, InvoiceKind, InvoiceLine, VatPart } from './invoice.ts';

/** UN/ECE Rec. 20: one, hour, day. */
export type LineUnit = 'C62' | 'HUR' | 'DAY';

/** A line with the words that are printed on it. */
export type WordedLine = InvoiceLine & { detail: string | null; unit: LineUnit };

/** An issued invoice or credit note, as both its PDF and its XML say it. It is written once and never again. */
export type FrozenInvoice = {
  schema: 'cadran-invoice/1';
  id: InvoiceId;
  number: string;
  kind: InvoiceKind;
  /** Issued by a demonstration: every page says so. */
  isDemo: boolean;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  deliveredOn: CivilDate;
  period: { startsOn: CivilDate; endsOn: CivilDate } | null;
  seller: ProviderIdentity;
  buyer: ClientIdentity;
  contract: { number: string; signedOn: CivilDate };
  subject: string;
  /** null: on receipt. */
  delay: PaymentDelay | null;
  penalty: PenaltyClause;
  recoveryIndemnityCents: Cents;
  lines: WordedLine[];
  vat: VatPart[];
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  deposits: DeductedDeposit[];
  prepaidCents: Cents;
  payableCents: Cents;
  /** On a credit note: the invoice it cancels, and why. */
  credits: { number: string; issuedOn: CivilDate; reason: string } | null;
};
