import type { Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import { faultSentence, readNegotiated } from '../../clauses/queries.ts';
import { articleNumbers } from '../domain/clause-passages.ts';
import { gatherChanges } from '../domain/gather-changes.ts';
import { itemsOf } from '../db/negotiation.store.ts';
import { rewriteClause } from '../documents/rewrite-clause.ts';
import type { Negotiable } from './negotiable.ts';
import { clauseBody } from './read-discussion.ts';

/** What the accepted changes make of the document, ready to be sent: its conditions, and each rewritten clause as a text of its own. */
export const nextRevision = async (tx: Tx, document: Negotiable) => {
  const gathered = gatherChanges(document.content.terms, await itemsOf(tx, document.subject));
  if (!gathered.ok) return gathered;
  const numbers = articleNumbers(document.partsIn(document.content));
  const negotiated: ClauseSelection['negotiated'][number][] = [];
  for (const [clauseId, edits] of gathered.edits) {
    const body = clauseBody(document, clauseId);
    if (body === null) return refuse('text_not_found');
    const rewritten = rewriteClause({ id: clauseId, body }, edits, { variables: document.variables, numbers });
    if (!rewritten.ok) return rewritten;
    const title = document.catalog.clause(clauseId)?.title ?? clauseId;
    const agreed = { clauseId, title, source: rewritten.body };
    const { clause, faults } = readNegotiated(document.catalog, agreed);
    if (!clause) return refuse('text_not_well_formed', { faults: faults.map(faultSentence).join(' ') });
    negotiated.push(agreed);
  }
  return { ok: true as const, agreed: { terms: gathered.terms, negotiated }, itemIds: gathered.itemIds };
};
