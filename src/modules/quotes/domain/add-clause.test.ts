import { expect, test } from 'vitest';
import { selectionOfForm } from '../../clauses/index.ts';
import { builtInCatalog } from '../../clauses/queries.ts';
import { addClause } from './add-clause.ts';

const catalog = builtInCatalog();
const selection = selectionOfForm(catalog, 'devis');
const model = catalog.model(selection.model.id)!;
const draft = { status: 'draft', frozen: null } as const;
const clause = catalog.clause('non-sollicitation')!;

test('a clause of choice joins the body of a draft', () => {
  const added = addClause(draft, clause, { selection, model, chosen: ['prix-mixte'] });
  expect(added).toMatchObject({ ok: true, selection: { added: [{ clauseId: clause.id, partId: model.parts[0]!.id }] } });
});

test('one that had been taken out comes back to its place', () => {
  const without = { ...selection, removed: [clause.id] };
  expect(addClause(draft, clause, { selection: without, model, chosen: [] })).toEqual({ ok: true, selection });
});

test('one that is there already is not added twice, and a quote that was sent no longer changes', () => {
  expect(addClause(draft, clause, { selection, model, chosen: [clause.id] })).toMatchObject({
    ok: false,
    code: 'clause_already_there',
  });
  expect(
    addClause({ status: 'sent', frozen: { number: 'DEV-1' } as never }, clause, { selection, model, chosen: [] }),
  ).toMatchObject({
    ok: false,
    code: 'already_sent',
  });
});
