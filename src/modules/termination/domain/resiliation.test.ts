import { describe, expect, test } from 'vitest';
import type { ClientId, DossierId } from '../../../shared/ids.ts';
import { civilDate, instant } from '../../../shared/time.ts';
import { afterServing, giveNotice, moveResiliation, sendMiseEnDemeure, serveNotice } from './decide-resiliation.ts';
import type { LetterContent, Notice } from './notice.ts';
import {
  type Breach,
  type ProcedureRole,
  type Resiliation,
  resiliationStates,
  resiliationTransitions,
  type ResiliationState,
} from './resiliation.ts';

const now = instant('2026-03-24T08:40:00Z');
const breach: Breach = { term: 'payment', article: '8.1', title: 'le paiement', words: 'Impayé.', cureDays: 8, evidence: [] };
const subject = { type: 'mission' as const, id: 'm' };
const aProcedure = (state: ResiliationState, change: Partial<Resiliation> = {}): Resiliation => ({
  id: 'r',
  dossierId: 'd' as DossierId,
  clientId: 'c' as ClientId,
  subject,
  path: 'breach',
  by: 'provider',
  state,
  breach,
  noticeDays: 0,
  reasons: '',
  cureUntil: instant('2026-03-23T23:00:00Z'),
  effectiveAt: null,
  consequences: null,
  openedAt: instant('2026-03-13T08:00:00Z'),
  version: 1,
  ...change,
});
const aNotice = (change: Partial<Notice> = {}): Notice => ({
  id: 'n',
  dossierId: 'd' as DossierId,
  clientId: 'c' as ClientId,
  subject,
  about: { type: 'resiliation', id: 'r' },
  kind: 'mise_en_demeure',
  from: 'provider',
  content: {} as LetterContent,
  sentAt: instant('2026-03-13T08:00:00Z'),
  documentId: null,
  served: null,
  ...change,
});

describe('every state × step × side says what the table says', () => {
  const verbs = ['cure', 'declare_uncured', 'notify', 'withdraw'] as const;
  const roles: ProcedureRole[] = ['author', 'other', 'system'];
  const cases = resiliationStates.flatMap((state) => verbs.flatMap((verb) => roles.map((by) => [state, verb, by] as const)));
  test.each(cases)('%s, %s, by %s', (state, verb, by) => {
    const { from, by: allowed } = resiliationTransitions[verb];
    const decision = moveResiliation(aProcedure(state), { verb, by, reason: 'parce que' }, { now });
    const expected = !(allowed as readonly string[]).includes(by)
      ? 'not_your_procedure'
      : !(from as readonly string[]).includes(state)
        ? 'wrong_procedure_state'
        : null;
    expect(decision.ok ? null : decision.code).toBe(expected);
  });
});

describe('a formal demand', () => {
  const asked = { resiliationId: 'r', subject, by: 'provider' as const, breach };
  const ground = { isOver: false, current: undefined, articles: { payment: '8.1' }, cureDays: 8 };
  test('names a signed article, facts and a delay', () => {
    expect(sendMiseEnDemeure(asked, ground)).toMatchObject({ ok: true, facts: [{ article: '8.1', cureDays: 8 }] });
  });
  test.each([
    ['article_not_signed', { ...asked, breach: { ...breach, article: '99' } }, ground],
    ['breach_words_required', { ...asked, breach: { ...breach, words: ' ' } }, ground],
    ['cure_days_unreasonable', asked, { ...ground, cureDays: 9 }],
    ['cure_days_unreasonable', { ...asked, breach: { ...breach, cureDays: 91 } }, ground],
    ['mission_over', asked, { ...ground, isOver: true }],
    ['procedure_under_way', asked, { ...ground, current: aProcedure('demanded') }],
  ] as const)('refused: %s', (code, command, state) => {
    expect(sendMiseEnDemeure(command, state)).toMatchObject({ ok: false, code });
  });

  test('not cured is said once the delay is over, and not before', () => {
    const running = aProcedure('cure_running');
    const say = (at: string) =>
      moveResiliation(running, { verb: 'declare_uncured', by: 'author', reason: 'rien' }, { now: instant(at) });
    expect(say('2026-03-23T22:59:59Z')).toMatchObject({ code: 'cure_delay_running' });
    expect(say('2026-03-23T23:00:00Z').ok).toBe(true);
    expect(moveResiliation(running, { verb: 'cure', by: 'author', reason: ' ' }, { now })).toMatchObject({
      code: 'procedure_reason_required',
    });
  });
});

