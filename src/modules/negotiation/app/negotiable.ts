import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId, DocumentId, DossierId, FrameworkId, QuoteId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ClauseCatalog, ClauseSelection, DocumentPart } from '../../clauses/index.ts';
import { catalogOf, type ClauseVariables } from '../../clauses/queries.ts';
import { agreementForms, type ContractContent, type FrameworkContent, printedNumber, type Terms } from '../../contracts/index.ts';
import {
  aroundFramework,
  frameworkById,
  frameworkParts,
  frameworkRevisions,
  frameworkSelection,
  frozenFrameworkVariables,
  revisedFramework,
  reviseFramework,
} from '../../frameworks/queries.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import { formOf } from '../../quotes/index.ts';
import { partsOf, quoteById, revisedContent, reviseQuote, revisionsOf, selectionIn, variablesOf } from '../../quotes/queries.ts';
import { articleNumbers } from '../domain/clause-passages.ts';
import { conditionsOf, type FrameworkConditions, frameworkOf, type NegotiatedTerms } from '../domain/negotiated-terms.ts';
import type { NegotiationSubject } from '../domain/negotiation.ts';
import type { ComparedDocument } from '../domain/comparison.ts';

type Person = { name: string; email: string; organisation: string };
/** What a document froze, as far as it is discussed: the same for a mission and for a framework. */
export type NegotiatedContent = Pick<ContractContent, 'number' | 'articles' | 'clauses'> & { terms: NegotiatedTerms };
export type Revision = {
  revision: number;
  content: NegotiatedContent;
  contentSha256: string;
  documentId: DocumentId | null;
  sentAt: Instant;
  replacedAt: Instant | null;
  voids: readonly { party: 'client' | 'provider'; name: string; signedAt: Instant }[];
};
type Agreed = { terms: NegotiatedTerms; negotiated: ClauseSelection['negotiated']; validUntil?: CivilDate | undefined };

/** A document that can be discussed, whatever its kind: what is read of it, and how a revision of it leaves. */
export type Negotiable = {
  subject: NegotiationSubject;
  dossierId: DossierId;
  clientId: ClientId;
  /** « Devis n° DEV-2026-0001, révision 2 » */
  title: string;
  isDemo: boolean;
  /** False once both have signed, and when the offer was refused, withdrawn or has lapsed. */
  isOpen: boolean;
  revision: number;
  validUntil: CivilDate;
  content: NegotiatedContent;
  /** Every sending, oldest first. */
  revisions: readonly Revision[];
  client: Person;
  provider: Person;
  catalog: ClauseCatalog;
  variables: ClauseVariables;
  selection: ClauseSelection;
  partsIn(content: NegotiatedContent): readonly DocumentPart[];
  /** What these changes would make of the document, and all that keeps it from being sent. */
  revised(
    agreed: Agreed,
  ): Promise<{ content: NegotiatedContent; parts: readonly DocumentPart[]; findings: readonly { fr: string; en: string }[] }>;
  revise(agreed: Agreed & { changes: readonly string[] }): ReturnType<typeof reviseQuote | typeof reviseFramework>;
};

/** The document under discussion; null when there is none or when it was never sent. */
export const negotiable = (tx: Tx, subject: NegotiationSubject): Promise<Negotiable | null> =>
  subject.type === 'quote' ? negotiableQuote(tx, subject.id as QuoteId) : negotiableFramework(tx, subject.id as FrameworkId);

const negotiableQuote = async (tx: Tx, id: QuoteId): Promise<Negotiable | null> => {
  const quote = await quoteById(tx, id);
  if (!quote?.frozen) return null;
  const { content, revision } = quote.frozen;
  const catalog = await catalogOf(tx, { clientId: quote.clientId });
  return {
    subject: { type: 'quote', id },
    ...whoseAndWhere(quote, content),
    title: `${agreementForms[formOf(content)].name.fr} n°\u00a0${printedNumber(content)}`,
    revision,
    content,
    revisions: await revisionsOf(tx, quote),
    catalog,
    variables: variablesOf(content),
    selection: selectionIn(content, catalog),
    partsIn: (sent) => partsOf(catalog, sent as ContractContent),
    revised: ({ terms, ...agreed }) =>
      revisedContent(tx, { ...quote, frozen: quote.frozen! } as never, { ...agreed, terms: terms as Terms }, catalog),
    revise: ({ terms, ...agreed }) => reviseQuote(tx, id, { ...agreed, terms: terms as Terms }),
  };
};

const negotiableFramework = async (tx: Tx, id: FrameworkId): Promise<Negotiable | null> => {
  const framework = await frameworkById(tx, id);
  if (!framework?.frozen) return null;
  const { content, revision } = framework.frozen;
  const around = await aroundFramework(tx, framework);
  const { catalog } = around;
  const discussed = (sent: FrameworkContent) => ({
    ...sent,
    terms: conditionsOf(sent),
    articles: withFrameArticles(sent, catalog),
  });
  const agreedOf = <Agreed extends { terms: NegotiatedTerms }>({ terms, ...agreed }: Agreed) => ({
    ...agreed,
    terms: frameworkOf(terms as FrameworkConditions),
  });
  return {
    subject: { type: 'framework', id },
    ...whoseAndWhere(framework, content),
    title: `${agreementForms['contrat-cadre'].name.fr} n°\u00a0${printedNumber(content)}`,
    revision,
    content: discussed(content),
    revisions: (await frameworkRevisions(tx, framework)).map((sent) => ({ ...sent, content: discussed(sent.content) })),
    catalog,
    variables: frozenFrameworkVariables(content),
    selection: frameworkSelection(content, catalog),
    partsIn: (sent) => frameworkParts(catalog, sent as unknown as FrameworkContent),
    revised: async (agreed) => {
      const next = revisedFramework(framework.frozen, agreedOf(agreed), around);
      return { ...next, content: discussed(next.content) };
    },
    revise: (agreed) => reviseFramework(tx, id, agreedOf(agreed)),
  };
};

type Sent = { dossierId: DossierId; clientId: ClientId; status: string };
const whoseAndWhere = ({ dossierId, clientId, status }: Sent, content: ContractContent | FrameworkContent) => {
  const client = content.client as ClientIdentity;
  const provider = content.provider as ProviderIdentity;
  return {
    dossierId,
    clientId,
    isDemo: content.isDemo,
    isOpen: status === 'sent',
    validUntil: content.validUntil,
    client: { name: client.signatory.name, email: client.signatory.email, organisation: client.name },
    provider: { name: provider.name, email: provider.email, organisation: nameOnDocuments(provider) },
  };
};

/** The frame of a framework is no term of a mission: its article is the first whose clause writes it. */
const withFrameArticles = (content: FrameworkContent, catalog: ClauseCatalog): FrameworkContent['articles'] => {
  const numbers = articleNumbers(frameworkParts(catalog, content));
  const found: Record<string, string> = {};
  for (const { id, version, source } of content.clauses) {
    const body = source ?? catalog.clause(id, version)?.body ?? '';
    for (const [, path] of body.matchAll(/\$(framework\.\w+)/g)) found[path!] ??= numbers.get(id)!;
  }
  return { ...found, ...content.articles };
};

export const comparedDocument = (document: Negotiable, content: NegotiatedContent): ComparedDocument => ({
  terms: content.terms,
  parts: document.partsIn(content),
  articles: content.articles,
});
