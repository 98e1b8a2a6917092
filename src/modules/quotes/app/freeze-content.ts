import type { CivilDate } from '../../../shared/time.ts';
import { type ClauseCatalog, type ClauseSelection, selectionOfForm } from '../../clauses/index.ts';
import { composeDocument } from '../../clauses/queries.ts';
import { ContractContent, type TermPath, Terms } from '../../contracts/index.ts';
import { withEdition } from '../../general-terms/queries.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { Quote } from '../domain/quote.ts';

type Parties = { provider: ProviderIdentity; client: ClientIdentity; isDemo: boolean };
type Issue = { number: string; issuedOn: CivilDate; validUntil: CivilDate };
/** What the document cites or annexes beside its own clauses. */
type Around = Pick<ContractContent, 'framework' | 'generalTerms' | 'derogations' | 'signatories'> & {
  /** Articles of the annexed edition of the general terms. */
  generalArticles?: Readonly<Record<TermPath, string>>;
};

/** The clauses of this quote: its own choice, or the whole of the usual model of its form. */
export const selectionFor = (quote: Pick<Quote, 'form' | 'selection'>, catalog: ClauseCatalog): ClauseSelection =>
  quote.selection ?? selectionOfForm(catalog, quote.form);

/** What the sent document says, as one value: the parties as they are today, the terms, the clauses and their articles. */
export const freezeContent = (
  quote: Pick<Quote, 'title' | 'draft' | 'form' | 'selection' | 'isTrial'>,
  { number, issuedOn, validUntil }: Issue,
  { provider, client, isDemo }: Parties,
  catalog: ClauseCatalog,
  { framework, generalTerms, derogations, signatories, generalArticles }: Around = {},
): ContractContent => {
  const terms = Terms.parse(quote.draft);
  const selection = selectionFor(quote, catalog);
  const document = { form: quote.form, title: quote.title, issuedOn, validUntil };
  const variables = clauseVariables({ terms, provider, client, number, document, framework });
  const composed = composeDocument(catalog, selection, variables);
  const { problems } = composed;
  const { articles, clauses } = generalArticles ? withEdition(composed, generalArticles) : composed;
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
    // Said only when there is something to say: a plain devis keeps its shape.
    ...(quote.form === 'devis' ? {} : { form: quote.form }),
    ...(quote.isTrial ? { trial: true } : {}),
    ...(framework ? { framework: framework.words ? { ...framework, cited: composed.cited } : framework } : {}),
    ...(generalTerms ? { generalTerms } : {}),
    ...(derogations?.length ? { derogations } : {}),
    ...(signatories?.length ? { signatories } : {}),
  });
};

/** The variables of content already frozen: the same words come out again. */
export const frozenVariables = (content: ContractContent) =>
  clauseVariables({
    terms: content.terms,
    provider: content.provider as ProviderIdentity,
    client: content.client as ClientIdentity,
    number: content.number,
    document: {
      form: content.form ?? 'devis',
      title: content.title,
      issuedOn: content.issuedOn,
      validUntil: content.validUntil,
    },
    framework: content.framework,
  });

/** The names that clauses may read. */
export const clauseVariables = (from: {
  terms: unknown;
  provider: ProviderIdentity;
  client: ClientIdentity;
  number: string;
  document: { form: string; title: string; issuedOn: CivilDate | null; validUntil: CivilDate | null };
  framework?: ContractContent['framework'];
}) => ({
  terms: from.terms,
  number: from.number,
  document: from.document,
  provider: { ...from.provider, name: nameOnDocuments(from.provider) },
  client: from.client,
  ...(from.framework ? { framework: citedFramework(from.framework) } : {}),
});

const citedFramework = ({ number, signedOn, words, holds, cited }: NonNullable<ContractContent['framework']>) => ({
  number,
  signedOn: signedOn ?? null,
  ...(words ? { words, holds: holds ?? [], ...(cited ? { cited } : {}) } : {}),
});
