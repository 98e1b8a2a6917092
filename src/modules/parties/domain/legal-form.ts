/** The legal forms a provider or a client may have, with what French law makes them print on their documents. */
export const legalForms = {
  EI: { label: 'Entrepreneur individuel', soleTrader: true, capital: 'none', register: 'optional' },
  EURL: { label: 'EURL', soleTrader: false, capital: 'required', register: 'required' },
  SARL: { label: 'SARL', soleTrader: false, capital: 'required', register: 'required' },
  SASU: { label: 'SASU', soleTrader: false, capital: 'required', register: 'required' },
  SAS: { label: 'SAS', soleTrader: false, capital: 'required', register: 'required' },
  SA: { label: 'SA', soleTrader: false, capital: 'required', register: 'required' },
  SNC: { label: 'SNC', soleTrader: false, capital: 'required', register: 'required' },
  SCOP: { label: 'SCOP', soleTrader: false, capital: 'optional', register: 'required' },
  SELARL: { label: 'SELARL', soleTrader: false, capital: 'required', register: 'required' },
  GIE: { label: 'GIE', soleTrader: false, capital: 'optional', register: 'required' },
  association: { label: 'Association loi 1901', soleTrader: false, capital: 'none', register: 'none' },
  other: { label: 'Autre forme', soleTrader: false, capital: 'optional', register: 'optional' },
} as const satisfies Record<string, LegalFormRule>;

type LegalFormRule = {
  label: string;
  /** A person trading in their own name: « EI » goes with the name on every document (decree 2022-725). */
  soleTrader: boolean;
  /** Companies print their capital (C. com. R123-238). */
  capital: 'required' | 'optional' | 'none';
  /** Companies and merchants print « RCS » and the city of the registry (C. com. R123-237). */
  register: 'required' | 'optional' | 'none';
};

export type LegalForm = keyof typeof legalForms;
export const legalFormCodes = Object.keys(legalForms) as [LegalForm, ...LegalForm[]];
