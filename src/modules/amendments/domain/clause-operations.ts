import type { ClauseOperation } from '../../contracts/index.ts';

type Operations = readonly ClauseOperation[];
type Replacement = Omit<Extract<ClauseOperation, { op: 'replace' }>, 'op'>;

const about = (clauseId: string) => (operation: ClauseOperation) => operation.clauseId === clauseId;
const others = (operations: Operations, clauseId: string) => operations.filter((one) => one.clauseId !== clauseId);

/** A clause joins the contract; one that the draft was taking out simply stays. */
export const withAdded = (operations: Operations, clauseId: string, partId: string): ClauseOperation[] =>
  operations.some((one) => about(clauseId)(one) && one.op === 'remove')
    ? others(operations, clauseId)
    : [...others(operations, clauseId), { op: 'add', clauseId, partId }];

/** A clause leaves the contract; one that the draft was bringing in is not brought in. Its new words, if any, go with it. */
export const withRemoved = (operations: Operations, clauseId: string): ClauseOperation[] =>
  operations.some((one) => about(clauseId)(one) && one.op === 'add')
    ? others(operations, clauseId)
    : [...others(operations, clauseId), { op: 'remove', clauseId }];

/** Other words for a clause: the last ones count. */
export const withReworded = (operations: Operations, replacement: Replacement): ClauseOperation[] => [
  ...operations.filter((one) => !(about(replacement.clauseId)(one) && one.op === 'replace')),
  { op: 'replace', ...replacement },
];

/** One change of a clause taken back. Without the clause, its new words mean nothing: they go too. */
export const withoutOperation = (operations: Operations, { op, clauseId }: Pick<ClauseOperation, 'op' | 'clauseId'>) =>
  op === 'add' ? others(operations, clauseId) : operations.filter((one) => !(about(clauseId)(one) && one.op === op));
