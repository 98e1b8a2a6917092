import type { CivilDate } from '../../../shared/time.ts';
import type { ClauseLibrary } from '../../clauses/queries.ts';
import { composeParts } from '../../clauses/queries.ts';
import { ContractContent, Terms } from '../../contracts/index.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { Quote } from '../domain/quote.ts';

type Parties = { provider: ProviderIdentity; client: ClientIdentity; isDemo: boolean };

/** What the sent document says, as one value: the parties as they are today, the terms, the clauses and their articles. */
export const freezeContent = (
  quote: Pick<Quote, 'title' | 'draft' | 'form'>,
  { number, issuedOn, validUntil }: { number: string; issuedOn: CivilDate; validUntil: CivilDate },
  { provider, client, isDemo }: Parties,
  library: ClauseLibrary,
): ContractContent => {
  const terms = Terms.parse(quote.draft);
  const { articles, clauses } = composeParts(library, clauseVariables({ terms, provider, client, number }));
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
    ...(quote.form === 'devis' ? {} : { form: quote.form }),
  });
};

/** The names that clauses may read. */
export const clauseVariables = (from: {
  terms: unknown;
  provider: ProviderIdentity;
  client: ClientIdentity;
  number: string;
}) => ({
  terms: from.terms,
  number: from.number,
  provider: { ...from.provider, name: nameOnDocuments(from.provider) },
  client: from.client,
});
