import { z } from 'zod';
import { CivilDateText, InstantText, idParam } from '../../../platform/http/index.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import { invoiceSorts, invoiceStates } from '../db/invoice-list.ts';
import { invoiceKinds } from '../domain/invoice.ts';

const Cents = z.int().meta({ description: 'Centimes d’euro.' });
const Kind = z.enum(invoiceKinds);
export const DerivableKindParam = z.enum(['deposit', 'intermediate', 'final', 'complementary']);

export const InvoiceFilterQuery = z.object({
  state: z.enum(invoiceStates).optional(),
  clientId: idParam<ClientId>().optional(),
  missionId: idParam<MissionId>().optional(),
  dossierId: idParam<DossierId>().optional(),
  search: z.string().trim().max(80).optional(),
});

export const InvoiceQuery = InvoiceFilterQuery.extend({
  sort: z.enum(invoiceSorts).default('issuedOn'),
  order: z.enum(['desc', 'asc']).default('desc'),
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const InvoiceListItem = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: Kind,
  state: z.enum(invoiceStates),
  clientId: z.uuid(),
  clientName: z.string(),
  missionId: z.uuid(),
  dossierId: z.uuid(),
  issuedOn: CivilDateText,
  dueOn: CivilDateText.nullable(),
  netCents: Cents,
  vatCents: Cents,
  grossCents: Cents,
  payableCents: Cents,
});

export const InvoiceListBody = z.object({
  invoices: z.array(InvoiceListItem),
  /** Pass it as `after` for the next page; null on the last. */
  next: z.string().nullable(),
});

/** Each deposit counts once; credit notes count against the total. */
export const InvoiceTotalsBody = z.object({ count: z.int(), netCents: Cents, vatCents: Cents, payableCents: Cents });

const EvidenceBody = z.object({
  type: z.enum(['agreement', 'calls', 'report', 'appointment', 'hours', 'days', 'expense', 'invoice']),
  id: z.string(),
  label: z.string(),
});

const LineBody = z.object({
  kind: z.enum(['acompte', 'forfait', 'already_invoiced', 'hour', 'day', 'appointment', 'expense']),
  label: z.string(),
  detail: z.string().nullable(),
  quantity: z.string(),
  unit: z.enum(['C62', 'HUR', 'DAY']),
  unitPriceCents: Cents,
  netCents: Cents,
  vatRateBp: z.int(),
  evidence: z.array(EvidenceBody),
});

const MoneyBody = z.object({
  lines: z.array(LineBody),
  vat: z.array(z.object({ category: z.enum(['S', 'E']), rateBp: z.int(), baseCents: Cents, vatCents: Cents })),
  deposits: z.array(
    z.object({ id: z.uuid(), number: z.string(), issuedOn: CivilDateText, netCents: Cents, vatCents: Cents, grossCents: Cents }),
  ),
  netCents: Cents,
  vatCents: Cents,
  grossCents: Cents,
  prepaidCents: Cents,
  payableCents: Cents,
  issuedOn: CivilDateText,
  dueOn: CivilDateText.nullable(),
  /** How the due date was counted; null: on receipt, or a credit note. */
  delay: z
    .object({ days: z.int(), method: z.enum(['net', 'end_of_month_A', 'end_of_month_B', 'end_of_month_A_then_10']) })
    .nullable(),
});

const OtherInvoice = z.object({ id: z.uuid(), number: z.string(), issuedOn: CivilDateText });

export const InvoiceBody = MoneyBody.extend({
  id: z.uuid(),
  number: z.string(),
  kind: Kind,
  state: z.enum(invoiceStates),
  isDemo: z.boolean(),
  clientId: z.uuid(),
  clientName: z.string(),
  missionId: z.uuid(),
  dossierId: z.uuid(),
  subject: z.string(),
  contractNumber: z.string(),
  mentions: z.array(z.string()),
  issuedAt: InstantText,
  /** false while the PDF is being drawn. */
  pdfReady: z.boolean(),
  credits: z.object({ id: z.uuid(), number: z.string(), issuedOn: CivilDateText, reason: z.string() }).nullable(),
  creditedBy: OtherInvoice.nullable(),
}).meta({ description: 'Facture ou avoir émis ; chaque ligne nomme ses preuves.' });

export const PreviewBody = MoneyBody.extend({
  kind: DerivableKindParam,
  leftApart: z.array(
    z.object({
      id: z.string(),
      ref: z.string(),
      company: z.string(),
      meetingAt: InstantText,
      priceCents: Cents,
      because: z.enum(['disputed', 'pending', 'refused', 'recording_missing', 'simulated']),
    }),
  ),
}).meta({ description: 'Ce que donnerait la facture si elle était émise maintenant ; ce qui attend est listé à part.' });

export const IssuedBody = z.object({ id: z.uuid(), number: z.string() });

export const ScheduleBody = z
  .object({
    mission: z.object({ id: z.uuid(), name: z.string() }),
    contractNumber: z.string(),
    steps: z.array(
      z.object({
        kind: DerivableKindParam,
        milestoneId: z.string().nullable(),
        /** The words of the signed schedule; null for a complementary invoice. */
        label: z.string().nullable(),
        sharePercent: z.int().nullable(),
        state: z.enum(['issued', 'ready', 'waiting']),
        netCents: Cents.nullable(),
        invoice: OtherInvoice.nullable(),
        /** Why it waits, as a sentence. */
        why: z.string().nullable(),
      }),
    ),
  })
  .meta({ description: 'Échéancier signé : ce qui est facturé, ce qui peut l’être, ce qui attend et pourquoi.' });
