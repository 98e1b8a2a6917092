import { addressLines, nameOnDocuments } from '../../parties/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';
import { frenchDate } from '../../../shared/french.ts';
import { cents } from '../../../shared/money.ts';
import type { FrozenInvoice } from '../domain/frozen-invoice.ts';
import type { InvoiceDocument } from './invoice.document.ts';
import { delayWords, mentionsOf, signedForm, unitWords } from './invoice-words.ts';

/** The issued invoice as its page shows it. */
export const printedInvoice = (invoice: FrozenInvoice): InvoiceDocument => ({
  demo: invoice.isDemo,
  kind: invoice.kind === 'deposit' ? 'deposit' : invoice.kind === 'credit_note' ? 'creditNote' : 'invoice',
  number: invoice.number,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  dueRule: invoice.credits ? null : delayWords(invoice.delay),
  suppliedFrom: invoice.period?.startsOn ?? differentDay(invoice),
  suppliedTo: invoice.period?.endsOn ?? differentDay(invoice),
  seller: printedProvider(invoice.seller),
  buyer: { ...printedClient(invoice.buyer), representedBy: null },
  billingAddress: invoice.buyer.billingAddress && { name: null, addressLines: addressLines(invoice.buyer.billingAddress) },
  references: [
    {
      label: signedForm(invoice.contract.number),
      value: `${invoice.contract.number} du ${frenchDate(invoice.contract.signedOn)}`,
    },
  ],
  subject: invoice.subject,
  lines: invoice.lines.map((line) => ({
    label: line.label,
    evidence: line.detail,
    quantity: line.quantity,
    unit: unitWords[line.unit],
    unitPriceCents: line.unitPriceCents,
    vatRateBp: line.vat.category === 'E' ? null : line.vat.rateBp,
    netCents: line.netCents,
  })),
  netCents: invoice.netCents,
  vat: invoice.vat.filter((part) => part.category === 'S'),
  grossCents: invoice.grossCents,
  deposits: invoice.deposits,
  alreadyPaidCents: cents(0),
  payableCents: invoice.payableCents,
  corrects: invoice.credits,
  payment: invoice.credits
    ? null
    : { iban: invoice.seller.iban, bic: invoice.seller.bic, holder: nameOnDocuments(invoice.seller) },
  mentions: mentionsOf(invoice),
  operationCategory: 'services',
});

const differentDay = ({ deliveredOn, issuedOn }: FrozenInvoice) => (deliveredOn === issuedOn ? null : deliveredOn);
