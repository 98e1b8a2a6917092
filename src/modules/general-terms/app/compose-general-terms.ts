import { type ClauseCatalog, type DocumentPart, selectionOfForm } from '../../clauses/index.ts';
import { composeDocument, composeFrozen, previewDocument } from '../../clauses/queries.ts';
import type { DraftTerms, SharedTerms } from '../../contracts/index.ts';
import { nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
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
  return { selection, ...composeDocument(catalog, selection, variables(defaults, publisher)) };
};

/** The same while the conditions are being typed: « à renseigner » stands where one is missing. */
export const previewGeneralTerms = (catalog: ClauseCatalog, draft: DraftTerms, publisher: Publisher): readonly DocumentPart[] =>
  previewDocument(catalog, selectionOfForm(catalog, 'cgv'), variables(draft, publisher)).parts;

/** A published edition again, word for word. */
export const partsOfEdition = (catalog: ClauseCatalog, content: GeneralTermsContent): readonly DocumentPart[] =>
  composeFrozen(
    catalog,
    content,
    variables(content.defaults, {
      provider: content.provider as ProviderIdentity,
      publishedOn: content.publishedOn,
      edition: content.edition,
    }),
  ).parts;
