import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId, DocumentId, DossierId, QuoteId } from '../../../shared/ids.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { ClauseCatalog, ClauseSelection, DocumentPart } from '../../clauses/index.ts';
import { catalogOf, type ClauseVariables } from '../../clauses/queries.ts';
import type { ContractContent, Terms } from '../../contracts/index.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import { agreementForms, printedNumber } from '../../contracts/index.ts';
import { formOf } from '../../quotes/index.ts';
import { partsOf, quoteById, revisedContent, reviseQuote, revisionsOf, selectionIn, variablesOf } from '../../quotes/queries.ts';
import type { NegotiationSubject } from '../domain/negotiation.ts';
import type { ComparedDocument } from '../domain/comparison.ts';

type Person = { name: string; email: string; organisation: string };
export type Revision = {
  revision: number;
  content: ContractContent;
  contentSha256: string;
  documentId: DocumentId | null;
  sentAt: Instant;
  replacedAt: Instant | null;
  voids: readonly { party: 'client' | 'provider'; name: string; signedAt: Instant }[];
};
type Agreed = { terms: Terms; negotiated: ClauseSelection['negotiated']; validUntil?: CivilDate | undefined };

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
  content: ContractContent;
  /** Every sending, oldest first. */
  revisions: readonly Revision[];
  client: Person;
  provider: Person;
  catalog: ClauseCatalog;
  variables: ClauseVariables;
  selection: ClauseSelection;
  partsIn(content: ContractContent): readonly DocumentPart[];
  /** What these changes would make of the document, and all that keeps it from being sent. */
  revised(agreed: Agreed): { content: ContractContent; findings: readonly { fr: string; en: string }[] };
  revise(agreed: Agreed & { changes: readonly string[] }): ReturnType<typeof reviseQuote>;
};

/** The document under discussion; null when there is none or when it was never sent. */
export const negotiable = async (tx: Tx, subject: NegotiationSubject): Promise<Negotiable | null> => {
  if (subject.type !== 'quote') return null;
  const id = subject.id as QuoteId;
  const quote = await quoteById(tx, id);
  if (!quote?.frozen) return null;
  const { content, revision } = quote.frozen;
  const catalog = await catalogOf(tx, { clientId: quote.clientId });
  const client = content.client as ClientIdentity;
  const provider = content.provider as ProviderIdentity;
  return {
    subject,
    dossierId: quote.dossierId,
    clientId: quote.clientId,
    title: `${agreementForms[formOf(content)].name.fr} n°\u00a0${printedNumber(content)}`,
    isDemo: content.isDemo,
    isOpen: quote.status === 'sent',
    revision,
    validUntil: content.validUntil,
    content,
    revisions: await revisionsOf(tx, quote),
    client: { name: client.signatory.name, email: client.signatory.email, organisation: client.name },
    provider: { name: provider.name, email: provider.email, organisation: nameOnDocuments(provider) },
    catalog,
    variables: variablesOf(content),
    selection: selectionIn(content, catalog),
    partsIn: (sent) => partsOf(catalog, sent),
    revised: (agreed) =>
      revisedContent({ ...quote, frozen: quote.frozen! } as never, agreed, { catalog, today: civilDateOf(tx.now) }),
    revise: (agreed) => reviseQuote(tx, id, agreed),
  };
};

export const comparedDocument = (document: Negotiable, content: ContractContent): ComparedDocument => ({
  terms: content.terms,
  parts: document.partsIn(content),
  articles: content.articles,
});
