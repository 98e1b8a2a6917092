import { expect, test } from 'vitest';
import { civilDate, instant } from '../../../shared/time.ts';
import type { Framework } from './framework.ts';
import { reviseFramework } from './revise-framework.ts';

const frozen = { number: 'CC-2026-0001', revision: 1, contentSha256: 'before', documentId: 'document-1' };
const sent = { id: 'framework-1', status: 'sent', frozen } as unknown as Framework;
const agreed = {
  contentSha256: 'after',
  changes: ['item-1'],
  validUntil: civilDate('2026-03-31'),
  voids: [{ party: 'client' as const, name: 'Anne Martin', signedAt: instant('2026-03-02T09:00:00Z') }],
};

test('a revised framework keeps its number, names what it brings in and the signatures that it voids', () => {
  expect(reviseFramework(sent, agreed, { findings: [] })).toMatchObject({
    ok: true,
    facts: [{ number: 'CC-2026-0001', revision: 2, replacesSha256: 'before', changes: ['item-1'], voids: agreed.voids }],
  });
});

const over = (change: object) => ({ ...sent, ...change }) as Framework;
const finding = { rule: 'period_reversed', path: 'frame.endsOn', fr: '', en: '' };
test.each([
  ['not_sent_yet', over({ status: 'draft', frozen: null }), agreed, []],
  ['already_answered', over({ status: 'signed' }), agreed, []],
  ['already_answered', over({ status: 'expired' }), agreed, []],
  ['document_not_ready', over({ frozen: { ...frozen, documentId: null } }), agreed, []],
  ['nothing_to_revise', sent, { ...agreed, changes: [] }, []],
  ['nothing_to_revise', sent, { ...agreed, contentSha256: 'before' }, []],
  ['revision_incomplete', sent, agreed, [finding]],
] as const)('no revised framework: %s', (code, framework, revision, findings) => {
  expect(reviseFramework(framework, revision, { findings })).toMatchObject({ ok: false, code });
});
