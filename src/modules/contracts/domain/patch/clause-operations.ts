import { z } from 'zod';
import { type Accepted, type Refused, record, refuse } from '../../../../shared/decision.ts';
import type { ClauseOperation } from './terms-patch.ts';

/** What a document takes from its model and changes in it, as it is frozen in the signed content. */
export const FrozenSelection = z.looseObject({
  model: z.object({ id: z.string(), version: z.number() }),
  added: z.array(z.object({ clauseId: z.string(), partId: z.string() })),
  removed: z.array(z.string()),
  negotiated: z.array(z.object({ clauseId: z.string(), title: z.string(), source: z.string() })),
});
export type FrozenSelection = z.output<typeof FrozenSelection>;

/** The clauses as the amendment leaves them, or the clause that is no longer what it was written against. */
export const applyClauseOperations = (
  selection: FrozenSelection,
  operations: readonly ClauseOperation[],
): Accepted<FrozenSelection> | Refused<'clauses_changed_meanwhile'> => {
  let current = selection;
  for (const operation of operations) {
    const next = applied(current, operation);
    if (!next) return refuse('clauses_changed_meanwhile', { clauseId: operation.clauseId });
    current = next;
  }
  return record(current);
};

/** The same over clauses that have changed meanwhile: the author’s words stay, what is already done is not done again. */
export const rebaseClauseOperations = (selection: FrozenSelection, operations: readonly ClauseOperation[]): ClauseOperation[] => {
  let current = selection;
  return operations.flatMap((written): ClauseOperation[] => {
    const was = current.negotiated.find(({ clauseId }) => clauseId === written.clauseId)?.source ?? null;
    const operation = written.op === 'replace' ? { ...written, was } : written;
    const next = applied(current, operation);
    if (!next) return [];
    current = next;
    return [operation];
  });
};

const applied = (selection: FrozenSelection, operation: ClauseOperation): FrozenSelection | null => {
  const { added, removed, negotiated } = selection;
  const { clauseId } = operation;
  switch (operation.op) {
    case 'add':
      if (removed.includes(clauseId)) return { ...selection, removed: removed.filter((id) => id !== clauseId) };
      if (added.some((one) => one.clauseId === clauseId)) return null;
      return { ...selection, added: [...added, { clauseId, partId: operation.partId }] };
    case 'remove':
      if (added.some((one) => one.clauseId === clauseId))
        return { ...selection, added: added.filter((one) => one.clauseId !== clauseId) };
      return removed.includes(clauseId) ? null : { ...selection, removed: [...removed, clauseId] };
    case 'replace': {
      const was = negotiated.find((one) => one.clauseId === clauseId)?.source ?? null;
      if (was !== operation.was) return null;
      const { title, source } = operation;
      return {
        ...selection,
        negotiated: [...negotiated.filter((one) => one.clauseId !== clauseId), { clauseId, title, source }],
      };
    }
  }
};
