import type { CivilDate } from '../../../shared/time.ts';
import { type ClauseCatalog, type ClauseSelection, selectionOfForm } from '../../clauses/index.ts';
import { composeDocument } from '../../clauses/queries.ts';
import { withEdition } from '../../general-terms/queries.ts';
import { FrameworkContent, FrameworkTerms, spokenTerms } from '../../contracts/index.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { Framework } from '../domain/framework.ts';

type Parties = { provider: ProviderIdentity; client: ClientIdentity; isDemo: boolean };
type Issue = { number: string; issuedOn: CivilDate; validUntil: CivilDate };

export const selectionFor = (framework: Pick<Framework, 'selection'>, catalog: ClauseCatalog): ClauseSelection =>
  framework.selection ?? selectionOfForm(catalog, 'contrat-cadre');

/** What the sent framework says, as one value. */
export const freezeFramework = (
  framework: Pick<Framework, 'title' | 'draft' | 'selection'>,
  { number, issuedOn, validUntil }: Issue,
  { provider, client, isDemo }: Parties,
  catalog: ClauseCatalog,
  around: Pick<FrameworkContent, 'generalTerms' | 'derogations' | 'signatories'> & {
    generalArticles?: FrameworkContent['articles'];
  },
): FrameworkContent => {
  const { frame, shared } = FrameworkTerms.parse({ ...framework.draft, shared: spokenTerms(framework.draft.shared) });
  const selection = selectionFor(framework, catalog);
  const said = { title: framework.title, number, issuedOn, validUntil };
  const composed = composeDocument(catalog, selection, frameworkVariables({ ...said, provider, client, frame, shared }));
  const { problems } = composed;
  const { articles, clauses } = around.generalArticles ? withEdition(composed, around.generalArticles) : composed;
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.fr).join(' '));
  return FrameworkContent.parse({
    schema: 'cadran-framework/1',
    form: 'contrat-cadre',
    ...said,
    isDemo,
    provider,
    client,
    frame,
    shared,
    clauses,
    articles,
    selection,
    ...(around.generalTerms ? { generalTerms: around.generalTerms } : {}),
    ...(around.derogations?.length ? { derogations: around.derogations } : {}),
    ...(around.signatories?.length ? { signatories: around.signatories } : {}),
  });
};

type Said = {
  title: string;
  number: string;
  issuedOn: CivilDate | null;
  validUntil: CivilDate | null;
  provider: ProviderIdentity;
  client: ClientIdentity;
  frame: object;
  shared: object;
};

/** The names that the clauses of a framework read: its frame as $framework, its conditions as $terms, as in a contract. */
export const frameworkVariables = ({ title, number, issuedOn, validUntil, provider, client, frame, shared }: Said) => ({
  terms: shared,
  framework: { ...frame, ...purposeIn(frame), number, signedOn: issuedOn },
  number,
  document: { form: 'contrat-cadre', title, issuedOn, validUntil },
  provider: { ...provider, name: nameOnDocuments(provider) },
  client,
});

/** The clause ends the sentence itself: a purpose typed with its full stop does not print two. */
const purposeIn = (frame: { purpose?: unknown }) =>
  typeof frame.purpose === 'string' ? { purpose: frame.purpose.trim().replace(/\.$/, '') } : {};

export const frozenFrameworkVariables = (content: FrameworkContent) =>
  frameworkVariables({
    ...content,
    provider: content.provider as ProviderIdentity,
    client: content.client as ClientIdentity,
  });
