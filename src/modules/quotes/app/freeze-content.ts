import type { CivilDate } from '../../../shared/time.ts';
import { type ClauseCatalog, type ClauseSelection, selectionOfForm } from '../../clauses/index.ts';
import { composeDocument } from '../../clauses/queries.ts';
import { ContractContent, Terms } from '../../contracts/index.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { QuoteForm } from '../domain/forms.ts';
import type { Quote } from '../domain/quote.ts';

type Parties = { provider: ProviderIdentity; client: ClientIdentity; isDemo: boolean };

/** What the sent document says, as one value: the parties as they are today, the terms, the clauses and their articles. */
export const freezeContent = (
  quote: Pick<Quote, 'title' | 'draft' | 'form' | 'selection'>,
  { number, issuedOn, validUntil }: { number: string; issuedOn: CivilDate; validUntil: CivilDate },
  { provider, client, isDemo }: Parties,
  catalog: ClauseCatalog,
): ContractContent => {
  const terms = Terms.parse(quote.draft);
  const selection = selectionFor(quote, catalog);
  const document = { form: quote.form, title: quote.title, issuedOn, validUntil };
  const { articles, clauses, problems } = composeDocument(
    catalog,
    selection,
    clauseVariables({ terms, provider, client, number, document }),
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.fr).join(' '));
  return ContractContent.parse({
    schema: 'cadran-terms/1',
    number,
    title: quote.title,
    issuedOn,
    validUntil,
    isDemo,
    provider,
    client,
    terms,
    clauses,
    articles,
    selection,
    ...(quote.form === 'devis' ? {} : { form: quote.form }),
  });
};

/** The clauses of an offer: those chosen for it, else those of the usual model of its form. */
export const selectionFor = (quote: Pick<Quote, 'form' | 'selection'>, catalog: ClauseCatalog): ClauseSelection =>
  quote.selection ?? selectionOfForm(catalog, quote.form);

/** The names that clauses may read. */
export const clauseVariables = (from: {
  terms: unknown;
  provider: ProviderIdentity;
  client: ClientIdentity;
  number: string;
  document: { form: QuoteForm; title: string; issuedOn: CivilDate; validUntil: CivilDate | null };
}) => ({
  terms: from.terms,
  number: from.number,
  provider: { ...from.provider, name: nameOnDocuments(from.provider) },
  client: from.client,
  document: from.document,
});
