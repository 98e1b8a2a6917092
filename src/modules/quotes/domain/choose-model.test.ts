import { expect, test } from 'vitest';
import { builtInCatalog } from '../../clauses/queries.ts';
import { selectionOf } from '../../clauses/index.ts';
import { chooseModel } from './choose-model.ts';

const catalog = builtInCatalog();
const devis = catalog.model('devis-prospection')!;
const draft = { status: 'draft', frozen: null, form: 'devis' } as const;
const own = { ...devis, id: 'propre-court', version: 3, parts: devis.parts.slice(0, 1), origin: 'own' } as const;

test('a draft takes another model of its form, and keeps the clauses that were added by hand', () => {
  const selection = {
    ...selectionOf('devis-prospection', devis.version),
    added: [
      { clauseId: 'non-sollicitation', partId: 'annexe-rgpd' },
      { clauseId: own.parts[0]!.clauses[0]!, partId: 'contrat' },
    ],
  };
  expect(chooseModel(draft, own, selection)).toMatchObject({
    ok: true,
    selection: {
      model: { id: 'propre-court', version: 3 },
      added: [{ clauseId: 'non-sollicitation', partId: 'contrat' }],
      removed: [],
    },
  });
});

test('not a model of another form, nor after sending', () => {
  const selection = selectionOf('devis-prospection', devis.version);
  expect(chooseModel(draft, catalog.model('contrat-cadre'), selection)).toMatchObject({ ok: false, code: 'unknown_model' });
  expect(chooseModel(draft, undefined, selection)).toMatchObject({ ok: false, code: 'unknown_model' });
  expect(chooseModel({ status: 'sent', frozen: null as never, form: 'devis' }, own, selection)).toMatchObject({
    code: 'already_sent',
  });
});
