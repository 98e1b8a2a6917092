import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { FrameworkId } from '../../../shared/ids.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import { catalogWith, type ClauseCatalog, type ClauseSelection, type DocumentPart } from '../../clauses/index.ts';
import { catalogOf, composeDocument, composeFrozen, frozenCatalog } from '../../clauses/queries.ts';
import { departures, type DraftTerms, FrameworkContent, type FrameworkTerms } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import type { GeneralTermsEdition } from '../../general-terms/index.ts';
import { generalTermsEdition, withEdition } from '../../general-terms/queries.ts';
import { replacedReason, signaturesGiven } from '../../signing/index.ts';
import { openSignatureRequest, signatureOf, withdrawSignature } from '../../signing/queries.ts';
import { lockFramework, updateFramework } from '../db/frameworks.store.ts';
import { keepFrameworkRevision } from '../db/revisions.store.ts';
import { derogationsOf, generalLayer } from '../documents/derogation-words.ts';
import { checkFramework, type FrameworkFinding } from '../domain/check-framework.ts';
import { reviseFramework as decide } from '../domain/revise-framework.ts';
import { frozenFrameworkVariables, selectionFor } from './freeze-framework.ts';
import { renderFramework } from './render-framework.job.ts';
import { signatureAsked } from './signature-asked.ts';

/** What the negotiation agreed on a sent framework. `validUntil`: the day until which the revision may be accepted; unchanged when absent. */
export type AgreedFramework = {
  terms: FrameworkTerms;
  negotiated: ClauseSelection['negotiated'];
  validUntil?: CivilDate | undefined;
};

/** What a revision is made with: the catalogue of this client, and the edition of the general terms that was annexed. */
export type FrameworkAround = { catalog: ClauseCatalog; edition: GeneralTermsEdition | null; today: CivilDate };

export const aroundFramework = async (
  tx: Tx,
  { clientId, frozen }: { clientId: string; frozen: { content: FrameworkContent } },
): Promise<FrameworkAround> => {
  const { generalTerms } = frozen.content;
  return {
    catalog: await catalogOf(tx, { clientId: clientId as never }),
    edition: (generalTerms && (await generalTermsEdition(tx, generalTerms.edition))) ?? null,
    today: civilDateOf(tx.now),
  };
};

export const frameworkSelection = (content: FrameworkContent, catalog: ClauseCatalog): ClauseSelection =>
  selectionFor({ selection: (content.selection ?? null) as ClauseSelection | null }, catalog);

/** The articles of a sent framework, as they were sent. */
export const frameworkParts = (catalog: ClauseCatalog, content: FrameworkContent): readonly DocumentPart[] =>
  composeFrozen(catalog, content, frozenFrameworkVariables(content)).parts;

/** The content that these changes would make, and all that keeps it from being sent. Nothing else moves: each clause stays in the version that was sent. */
export const revisedFramework = (
  { content, revision }: { content: FrameworkContent; revision: number },
  { terms, negotiated, validUntil }: AgreedFramework,
  { catalog, edition, today }: FrameworkAround,
): { content: FrameworkContent; parts: readonly DocumentPart[]; findings: FrameworkFinding[] } => {
  const selection = frameworkSelection(content, catalog);
  const rewritten = new Set(negotiated.map(({ clauseId }) => clauseId));
  const { derogations: _, ...sent } = content;
  const next: FrameworkContent = {
    ...sent,
    ...terms,
    revision: revision + 1,
    issuedOn: today,
    validUntil: validUntil ?? content.validUntil,
    selection: {
      ...selection,
      negotiated: [...selection.negotiated.filter(({ clauseId }) => !rewritten.has(clauseId)), ...negotiated],
    },
  };
  const asSent = catalogWith(catalog, frozenCatalog(catalog, content.clauses).clauses());
  const composed = composeDocument(asSent, next.selection as ClauseSelection, frozenFrameworkVariables(next));
  const { articles, clauses } = edition ? withEdition(composed, edition.content.articles) : composed;
  const own = { kind: 'framework', label: content.number, terms: terms.shared as DraftTerms } as const;
  // What now departs from the general terms is said again from the agreed conditions.
  const derogations = edition ? derogationsOf(departures(own, [generalLayer(edition)])) : [];
  return {
    content: FrameworkContent.parse({ ...next, articles, clauses, ...(derogations.length ? { derogations } : {}) }),
    parts: edition ? composed.parts.filter(({ kind }) => kind !== 'cgv') : composed.parts,
    findings: [
      ...checkFramework({ frame: terms.frame, shared: terms.shared as DraftTerms }, { today, validUntil: next.validUntil }),
      ...composed.problems.map(({ rule, fr, en }) => ({ rule: `clause_${rule}`, path: 'selection', fr, en })),
    ],
  };
};

/**
 * Sends the next revision of a framework under its number: the earlier one is kept frozen, what was signed on it is voided in the
 * open, the new one is rendered and goes out to be signed. One transaction.
 */
export const reviseFramework = async (
  tx: Tx,
  frameworkId: FrameworkId,
  agreed: AgreedFramework & { changes: readonly string[] },
) => {
  const framework = await lockFramework(tx, frameworkId);
  if (!framework) return refuse('unknown_framework');
  if (!framework.frozen) return refuse('not_sent_yet');
  const around = await aroundFramework(tx, framework);
  const { content, findings } = revisedFramework(framework.frozen, agreed, around);
  const { json, sha256 } = canonicalContent(content);
  const subject = { type: 'framework' as const, id: frameworkId };
  const voids = signaturesGiven(await signatureOf(tx, subject));
  const { changes } = agreed;
  const decision = decide(framework, { contentSha256: sha256, changes, validUntil: content.validUntil, voids }, { findings });
  if (!decision.ok) return decision;
  const { revision } = decision.facts[0]!;

  await recordFacts(tx, { dossierId: framework.dossierId, stream: subject, facts: decision.facts });
  await keepFrameworkRevision(tx, framework, voids);
  await withdrawSignature(tx, subject, replacedReason(revision, voids), { replaced: true });
  const signature_request_id = await openSignatureRequest(tx, signatureAsked(framework, content, sha256, around.catalog));
  await updateFramework(tx, frameworkId, {
    content: json,
    content_sha256: sha256,
    draft: JSON.stringify(agreed.terms),
    sent_revision: revision,
    sent_at: tx.now,
    valid_until: content.validUntil,
    document_id: null,
    signature_request_id,
  });
  await enqueue(tx, renderFramework, { frameworkId }, { singletonKey: `render:${frameworkId}:${revision}` });
  return { ...decision, revision, signatureRequestId: signature_request_id as string };
};
