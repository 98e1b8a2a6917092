import { describe, expect, test } from 'vitest';
import type { MissionId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import type { ContractContent } from '../../contracts/index.ts';
import { answerRequest, askForChange, type ChangeRequest, type ChangeRequestId, noteOverdue } from './change-request.ts';

const now = instant('2026-03-13T09:00:00Z');
const content = {
  terms: { changes: { replyWorkingDays: 2 } },
  articles: { changes: '4.2' },
} as unknown as ContractContent;
const asked = {
  id: 'request-1' as ChangeRequestId,
  missionId: 'mission-1' as MissionId,
  kind: 'calls' as const,
  description: ' Trois cents appels de plus. ',
  quantity: 300,
  side: 'client' as const,
};

describe('a party asks for something beyond the contract', () => {
  test('what was asked is kept with the last minute to answer', () => {
    expect(askForChange(asked, { content, now })).toMatchObject({
      ok: true,
      facts: [{ description: 'Trois cents appels de plus.', quantity: 300, replyBy: '2026-03-17T22:59:00.000Z', article: '4.2' }],
    });
  });
  test('a request says what it is about', () => {
    expect(askForChange({ ...asked, description: '  ' }, { content, now })).toMatchObject({ code: 'description_required' });
  });
  test.each(['calls', 'hours', 'appointments'] as const)('more %s are asked with how many', (kind) => {
    for (const quantity of [null, 0, -5])
      expect(askForChange({ ...asked, kind, quantity }, { content, now })).toMatchObject({ code: 'quantity_required' });
    expect(askForChange({ ...asked, kind, quantity: 1 }, { content, now }).ok).toBe(true);
  });
  test('another script has no quantity', () => {
    expect(askForChange({ ...asked, kind: 'script', quantity: null }, { content, now }).ok).toBe(true);
  });
});

const request = (changes: Partial<ChangeRequest> = {}) =>
  ({ ...asked, replyBy: instant('2026-03-17T22:59:00Z'), answer: null, overdueAt: null, ...changes }) as ChangeRequest;

describe('the other party answers', () => {
  const no = { answer: 'refused' as const, text: 'Hors budget.', amendmentId: null };
  test('once', () => {
    expect(answerRequest(request(), no, { now })).toMatchObject({ ok: true, facts: [{ text: 'Hors budget.', inTime: true }] });
    expect(answerRequest(request({ answer: 'included' }), no, { now })).toMatchObject({
      code: 'request_answered',
      details: { answer: 'included' },
    });
  });
  test('with words, unless an amendment speaks for it', () => {
    for (const answer of ['refused', 'included'] as const)
      expect(answerRequest(request(), { ...no, answer, text: ' ' }, { now })).toMatchObject({ code: 'reason_required' });
    expect(answerRequest(request(), { ...no, answer: 'amendment', text: '' }, { now }).ok).toBe(true);
  });
  test('late, and the journal says so', () => {
    expect(answerRequest(request(), no, { now: instant('2026-03-18T08:00:00Z') })).toMatchObject({ facts: [{ inTime: false }] });
  });
});

test('a reply is overdue after its last minute only, once, and never when it was given', () => {
  const after = instant('2026-03-17T22:59:01Z');
  const refused = { ok: false, code: 'request_not_overdue' };
  expect(noteOverdue(request(), { now: after })).toMatchObject({ facts: [{ type: 'ChangeReplyOverdue' }] });
  expect(noteOverdue(request(), { now: request().replyBy })).toEqual(refused);
  expect(noteOverdue(request({ overdueAt: after }), { now: after })).toEqual(refused);
  expect(noteOverdue(request({ answer: 'refused' }), { now: after })).toEqual(refused);
});
