import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { QuoteFinding, QuoteForm, QuoteStatus } from '../index.ts';

/** What the API answers, as these screens read it. */
export type QuoteRow = {
  id: string;
  dossierId: string;
  clientId: string;
  title: string;
  form: QuoteForm;
  frameworkId: string | null;
  isTrial: boolean;
  status: QuoteStatus;
  number: string | null;
  validUntil: CivilDate | null;
  netCents: number;
  createdAt: Instant;
  sentAt: Instant | null;
  documentId: string | null;
};

export type QuoteDetail = QuoteRow & {
  draft: DraftTerms;
  revision: number;
  contentSha256: string | null;
  signatureRequestId: string | null;
  chosenOptions: string[] | null;
  closedReason: string | null;
  derogations: Derogation[];
  frameworkNumber: string | null;
  generalTermsEdition: number | null;
  findings: QuoteFinding[];
  asked: string[];
  today: CivilDate;
  totals: { netCents: number; vatCents: number; grossCents: number } | null;
};

export type ClientLine = {
  clientId: string;
  dossierId: string;
  name: string;
  siren: string | null;
  city: string;
  signatory: { name: string; email: string };
};
export type OrganisationView = { identity: { name: string; tradeName?: string | null; vatRegime: 'real' | 'franchise' } };
export type MissionLine = { id: string; quoteId: string };
export type InvoiceLine = { id: string; number: string; kind: string };

/** One point on which the document departs from its framework or from the general terms. */
export type Derogation = {
  path: string;
  from: string;
  generalWords: string;
  agreedWords: string;
  label: { fr: string; en: string };
};
