import { refuse } from '../../../shared/decision.ts';
import { type ClauseSelection, type DocumentModel, selectionOf } from '../../clauses/index.ts';
import { may, type Quote } from './quote.ts';

/** Another model of the same form for a draft. A clause added by hand stays, unless the new model takes it already. */
export const chooseModel = (
  quote: Pick<Quote, 'status' | 'frozen' | 'form'>,
  model: DocumentModel | undefined,
  selection: ClauseSelection,
) => {
  if (!may('save', quote.status)) return refuse('already_sent', { number: quote.frozen?.number });
  if (!model || model.form !== quote.form) return refuse('unknown_model');
  const taken = new Set(model.parts.flatMap((part) => part.clauses));
  const partIds = new Set(model.parts.map(({ id }) => id));
  const fresh = selectionOf(model.id, model.version);
  const added = selection.added
    .filter(({ clauseId }) => !taken.has(clauseId))
    .map(({ clauseId, partId }) => ({ clauseId, partId: partIds.has(partId) ? partId : model.parts[0]!.id }));
  return { ok: true as const, selection: { ...fresh, added, negotiated: selection.negotiated } };
};
