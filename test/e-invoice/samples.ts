import type { EInvoice, EInvoiceLine, EParty, VatCategory } from '../../src/platform/e-invoicing/index.ts';
import { type Cents, basisPoints, cents, sumCents, vatOn } from '../../src/shared/money.ts';
import { civilDate } from '../../src/shared/time.ts';

/** VAT at the normal rate, at another rate, and the franchise en base. */
export const standard: VatCategory = { category: 'S', rateBp: basisPoints(2000) };
export const overseas: VatCategory = { category: 'S', rateBp: basisPoints(850) };
export const franchise: VatCategory = {
  category: 'E',
  rateBp: basisPoints(0),
  reason: 'TVA non applicable, art. 293 B du CGI',
  reasonCode: 'VATEX-FR-FRANCHISE',
};

export const seller: EParty = {
  name: 'Élodie L’Hôte « Appels & Co » EI',
  siren: '812345676',
  siret: '81234567600017',
  vatNumber: 'FR19812345676',
  address: { line1: '12 rue des Lilas', line2: 'Bâtiment <B>', postcode: '69003', city: 'Lyon', country: 'FR' },
  endpoint: '812345676',
};
export const buyer: EParty = {
  name: 'Société Œuvre & Fils SAS',
  siren: '899999007',
  siret: '89999900700011',
  vatNumber: 'FR93899999007',
  address: { line1: '5 avenue de l’Opéra', line2: null, postcode: '75001', city: 'Paris', country: 'FR' },
  endpoint: '899999007_FACTURES',
};

export const aLine = (name: string, quantity: string, unitPrice: number, vat: VatCategory = standard): EInvoiceLine => ({
  id: name,
  name,
  description: null,
  quantity,
  unit: 'C62',
  unitPriceCents: cents(unitPrice),
  netCents: cents(Math.round(Number(quantity) * unitPrice)),
  vat,
});

type Wanted = Partial<Omit<EInvoice, 'vat' | 'totals'>> & { prepaid?: number };

/** A valid invoice with boring defaults; its VAT and totals follow from its lines. */
export const anInvoice = ({ prepaid = 0, ...wanted }: Wanted = {}): EInvoice => {
  const lines = (wanted.lines ?? [aLine('Forfait de prospection', '1', 160_000)]).map((line, index) => ({ ...line, id: `${index + 1}` }));
  const rates = [...new Set(lines.map((line) => line.vat))];
  const vat = rates.map((rate) => {
    const baseCents = sumCents(lines.filter((line) => line.vat === rate).map((line) => line.netCents));
    return { ...rate, baseCents, vatCents: vatOn(baseCents, rate.rateBp) };
  });
  const netCents = sumCents(vat.map((part) => part.baseCents));
  const vatCents = sumCents(vat.map((part) => part.vatCents));
  const grossCents = cents(netCents + vatCents);
  const prepaidCents = cents(prepaid) as Cents;
  return {
    number: 'FA-2026-0001',
    type: '380',
    framework: 'S1',
    issuedOn: civilDate('2026-04-10'),
    dueOn: civilDate('2026-05-31'),
    deliveredOn: civilDate('2026-04-08'),
    period: { startsOn: civilDate('2026-03-09'), endsOn: civilDate('2026-04-03') },
    seller,
    buyer,
    contractNumber: 'DEV-2026-0001',
    orderNumber: null,
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    paymentTerms: '30 jours fin de mois.',
    notes: {
      penalty: 'Pénalités de retard au taux de refinancement de la BCE majoré de 10 points, exigibles sans rappel.',
      recoveryIndemnity: 'Indemnité forfaitaire pour frais de recouvrement : 40 €.',
      earlyPayment: 'Pas d’escompte pour paiement anticipé.',
      others: [],
    },
    precedingInvoices: [],
    vatOnDebits: false,
    ...wanted,
    lines,
    vat,
    totals: { netCents, vatCents, grossCents, prepaidCents, payableCents: cents(grossCents - prepaidCents) },
  };
};
