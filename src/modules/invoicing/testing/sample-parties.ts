import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';

/** A sole trader who charges VAT, with boring details. */
export const aSeller = (wanted: Partial<ProviderIdentity> = {}): ProviderIdentity => ({
  name: 'Camille Dupré',
  tradeName: null,
  legalForm: 'EI',
  siren: '812345676',
  siret: '81234567600017',
  vatNumber: 'FR19812345676',
  rcsCity: null,
  capitalCents: null,
  vatRegime: 'real',
  vatOnDebits: false,
  address: { line1: '12 rue des Lilas', line2: null, postCode: '69003', city: 'Lyon', country: 'FR' },
  email: 'camille@example.fr',
  phone: '+33199001234',
  iban: 'FR7630006000011234567890189',
  bic: null,
  ...wanted,
});

export const aBuyer = (wanted: Partial<ClientIdentity> = {}): ClientIdentity => ({
  name: 'Société Œuvre & Fils',
  legalForm: 'SAS',
  siren: '899999007',
  siret: '89999900700011',
  vatNumber: 'FR93899999007',
  address: { line1: '5 avenue de l’Opéra', line2: null, postCode: '75001', city: 'Paris', country: 'FR' },
  billingAddress: null,
  signatory: { name: 'Claire Martin', role: 'Directrice commerciale', email: 'claire@example.fr', phone: null },
  billingContact: null,
  dpoContact: null,
  ...wanted,
});
