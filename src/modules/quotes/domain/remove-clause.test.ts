import { expect, test } from 'vitest';
import { type Clause, selectionOf } from '../../clauses/index.ts';
import { removeClause } from './remove-clause.ts';

const draft = { status: 'draft', frozen: null } as const;
const clause = (id: string, mandatory: Clause['mandatory']) => ({ id, title: id, mandatory }) as Clause;
const model = selectionOf('devis-prospection');

test('a clause that the author added goes away without a trace', () => {
  const selection = { ...model, added: [{ clauseId: 'cession', partId: 'contrat' }] };
  expect(removeClause(draft, clause('cession', 'choice'), selection)).toEqual({ ok: true, selection: model });
});

test('a clause of choice that the model proposes is taken out, once', () => {
  const once = removeClause(draft, clause('reference', 'choice'), model);
  expect(once).toEqual({ ok: true, selection: { ...model, removed: ['reference'] } });
  if (once.ok) expect(removeClause(draft, clause('reference', 'choice'), once.selection)).toEqual(once);
});

test('a mandatory clause stays, and a sent document no longer changes', () => {
  expect(removeClause(draft, clause('prix', 'always'), model)).toMatchObject({ ok: false, code: 'clause_mandatory' });
  expect(removeClause({ status: 'sent', frozen: null } as never, clause('reference', 'choice'), model)).toMatchObject({
    code: 'already_sent',
  });
});
