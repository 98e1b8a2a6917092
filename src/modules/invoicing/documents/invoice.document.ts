import { type Pdf, type PrintedParty, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { BasisPoints, Cents } from '../../../shared/money.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type InvoiceLine = {
  label: string;
  /** A second, smaller line: period, detail of the count. */
  detail?: string | null;
  /** Where the proof is: « relevé du 8 avril 2026, RDV-01 à RDV-14 ». */
  evidence?: string | null;
  /** Decimal with at most four places. */
  quantity: number | string;
  unit: string;
  unitPriceCents: Cents;
  /** Null in franchise: the column then disappears. */
  vatRateBp: BasisPoints | null;
  netCents: Cents;
};

/** An invoice already issued that this one deducts or corrects: its number and date are mandatory. */
export type InvoiceReference = { number: string; issuedOn: CivilDate };

export type DeductedDeposit = InvoiceReference & { netCents: Cents; vatCents: Cents; grossCents: Cents };

export type InvoiceDocument = {
  demo: boolean;
  kind: 'deposit' | 'invoice' | 'creditNote';
  number: string;
  issuedOn: CivilDate;
  /** Null for a credit note that refunds nothing. */
  dueOn: CivilDate | null;
  /** « 30 jours fin de mois (date d’émission + 30 jours, puis dernier jour du mois) ». */
  dueRule: string | null;
  /** Date or period of the supply; null when it is the issue date. */
  suppliedFrom: CivilDate | null;
  suppliedTo: CivilDate | null;
  seller: PrintedParty;
  buyer: PrintedParty;
  /** Where the invoice is sent, when it differs from the buyer's seat. */
  billingAddress: { name: string | null; addressLines: readonly string[] } | null;
  /** The signed agreement, the mission and the buyer's own order number. */
  references: readonly { label: string; value: string }[];
  subject: string;
  lines: readonly InvoiceLine[];
  netCents: Cents;
  /** One row per VAT rate; empty in franchise. */
  vat: readonly { rateBp: BasisPoints; baseCents: Cents; vatCents: Cents }[];
  grossCents: Cents;
  deposits: readonly DeductedDeposit[];
  /** Paid otherwise than by the deposits above. */
  alreadyPaidCents: Cents;
  payableCents: Cents;
  /** For a credit note: what it corrects, and why. */
  corrects: (InvoiceReference & { reason: string }) | null;
  payment: { iban: string; bic: string | null; holder: string } | null;
  /** Exact sentences, in this order: penalties, 40 €, discount, VAT exemption, option for debits… The XML carries the same ones. */
  mentions: readonly string[];
  /** CGI ann. II 242 nonies A I 8° bis. */
  operationCategory: 'services' | 'goods' | 'mixed';
};

/**
 * The invoice as PDF/A-3b. With `xml` it is a Factur-X: the CII file is attached as factur-x.xml and declared in the XMP.
 */
export const renderInvoice = (
  pdf: Pdf,
  invoice: InvoiceDocument,
  { xml, createdAt }: { xml: string | null; createdAt: Instant },
): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/invoicing/documents/invoice.typ',
    data: typeset(invoice),
    standard: 'a-3b',
    createdAt,
    ...(xml === null ? {} : { facturX: true, attachments: [facturXAttachment(xml)] }),
  });

const facturXAttachment = (xml: string) => ({
  path: 'factur-x.xml',
  bytes: new TextEncoder().encode(xml),
  mediaType: 'text/xml',
  relationship: 'alternative' as const,
  description: 'Facture électronique Factur-X, profil EN 16931',
});
