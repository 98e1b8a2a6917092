type Role = 'owner' | 'caller' | 'reader';
export type Area = 'contracts' | 'models';
type Part = {
  to: string;
  label:
    | 'quotes'
    | 'frameworks'
    | 'signatures'
    | 'deadlines'
    | 'vigilance'
    | 'models'
    | 'generalTerms'
    | 'audit'
    | 'frictions'
    | 'advice';
  page: string;
  for: readonly Role[];
  /** Lit only on the page itself, not on those below it. */
  exact?: boolean;
};

const office: readonly Role[] = ['owner', 'reader'];

/** What stands side by side: agreements and their life; the texts they are made of and what teaches them. */
export const areas: Readonly<Record<Area, readonly Part[]>> = {
  contracts: [
    { to: '/devis', label: 'quotes', page: 'quotes/quotes', for: office, exact: true },
    { to: '/contrats-cadres', label: 'frameworks', page: 'frameworks/frameworks', for: office, exact: true },
    { to: '/signatures', label: 'signatures', page: 'signing/requests', for: ['owner', 'caller', 'reader'], exact: true },
    { to: '/echeances', label: 'deadlines', page: 'termination/deadlines', for: office },
    { to: '/vigilance', label: 'vigilance', page: 'vigilance/vigilance', for: office },
  ],
  models: [
    { to: '/modeles', label: 'models', page: 'clauses/models', for: office },
    { to: '/conditions-generales', label: 'generalTerms', page: 'general-terms/general-terms', for: office },
    { to: '/audit', label: 'audit', page: 'audit/audit', for: office },
    { to: '/frictions', label: 'frictions', page: 'frictions/frictions', for: office },
    { to: '/conseil', label: 'advice', page: 'quotes/advice', for: office },
  ],
};
