/** The people and companies of the demonstration. Numbers come from ranges kept for fiction; SIRETs pass their key and belong to nobody. */
export const provider = {
  person: { name: 'Camille Dupré', email: 'camille@filetvoix.example', password: 'une phrase pour la démonstration' },
  identity: {
    name: 'Camille Dupré',
    tradeName: 'Fil & Voix',
    legalForm: 'EI',
    siret: '81234567600017',
    vatRegime: 'real',
    vatOnDebits: false,
    rcsCity: 'Lyon',
    address: { line1: '12 rue des Lilas', postCode: '69003', city: 'Lyon', country: 'FR' },
    email: 'camille@filetvoix.example',
    phone: '+33426191234',
    iban: 'FR7630006000011234567890189',
  },
} as const;

export const client = {
  name: 'Société Œuvre & Fils',
  legalForm: 'SAS',
  siret: '89999900700011',
  address: { line1: '5 avenue de l’Opéra', postCode: '75001', city: 'Paris', country: 'FR' },
  signatory: { name: 'Claire Martin', role: 'Directrice commerciale', email: 'claire.martin@oeuvre-fils.example' },
  billingContact: { name: 'Paul Nguyễn', role: 'Comptable', email: 'factures@oeuvre-fils.example' },
  dpoContact: { name: 'Inès Haddad', role: 'Déléguée à la protection des données', email: 'dpo@oeuvre-fils.example' },
} as const;

/** A second client, with whom nothing is signed yet. */
export const secondClient = {
  name: 'Ateliers du Vélo Rhodanien',
  legalForm: 'SARL',
  siret: '89888800300016',
  address: { line1: '27 quai Claude-Bernard', postCode: '69007', city: 'Lyon', country: 'FR' },
  signatory: { name: 'Youssef Amrani', role: 'Gérant', email: 'youssef.amrani@velo-rhodanien.example' },
  billingContact: { name: 'Élise Caron', role: 'Comptable', email: 'compta@velo-rhodanien.example' },
  dpoContact: { name: 'Youssef Amrani', role: 'Gérant', email: 'youssef.amrani@velo-rhodanien.example' },
} as const;

export const caller = {
  name: 'Nadia Benali',
  email: 'nadia@filetvoix.example',
  password: 'une phrase pour la démonstration',
} as const;