describe('a notice at will', () => {
  const asked = { resiliationId: 'r', subject, by: 'client' as const, noticeDays: 15, payableCents: 0 };
  const ground = { isOver: false, current: undefined, endsOn: civilDate('2026-04-03'), today: civilDate('2026-03-18') };
  test('is of use only while it ends before the mission does', () => {
    expect(giveNotice(asked, ground)).toMatchObject({ ok: true, facts: [{ path: 'at_will', noticeDays: 15 }] });
    expect(giveNotice(asked, { ...ground, today: civilDate('2026-03-19') })).toMatchObject({ code: 'ends_before_notice' });
  });
});

describe('serving a letter', () => {
  const read = { how: 'read' as const, by: 'client' as const, person: 'Claire' };
  const post = {
    how: 'registered' as const,
    by: 'provider' as const,
    person: 'Camille',
    presentedOn: civilDate('2026-03-16'),
    registeredNumber: '2C 123',
  };
  test('its addressee reads it, or the post presents it: nobody says it for the other', () => {
    expect(serveNotice(aNotice(), read, { now })).toMatchObject({ ok: true, facts: [{ servedOn: '2026-03-24', how: 'read' }] });
    expect(serveNotice(aNotice(), post, { now })).toMatchObject({ ok: true, facts: [{ servedOn: '2026-03-16' }] });
    expect(serveNotice(aNotice(), { ...read, by: 'provider' }, { now })).toMatchObject({ code: 'not_yours_to_read' });
    expect(serveNotice(aNotice(), { ...post, by: 'client' }, { now })).toMatchObject({ code: 'not_yours_to_serve' });
  });
  test.each([
    ['presented_when', { ...post, presentedOn: civilDate('2026-03-12') }],
    ['presented_when', { ...post, presentedOn: civilDate('2026-03-25') }],
    ['registered_number_required', { ...post, registeredNumber: ' ' }],
  ])('refused: %s', (code, command) => {
    expect(serveNotice(aNotice(), command, { now })).toMatchObject({ ok: false, code });
  });
  test('it counts once', () => {
    const served = { on: civilDate('2026-03-16'), at: now, how: 'read' as const, to: 'Claire', registeredNumber: null };
    expect(serveNotice(aNotice({ served }), read, { now })).toMatchObject({ code: 'already_served' });
  });

  const fact = {
    type: 'NoticeServed' as const,
    noticeId: 'n',
    servedOn: civilDate('2026-03-13'),
    servedTo: 'Claire',
    registeredNumber: null,
  };
  test('a demand starts the delay to cure', () => {
    expect(afterServing(aProcedure('demanded'), { ...fact, how: 'read' }, now)).toMatchObject({
      state: 'cure_running',
      cureUntil: '2026-03-23T23:00:00.000Z',
    });
  });
  test('a breach ends the contract as its letter is read; presented by the post, at the end of that day', () => {
    expect(afterServing(aProcedure('notified'), { ...fact, how: 'read' }, now).effectiveAt).toBe(now);
    expect(afterServing(aProcedure('notified'), { ...fact, how: 'registered' }, now).effectiveAt).toBe(
      '2026-03-13T23:00:00.000Z',
    );
  });
  test('a notice ends it when the notice is over', () => {
    const atWill = aProcedure('notified', { path: 'at_will', breach: null, noticeDays: 15 });
    expect(afterServing(atWill, { ...fact, how: 'read' }, now).effectiveAt).toBe('2026-03-28T23:00:00.000Z');
  });
});
