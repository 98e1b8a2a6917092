import { type Cents, type BasisPoints, sumCents } from '../../shared/money.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { EInvoice, EInvoiceLine, EParty, VatCategory } from './e-invoice.ts';
import { type Xml, group, leaf } from './xml.ts';

const namespaces = [
  ['rsm', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'],
  ['ram', 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100'],
  ['qdt', 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100'],
  ['udt', 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'],
];

/**
 * The invoice as a CII file (UN/CEFACT D22B, EN 16931 profile of Factur-X 1.09, French rules XP Z12-012).
 * Elements come in the order of the schema; amounts are only printed, never computed, so a total that does not
 * add up throws instead of becoming an invoice.
 */
export const buildCii = (invoice: EInvoice): string => {
  assertAddsUp(invoice);
  const root = namespaces.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  const content = [context(invoice), exchangedDocument(invoice), transaction(invoice)].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice${root}>\n${content}\n</rsm:CrossIndustryInvoice>\n`;
};

const assertAddsUp = ({ number, lines, vat, totals }: EInvoice) => {
  const checks = {
    'lines and net': sumCents(lines.map((line) => line.netCents)) === totals.netCents,
    'VAT bases and net': sumCents(vat.map((part) => part.baseCents)) === totals.netCents,
    'VAT parts and VAT': sumCents(vat.map((part) => part.vatCents)) === totals.vatCents,
    'net, VAT and gross': totals.netCents + totals.vatCents === totals.grossCents,
    'gross, prepaid and payable': totals.grossCents - totals.prepaidCents === totals.payableCents,
  };
  const wrong = Object.entries(checks).find(([, holds]) => !holds);
  if (wrong) throw new RangeError(`invoice ${number} does not add up: ${wrong[0]}`);
};

/** Euros with two decimals, from cents, without a float in between. */
const euros = (amount: Cents): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const percent = (rate: BasisPoints): string => euros(rate as number as Cents);
const amount = (name: string, value: Cents, attributes?: Record<string, string>): Xml => leaf(name, euros(value), attributes);

const day = (name: string, on: CivilDate | null, type: 'udt' | 'qdt' = 'udt'): Xml =>
  on && group(name, leaf(`${type}:DateTimeString`, on.replaceAll('-', ''), { format: '102' }));

const context = ({ framework }: EInvoice): Xml =>
  group(
    'rsm:ExchangedDocumentContext',
    group('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', framework)),
    group('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', 'urn:cen.eu:en16931:2017')),
  );

const note = (subject: string, text: string): Xml =>
  group('ram:IncludedNote', leaf('ram:Content', text), leaf('ram:SubjectCode', subject));

const exchangedDocument = ({ number, type, issuedOn, notes }: EInvoice): Xml =>
  group(
    'rsm:ExchangedDocument',
    leaf('ram:ID', number),
    leaf('ram:TypeCode', type),
    day('ram:IssueDateTime', issuedOn),
    note('PMD', notes.penalty),
    note('PMT', notes.recoveryIndemnity),
    note('AAB', notes.earlyPayment),
    note('BAR', 'B2B'),
    ...notes.others.map(({ subject, text }) => note(subject, text)),
  );

const transaction = (invoice: EInvoice): Xml =>
  group(
    'rsm:SupplyChainTradeTransaction',
    ...invoice.lines.map(line),
    group(
      'ram:ApplicableHeaderTradeAgreement',
      party('ram:SellerTradeParty', invoice.seller, invoice.seller.vatNumber ? null : 'FC'),
      party('ram:BuyerTradeParty', invoice.buyer, null),
      group('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', invoice.orderNumber)),
      group('ram:ContractReferencedDocument', leaf('ram:IssuerAssignedID', invoice.contractNumber)),
    ),
    group(
      'ram:ApplicableHeaderTradeDelivery',
      group('ram:ActualDeliverySupplyChainEvent', day('ram:OccurrenceDateTime', invoice.deliveredOn)),
    ),
    settlement(invoice),
  );

const line = ({ id, name, description, quantity, unit, unitPriceCents, netCents, vat }: EInvoiceLine): Xml =>
  group(
    'ram:IncludedSupplyChainTradeLineItem',
    group('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', id)),
    group('ram:SpecifiedTradeProduct', leaf('ram:Name', name), leaf('ram:Description', description)),
    group('ram:SpecifiedLineTradeAgreement', group('ram:NetPriceProductTradePrice', amount('ram:ChargeAmount', unitPriceCents))),
    group('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', quantity, { unitCode: unit })),
    group(
      'ram:SpecifiedLineTradeSettlement',
      group('ram:ApplicableTradeTax', leaf('ram:TypeCode', 'VAT'), ...categoryAndRate(vat, null)),
      group('ram:SpecifiedTradeSettlementLineMonetarySummation', amount('ram:LineTotalAmount', netCents)),
    ),
  );

const categoryAndRate = (vat: VatCategory, between: Xml): Xml[] => [
  leaf('ram:CategoryCode', vat.category),
  between,
  leaf('ram:RateApplicablePercent', percent(vat.rateBp)),
];

/** A seller without a VAT number (franchise en base) is registered by its SIREN under scheme FC. */
const party = (name: string, { siren, ...party }: EParty, fiscalScheme: 'FC' | null): Xml =>
  group(
    name,
    leaf('ram:GlobalID', party.siret, { schemeID: '0009' }),
    leaf('ram:Name', party.name),
    group('ram:SpecifiedLegalOrganization', leaf('ram:ID', siren, { schemeID: '0002' })),
    group(
      'ram:PostalTradeAddress',
      leaf('ram:PostcodeCode', party.address.postcode),
      leaf('ram:LineOne', party.address.line1),
      leaf('ram:LineTwo', party.address.line2),
      leaf('ram:CityName', party.address.city),
      leaf('ram:CountryID', party.address.country),
    ),
    group('ram:URIUniversalCommunication', leaf('ram:URIID', party.endpoint, { schemeID: '0225' })),
    group('ram:SpecifiedTaxRegistration', leaf('ram:ID', party.vatNumber, { schemeID: 'VA' })),
    fiscalScheme && group('ram:SpecifiedTaxRegistration', leaf('ram:ID', siren, { schemeID: fiscalScheme })),
  );

const settlement = (invoice: EInvoice): Xml =>
  group(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', invoice.number),
    leaf('ram:InvoiceCurrencyCode', 'EUR'),
    invoice.iban === null
      ? null
      : group(
          'ram:SpecifiedTradeSettlementPaymentMeans',
          leaf('ram:TypeCode', '30'),
          group('ram:PayeePartyCreditorFinancialAccount', leaf('ram:IBANID', invoice.iban.replaceAll(' ', ''))),
        ),
    ...invoice.vat.map((part) => vatBreakdown(part, invoice.vatOnDebits)),
    invoice.period &&
      group(
        'ram:BillingSpecifiedPeriod',
        day('ram:StartDateTime', invoice.period.startsOn),
        day('ram:EndDateTime', invoice.period.endsOn),
      ),
    group(
      'ram:SpecifiedTradePaymentTerms',
      leaf('ram:Description', invoice.paymentTerms),
      day('ram:DueDateDateTime', invoice.dueOn),
    ),
    summation(invoice),
    ...invoice.precedingInvoices.map(({ number, issuedOn }) =>
      group(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', number),
        day('ram:FormattedIssueDateTime', issuedOn, 'qdt'),
      ),
    ),
  );

const vatBreakdown = (part: EInvoice['vat'][number], onDebits: boolean): Xml =>
  group(
    'ram:ApplicableTradeTax',
    amount('ram:CalculatedAmount', part.vatCents),
    leaf('ram:TypeCode', 'VAT'),
    part.category === 'E' ? leaf('ram:ExemptionReason', part.reason) : null,
    amount('ram:BasisAmount', part.baseCents),
    ...categoryAndRate(
      part,
      // UNTDID 2475: 72 VAT due when paid, the rule for services (CGI 269-2-c); 5 when invoiced (option pour les débits).
      part.category === 'E'
        ? leaf('ram:ExemptionReasonCode', part.reasonCode)
        : leaf('ram:DueDateTypeCode', onDebits ? '5' : '72'),
    ),
  );

const summation = ({ totals }: EInvoice): Xml =>
  group(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    amount('ram:LineTotalAmount', totals.netCents),
    amount('ram:TaxBasisTotalAmount', totals.netCents),
    amount('ram:TaxTotalAmount', totals.vatCents, { currencyID: 'EUR' }),
    amount('ram:GrandTotalAmount', totals.grossCents),
    totals.prepaidCents === 0 ? null : amount('ram:TotalPrepaidAmount', totals.prepaidCents),
    amount('ram:DuePayableAmount', totals.payableCents),
  );
