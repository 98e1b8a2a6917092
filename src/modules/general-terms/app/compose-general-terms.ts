import { type ClauseCatalog, type DocumentPart, selectionOfForm } from '../../clauses/index.ts';
import { composeDocument, composeFrozen, previewDocument } from '../../clauses/queries.ts';
import type { DraftTerms, SharedTerms } from '../../contracts/index.ts';
import { nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { withUsualValues } from '../documents/usual-values.ts';
import type { GeneralTermsContent } from '../domain/edition.ts';

type Publisher = { provider: ProviderIdentity; publishedOn: CivilDate; edition: number };

const variables = (terms: DraftTerms | SharedTerms, { provider, publishedOn, edition }: Publisher) => ({
  terms,
  number: String(edition),
  document: { form: 'cgv', title: 'Conditions générales', issuedOn: publishedOn, validUntil: null },
  provider: { ...provider, name: nameOnDocuments(provider) },
  // General terms name nobody: « le Client » is whoever signs a document that annexes them.
  client: { name: 'le Client' },
});

/** The clauses of a new edition, worded with its conditions. */
export const composeGeneralTerms = (catalog: ClauseCatalog, defaults: SharedTerms, publisher: Publisher) => {
  const selection = selectionOfForm(catalog, 'cgv');
  const composed = composeDocument(catalog, selection, variables(defaults, publisher));
  return { ...composed, selection, ...withUsualValues(composed.parts, composed.articles, defaults) };
};

/** The same while the conditions are being typed: « à renseigner » stands where one is missing. */
export const previewGeneralTerms = (catalog: ClauseCatalog, draft: DraftTerms, publisher: Publisher): readonly DocumentPart[] =>
  withUsualValues(previewDocument(catalog, selectionOfForm(catalog, 'cgv'), variables(draft, publisher)).parts, {}, draft).parts;

/** A published edition again, word for word. */
export const partsOfEdition = (catalog: ClauseCatalog, content: GeneralTermsContent): readonly DocumentPart[] => {
  const { provider, publishedOn, edition, defaults } = content;
  const publisher = { provider: provider as ProviderIdentity, publishedOn, edition };
  const { parts, articles } = composeFrozen(catalog, content, variables(defaults, publisher));
  return withUsualValues(parts, articles, defaults).parts;
};
