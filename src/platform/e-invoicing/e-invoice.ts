import type { BasisPoints, Cents } from '../../shared/money.ts';
import type { CivilDate } from '../../shared/time.ts';

/** UNTDID 1001: 380 invoice, 381 credit note, 386 deposit invoice (acompte). */
export type EInvoiceType = '380' | '381' | '386';
/** BT-23, services only: S1 to be paid, S2 already paid, S4 final after deposits. */
export type BillingFramework = 'S1' | 'S2' | 'S4';

/** A French company as an e-invoice names it. `name` already carries « EI » for a sole trader. */
export type EParty = {
  name: string;
  siren: string;
  siret: string | null;
  /** Intra-community VAT number, null for a seller in franchise who has none. */
  vatNumber: string | null;
  address: { line1: string; line2: string | null; postcode: string; city: string; country: string };
  /** Address in the French directory (annuaire): the SIREN, alone or with a suffix. */
  endpoint: string;
};

export type VatCategory =
  | { category: 'S'; rateBp: BasisPoints }
  /** Exempt, with its reason in words and in VATEX code: 'VATEX-FR-FRANCHISE'. */
  | { category: 'E'; rateBp: BasisPoints; reason: string; reasonCode: string };

export type EInvoiceLine = {
  id: string;
  name: string;
  description: string | null;
  /** Decimal text, at most 4 decimals; negative on a line that takes back what was billed before. */
  quantity: string;
  /** UN/ECE Rec. 20: C62 one, HUR hour, DAY day. */
  unit: 'C62' | 'HUR' | 'DAY';
  unitPriceCents: Cents;
  netCents: Cents;
  vat: VatCategory;
};

/** A whole French e-invoice in integer cents: what the CII file says, neither more nor less. */
export type EInvoice = {
  number: string;
  type: EInvoiceType;
  framework: BillingFramework;
  issuedOn: CivilDate;
  /** null only on a credit note, or when nothing is left to pay. */
  dueOn: CivilDate | null;
  /** Completion of the service, or payment of the deposit. */
  deliveredOn: CivilDate;
  period: { startsOn: CivilDate; endsOn: CivilDate } | null;
  seller: EParty;
  buyer: EParty;
  /** Number of the signed quote or contract. */
  contractNumber: string | null;
  /** The buyer's purchase order, when there is one. */
  orderNumber: string | null;
  iban: string | null;
  paymentTerms: string;
  notes: {
    /** PMD, penalties; PMT, the 40 €; AAB, discount or none: each exactly once (BR-FR-05, 06). */
    penalty: string;
    recoveryIndemnity: string;
    earlyPayment: string;
    /** REG legal form and capital, ABL trade register, AAI anything else. */
    others: readonly { subject: 'REG' | 'ABL' | 'AAI'; text: string }[];
  };
  /** Deposits deducted here, or the invoice that a credit note cancels. */
  precedingInvoices: readonly { number: string; issuedOn: CivilDate }[];
  lines: readonly EInvoiceLine[];
  vat: readonly (VatCategory & { baseCents: Cents; vatCents: Cents })[];
  /** true: the seller chose to owe VAT on invoicing (option pour les débits) rather than on payment. */
  vatOnDebits: boolean;
  totals: { netCents: Cents; vatCents: Cents; grossCents: Cents; prepaidCents: Cents; payableCents: Cents };
};
