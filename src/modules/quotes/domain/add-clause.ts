import { refuse } from '../../../shared/decision.ts';
import { type Clause, type ClauseSelection, type DocumentModel, partJoinedBy } from '../../clauses/index.ts';
import { may, type Quote } from './quote.ts';

/** A clause joins a draft: taken back if it had been taken out, else added to the part where its family stands. */
export const addClause = (
  quote: Pick<Quote, 'status' | 'frozen'>,
  clause: Clause,
  { selection, model, chosen }: { selection: ClauseSelection; model: DocumentModel; chosen: readonly string[] },
) => {
  if (!may('save', quote.status)) return refuse('already_sent', { number: quote.frozen?.number });
  if (chosen.includes(clause.id)) return refuse('clause_already_there', { title: clause.title });
  const removed = selection.removed.filter((id) => id !== clause.id);
  if (removed.length < selection.removed.length) return { ok: true as const, selection: { ...selection, removed } };
  const part = partJoinedBy(model, clause);
  return {
    ok: true as const,
    selection: { ...selection, added: [...selection.added, { clauseId: clause.id, partId: part.id }] },
  };
};
