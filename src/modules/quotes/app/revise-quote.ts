import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import {
  catalogWith,
  type ClauseCatalog,
  type ClauseSelection,
  type DocumentPart,
  selectionOfForm,
} from '../../clauses/index.ts';
import { catalogOf, composeDocument, composeFrozen, frozenCatalog, previewDocument } from '../../clauses/queries.ts';
import { ContractContent, type DraftTerms, type Terms } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import { generalTermsEdition, withEdition } from '../../general-terms/queries.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { replacedReason, signaturesGiven } from '../../signing/index.ts';
import { openSignatureRequest, signatureOf, withdrawSignature } from '../../signing/queries.ts';
import { lockQuote, updateQuote } from '../db/quotes.store.ts';
import { keepRevision } from '../db/revisions.store.ts';
import type { QuoteFinding } from '../domain/check-quote.ts';
import { formOf } from '../domain/forms.ts';
import { quoteTotals } from '../domain/quote-totals.ts';
import type { Quote } from '../domain/quote.ts';
import { reviseQuote as decide } from '../domain/revise-quote.ts';
import { checkConditions } from './check-conditions.ts';
import { clauseVariables } from './freeze-content.ts';
import { aroundQuote } from './quote-around.ts';
import { renderQuote } from './render-quote.job.ts';
import { signatureAsked } from './signature-asked.ts';

/** What the negotiation agreed on a sent offer. `validUntil`: the day until which the revision may be accepted; unchanged when absent. */
export type AgreedChanges = {
  terms: Terms;
  negotiated: ClauseSelection['negotiated'];
  validUntil?: CivilDate | undefined;
  changes: readonly string[];
};

/** The variables that the clauses of a sent offer read. */
export const variablesOf = (content: ContractContent) =>
  clauseVariables({
    terms: content.terms,
    provider: content.provider as ProviderIdentity,
    client: content.client as ClientIdentity,
    number: content.number,
    document: { form: formOf(content), title: content.title, issuedOn: content.issuedOn, validUntil: content.validUntil },
    framework: content.framework,
  });

export const selectionIn = (content: ContractContent, catalog: ClauseCatalog): ClauseSelection =>
  (content.selection as ClauseSelection | undefined) ?? selectionOfForm(catalog, formOf(content));

/** The articles of a sent offer, as they were sent. */
export const partsOf = (catalog: ClauseCatalog, content: ContractContent): readonly DocumentPart[] =>
  composeFrozen(catalog, content, variablesOf(content)).parts;

/**
 * The content that these changes would make, and all that keeps it from being sent: the same questions as at the first sending.
 * Nothing else of the offer moves: each clause stays in the version that was sent, the general terms in the edition annexed.
 */
export const revisedContent = async (
  tx: Tx,
  quote: Quote & { frozen: NonNullable<Quote['frozen']> },
  { terms, negotiated, validUntil }: Pick<AgreedChanges, 'terms' | 'negotiated' | 'validUntil'>,
  catalog: ClauseCatalog,
): Promise<{ content: ContractContent; parts: readonly DocumentPart[]; findings: QuoteFinding[] }> => {
  const { content, revision } = quote.frozen;
  const today = civilDateOf(tx.now);
  const sent = selectionIn(content, catalog);
  const rewritten = new Set(negotiated.map(({ clauseId }) => clauseId));
  const selection: ClauseSelection = {
    ...sent,
    negotiated: [...sent.negotiated.filter(({ clauseId }) => !rewritten.has(clauseId)), ...negotiated],
  };
  const { derogations: _, ...kept } = content;
  const next: ContractContent = {
    ...kept,
    terms,
    revision: revision + 1,
    issuedOn: today,
    validUntil: validUntil ?? content.validUntil,
    selection,
  };
  const { generalTerms } = content;
  const edition = (generalTerms && (await generalTermsEdition(tx, generalTerms.edition))) ?? null;
  const { findings: around, derogations } = await aroundQuote(tx, { ...quote, draft: terms as DraftTerms }, edition);
  const asSent = catalogWith(catalog, frozenCatalog(catalog, content.clauses).clauses());
  const { findings } = checkConditions(terms as DraftTerms, {
    form: formOf(content),
    today,
    validUntil: next.validUntil,
    vatRegime: (content.provider as ProviderIdentity).vatRegime,
    catalog: asSent,
    selection,
    variablesOf: (read) => ({ ...variablesOf(next), terms: read }),
    asAgreed: true,
  });
  const all = [...findings, ...around];
  // What cannot be sent is still shown, with its holes.
  const composed = (all.length > 0 ? previewDocument : composeDocument)(asSent, selection, variablesOf(next));
  const { articles, clauses } = edition ? withEdition(composed, edition.content.articles) : composed;
  return {
    content: ContractContent.parse({ ...next, articles, clauses, ...(derogations.length ? { derogations } : {}) }),
    parts: edition ? composed.parts.filter(({ kind }) => kind !== 'cgv') : composed.parts,
    findings: all,
  };
};

/**
 * Sends the next revision of an offer under its number: the earlier one is kept frozen, what was signed on it is voided in the
 * open, the new one is rendered and goes out to be signed. One transaction.
 */
export const reviseQuote = async (tx: Tx, quoteId: QuoteId, agreed: AgreedChanges) => {
  const quote = await lockQuote(tx, quoteId);
  if (!quote) return refuse('unknown_quote');
  if (!quote.frozen) return refuse('not_sent_yet');
  const catalog = await catalogOf(tx, { clientId: quote.clientId });
  const { content, findings } = await revisedContent(tx, quote, agreed, catalog);
  const { json, sha256 } = canonicalContent(content);
  const { netCents } = quoteTotals(content.terms.price);
  const subject = { type: 'quote' as const, id: quoteId };
  const voids = signaturesGiven(await signatureOf(tx, subject));
  const decision = decide(
    quote,
    { contentSha256: sha256, changes: agreed.changes, validUntil: content.validUntil, netCents, voids },
    { findings },
  );
  if (!decision.ok) return decision;
  const { revision } = decision.facts[0]!;

  await recordFacts(tx, { dossierId: quote.dossierId, stream: subject, facts: decision.facts });
  await keepRevision(tx, quote, voids);
  await withdrawSignature(tx, subject, replacedReason(revision, voids), { replaced: true });
  const signature_request_id = await openSignatureRequest(tx, signatureAsked(quote, content, sha256, catalog));
  await updateQuote(tx, quoteId, {
    content: json,
    content_sha256: sha256,
    draft: JSON.stringify(content.terms),
    sent_revision: revision,
    sent_at: tx.now,
    valid_until: content.validUntil,
    document_id: null,
    net_cents: netCents,
    signature_request_id,
  });
  await enqueue(tx, renderQuote, { quoteId }, { singletonKey: `render:${quoteId}:${revision}` });
  return { ...decision, revision, signatureRequestId: signature_request_id };
};
