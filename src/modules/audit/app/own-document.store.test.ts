import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { type CivilDate, instant } from '../../../shared/time.ts';
import { quoteById } from '../../quotes/queries.ts';
import { audit } from '../domain/audit.ts';
import type { AuditedDocument } from '../domain/audited-document.ts';
import { builtInCatalog } from '../../clauses/queries.ts';
import { rules } from '../domain/rules/index.ts';
import { documentOfQuote } from './own-document.ts';

const today = '2026-03-02' as CivilDate;
let cadran: RunningTest;
let canonical: AuditedDocument;

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  const owner = await cadran.owner();
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string };
  const { id } = (await owner.call('POST', '/quotes', { clientId, draft: canonicalDraft })).json() as { id: QuoteId };
  canonical = await cadran.db.withTenant(owner.tenantId, { kind: 'system', name: 'test', tenantId: owner.tenantId }, async (tx) =>
    documentOfQuote(tx, (await quoteById(tx, id))!),
  );
}, 120_000);
afterAll(() => cadran?.stop());

test('the canonical contract comes out without a blocking finding', () => {
  expect(audit([canonical], { today }).findings.filter(({ severity }) => severity === 'bloquant')).toEqual([]);
});

test('the same contract, known by its words alone as if a stranger had sent it, comes out without one either', () => {
  const { terms: _t, articles: _a, clauses: _c, ...words } = canonical;
  const { findings } = audit([{ ...words, origin: 'foreign' }], { today });
  expect(
    findings.filter(({ severity }) => severity === 'bloquant').map(({ rule, words: said, detail }) => [rule, said, detail?.fr]),
  ).toEqual([]);
});

test('every clause that a rule offers is in the library', () => {
  const catalog = builtInCatalog();
  expect(rules.flatMap(({ id, cures }) => cures.filter((cure) => !catalog.clause(cure)).map((cure) => `${id} ${cure}`))).toEqual(
    [],
  );
});
