import { refuse } from '../../../shared/decision.ts';
import type { Clause, ClauseSelection } from '../../clauses/index.ts';
import { may, type Quote } from './quote.ts';

/** A clause of choice leaves a draft: what was added goes, what the model proposed is taken out. A mandatory clause stays. */
export const removeClause = (quote: Pick<Quote, 'status' | 'frozen'>, clause: Clause, selection: ClauseSelection) => {
  if (!may('save', quote.status)) return refuse('already_sent', { number: quote.frozen?.number });
  const added = selection.added.filter(({ clauseId }) => clauseId !== clause.id);
  if (added.length < selection.added.length) return { ok: true as const, selection: { ...selection, added } };
  if (clause.mandatory !== 'choice') return refuse('clause_mandatory', { title: clause.title });
  return { ok: true as const, selection: { ...selection, removed: [...new Set([...selection.removed, clause.id])] } };
};
