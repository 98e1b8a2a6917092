import { type ClientIdentity, type ProviderIdentity, legalForms, nameOnDocuments } from '../../parties/index.ts';
import type { BillingFramework, EInvoice, EInvoiceType, EParty, VatCategory } from '../../../platform/e-invoicing/index.ts';
import { frenchMoney } from '../../../shared/french.ts';
import { cents } from '../../../shared/money.ts';
import type { FrozenInvoice } from '../domain/frozen-invoice.ts';
import type { VatRate } from '../domain/invoice.ts';
import { DEMONSTRATION, FRANCHISE, VAT_ON_DEBITS, delayWords, paymentMentions } from './invoice-words.ts';

/** The issued invoice as the French e-invoice that is sent: nothing is computed here. */
export const eInvoiceOf = (invoice: FrozenInvoice): EInvoice => {
  const framework = frameworkOf(invoice);
  return {
    number: invoice.number,
    type: typeOf(invoice),
    framework,
    issuedOn: invoice.issuedOn,
    // BR-FR-CO-09: of an invoice already paid, the due date is the day of the payment.
    dueOn: framework === 'S2' ? (invoice.deposits.at(-1)?.issuedOn ?? invoice.issuedOn) : invoice.dueOn,
    deliveredOn: invoice.deliveredOn,
    period: invoice.period,
    seller: sellerParty(invoice.seller),
    buyer: buyerParty(invoice.buyer),
    contractNumber: invoice.contract.number,
    orderNumber: null,
    iban: invoice.credits ? null : invoice.seller.iban,
    paymentTerms: invoice.credits ? 'Avoir à déduire du prochain règlement ou à rembourser.' : delayWords(invoice.delay),
    notes: { ...paymentMentions(invoice), others: otherNotes(invoice) },
    precedingInvoices: invoice.credits ? [invoice.credits] : invoice.deposits,
    lines: invoice.lines.map((line, index) => ({
      id: String(index + 1),
      name: line.label,
      description: line.detail,
      quantity: line.quantity,
      unit: line.unit,
      unitPriceCents: line.unitPriceCents,
      netCents: line.netCents,
      vat: vatCategory(line.vat),
    })),
    vat: invoice.vat.map((part) => ({ ...vatCategory(part), baseCents: part.baseCents, vatCents: part.vatCents })),
    vatOnDebits: invoice.seller.vatOnDebits,
    totals: {
      netCents: invoice.netCents,
      vatCents: invoice.vatCents,
      grossCents: invoice.grossCents,
      prepaidCents: invoice.prepaidCents,
      payableCents: invoice.payableCents,
    },
  };
};

const typeOf = ({ kind }: FrozenInvoice): EInvoiceType => (kind === 'deposit' ? '386' : kind === 'credit_note' ? '381' : '380');

const frameworkOf = ({ prepaidCents, payableCents, credits }: FrozenInvoice): BillingFramework => {
  if (prepaidCents === 0) return 'S1';
  return payableCents === 0 && !credits ? 'S2' : 'S4';
};

const vatCategory = (rate: VatRate): VatCategory =>
  rate.category === 'E'
    ? { category: 'E', rateBp: rate.rateBp, reason: FRANCHISE, reasonCode: 'VATEX-FR-FRANCHISE' }
    : { category: 'S', rateBp: rate.rateBp };

const sellerParty = (seller: ProviderIdentity): EParty => ({
  name: nameOnDocuments(seller),
  siren: seller.siren,
  siret: seller.siret,
  vatNumber: seller.vatNumber,
  address: addressOf(seller.address),
  endpoint: seller.siren,
});

const buyerParty = (buyer: ClientIdentity): EParty => ({
  name: buyer.name,
  siren: buyer.siren!,
  siret: buyer.siret,
  vatNumber: buyer.vatNumber,
  address: addressOf(buyer.billingAddress ?? buyer.address),
  endpoint: buyer.siren!,
});

const addressOf = ({ line1, line2, postCode, city, country }: ProviderIdentity['address']): EParty['address'] => ({
  line1,
  line2,
  postcode: postCode,
  city,
  country,
});

/** Legal form and capital, trade register, and whatever else the law or the moment wants said. */
const otherNotes = ({ seller, credits, isDemo }: FrozenInvoice): EInvoice['notes']['others'] => [
  ...(seller.capitalCents === null
    ? []
    : [
        {
          subject: 'REG' as const,
          text: `${legalForms[seller.legalForm].label} au capital de ${frenchMoney(cents(seller.capitalCents))}`,
        },
      ]),
  ...(seller.rcsCity === null ? [] : [{ subject: 'ABL' as const, text: `RCS ${seller.rcsCity} ${seller.siren}` }]),
  ...(seller.vatOnDebits ? [{ subject: 'AAI' as const, text: VAT_ON_DEBITS }] : []),
  ...(credits ? [{ subject: 'AAI' as const, text: `Annule la facture ${credits.number}\u00a0: ${credits.reason}` }] : []),
  ...(isDemo ? [{ subject: 'AAI' as const, text: DEMONSTRATION }] : []),
];
