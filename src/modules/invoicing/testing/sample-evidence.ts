import canonical from '../../../../test/fixtures/canonical-mission.json' with { type: 'json' };
import type { AppointmentId, InvoiceId, QuoteId, ReportId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import { type CivilDate, civilDate, clockTime, momentOf } from '../../../shared/time.ts';
import type { AppointmentEvidence, DerivedInvoice, Evidence, IssuedInvoice } from '../index.ts';

const moment = (local: string) => momentOf(civilDate(local.slice(0, 10)), clockTime(local.slice(11)));

type Row = (typeof canonical.appointments)[number];

/** What the fixture says of one appointment, as it stood at the end of a day. */
const asOf = (row: Row, day: CivilDate): AppointmentEvidence | null => {
  const until = (local: string | undefined) => local !== undefined && local.slice(0, 10) <= day;
  if (!until(row.bookedAt)) return null;
  const decided = until(row.ruling?.at)
    ? { state: 'accepted', acceptedBy: 'ruling', at: row.ruling!.at }
    : until(row.contested?.at)
      ? { state: 'disputed', acceptedBy: null, at: null }
      : until(row.refused?.at)
        ? { state: 'refused', acceptedBy: null, at: row.refused!.at }
        : until(row.acceptedAt)
          ? { state: 'accepted', acceptedBy: 'client', at: row.acceptedAt! }
          : until(row.deadline)
            ? { state: 'accepted', acceptedBy: 'silence', at: row.deadline! }
            : { state: 'pending', acceptedBy: null, at: null };
  return {
    ...(decided as Pick<AppointmentEvidence, 'state' | 'acceptedBy'>),
    id: `appointment-${row.ref}` as AppointmentId,
    ref: row.ref,
    decidedAt: decided.at === null ? null : moment(decided.at),
    priceCents: cents(canonical.terms.price.perAcceptedAppointmentCents),
    meetingAt: moment(row.meetingAt),
    company: 'Menuiserie Durand',
    evidenceLevel: 'declared',
    recorded: false,
  };
};

/** The canonical mission's evidence as it stood at the end of a day. */
export const canonicalEvidence = (on: string): Evidence => {
  const day = civilDate(on);
  const { finalReportOn } = canonical.events;
  return {
    agreement: { quoteId: 'quote-1' as QuoteId, number: 'DEV-2026-0001', signedOn: civilDate('2026-03-05') },
    callsReached: canonical.days.filter((worked) => worked.day <= on).reduce((total, worked) => total + worked.attempts, 0),
    finalReport:
      finalReportOn <= on
        ? { id: 'report-1' as ReportId, label: 'Compte rendu final', frozenOn: civilDate(finalReportOn) }
        : null,
    hours: [],
    days: [],
    expenses: [],
    appointments: canonical.appointments.flatMap((row) => asOf(row, day) ?? []),
  };
};

export const anAppointment = (wanted: Partial<AppointmentEvidence> = {}): AppointmentEvidence => ({
  ...asOf(canonical.appointments[0]!, civilDate('2026-04-10'))!,
  ...wanted,
});

export const evidenceWith = (wanted: Partial<Evidence> = {}): Evidence => ({
  ...canonicalEvidence('2026-04-10'),
  appointments: [],
  ...wanted,
});

/** A derived invoice as it will be read back once it has its number. */
export const issued = (number: string, derived: DerivedInvoice, credited = false): IssuedInvoice => ({
  id: `invoice-${number}` as InvoiceId,
  number,
  kind: derived.kind,
  issuedOn: derived.issuedOn,
  milestoneId: derived.milestoneId,
  vat: derived.vat,
  netCents: derived.netCents,
  vatCents: derived.vatCents,
  grossCents: derived.grossCents,
  billedIds: derived.lines.flatMap((line) => line.evidence.map(({ id }) => id)),
  refersTo: [
    ...derived.deposits.map(({ id }) => id),
    ...derived.lines.flatMap((line) => line.evidence.flatMap(({ type, id }) => (type === 'invoice' ? [id as InvoiceId] : []))),
  ],
  credited,
});
