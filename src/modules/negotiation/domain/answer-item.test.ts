import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { answerItem, mayAnswer } from './answer-item.ts';
import { gatherChanges } from './gather-changes.ts';
import { type Item, itemStatuses, type NegotiationParty, negotiationSteps, negotiationVerbs } from './negotiation.ts';
import { checkTermProposal, makeComment, proposeChange } from './propose-change.ts';
import { termAt } from './term-values.ts';

const open = { negotiable: true, revision: 1 };
const anItem = (over: Partial<Item> = {}): Item =>
  ({
    id: 'item-1',
    subject: { type: 'quote', id: 'quote-1' },
    revision: 1,
    target: { kind: 'term', path: 'payment.delay.days' },
    label: 'Délai de règlement',
    article: '8.1',
    status: 'open',
    openedBy: 'client',
    proposal: { kind: 'term', value: 45 },
    proposedBy: 'client',
    answeredBy: null,
    includedIn: null,
    ...over,
  }) as Item;
const parties: readonly NegotiationParty[] = ['client', 'provider'];
const answerVerbs = negotiationVerbs.filter((verb) => verb !== 'propose');

describe('what may be said from where, and by whom', () => {
  for (const status of itemStatuses)
    for (const verb of answerVerbs)
      for (const by of parties) {
        const step = negotiationSteps[status][verb];
        const item = anItem({ status, answeredBy: status === 'open' ? null : 'provider' });
        const hand = { anyone: parties, author: ['client'], other: ['provider'], answerer: ['provider'] }[step?.by ?? 'anyone'];
        const expected = step !== undefined && hand.includes(by);
        test(`${status}: the ${by} ${expected ? 'may' : 'may not'} ${verb} what the client proposed`, () => {
          expect(mayAnswer(item, { verb, by }, open).ok).toBe(expected);
        });
      }
});

test('a counter-proposal changes hands: the client then answers it', () => {
  const countered = anItem({ proposedBy: 'provider', proposal: { kind: 'term', value: 30 } });
  expect(mayAnswer(countered, { verb: 'accept', by: 'client' }, open).ok).toBe(true);
  expect(mayAnswer(countered, { verb: 'accept', by: 'provider' }, open)).toMatchObject({ code: 'your_own_proposal' });
});

test('a "no" and a counter-proposal take a reason', () => {
  const answer = { by: 'provider' as const, text: ' ', proposal: null };
  expect(answerItem(anItem(), { ...answer, verb: 'decline' }, open)).toMatchObject({ code: 'reason_required' });
  expect(answerItem(anItem(), { ...answer, verb: 'counter' }, open)).toMatchObject({ code: 'reason_required' });
  expect(answerItem(anItem(), { ...answer, verb: 'accept' }, open)).toMatchObject({ ok: true, to: 'accepted' });
});

test('a counter-proposal proposes something, and a comment says something', () => {
  const words = { by: 'provider' as const, text: 'Plutôt 30 jours.', proposal: null };
  expect(answerItem(anItem(), { ...words, verb: 'counter' }, open)).toEqual({ ok: false, code: 'nothing_proposed' });
  expect(answerItem(anItem(), { ...words, verb: 'comment', text: ' ' }, open)).toEqual({ ok: false, code: 'reason_required' });
  expect(makeComment(anItem(), { text: '  ' }, open)).toEqual({ ok: false, code: 'reason_required' });
});

test('a remark is answered in words or with a proposal, never accepted', () => {
  const remark = anItem({ proposal: null, proposedBy: null });
  expect(mayAnswer(remark, { verb: 'accept', by: 'provider' }, open)).toMatchObject({ code: 'nothing_proposed' });
  expect(mayAnswer(remark, { verb: 'counter', by: 'provider' }, open).ok).toBe(true);
});

test('once in a revision, an answer is no longer taken back', () => {
  const included = anItem({ status: 'accepted', answeredBy: 'provider', includedIn: 2 });
  expect(mayAnswer(included, { verb: 'reopen', by: 'provider' }, open)).toMatchObject({ code: 'already_included' });
});

test('signed by both, refused or lapsed, the document is no longer discussed', () => {
  const closed = { negotiable: false, revision: 1 };
  expect(mayAnswer(anItem(), { verb: 'accept', by: 'provider' }, closed)).toMatchObject({ code: 'discussion_closed' });
  expect(makeComment(anItem(), { text: 'Bonjour' }, closed)).toMatchObject({ code: 'discussion_closed' });
  const proposal = { kind: 'term' as const, value: 45 };
  expect(proposeChange(anItem(), { proposal, reason: 'Trop court.' }, closed)).toMatchObject({ code: 'discussion_closed' });
});

test('who proposed which words, and that they could be discussed, is kept', () => {
  const proposal = { kind: 'term' as const, value: 45 };
  expect(proposeChange(anItem(), { proposal, reason: 'Nos clients nous paient à 45 jours.' }, open)).toMatchObject({
    ok: true,
    facts: [{ type: 'ChangeProposed', by: 'client', proposal, negotiable: true, article: '8.1' }],
  });
});

test('a proposal has a reason, fits its place and changes more than typography', () => {
  const value = { kind: 'term' as const, value: 45 };
  const clause = anItem({ target: { kind: 'clause', clauseId: 'resiliation' } as Item['target'] });
  const words = (after: string) => ({
    kind: 'clause' as const,
    edits: [{ passageId: 'p1', before: 'Délai : 30 jours', after }] as never,
  });
  const said = (item: Item, proposal: ReturnType<typeof words> | typeof value, reason = 'Nos usages.') =>
    proposeChange(item, { proposal, reason }, open);
  expect(said(anItem(), value, ' ')).toEqual({ ok: false, code: 'reason_required' });
  expect(said(clause, value)).toEqual({ ok: false, code: 'nothing_proposed' });
  expect(said(anItem(), words('Délai : 45 jours'))).toEqual({ ok: false, code: 'nothing_proposed' });
  expect(said(clause, words('Délai\u00a0: 30 jours'))).toEqual({ ok: false, code: 'nothing_proposed' });
  expect(said(clause, words('Délai : 45 jours')).ok).toBe(true);
});

describe('a value is proposed for a condition', () => {
  test.each([
    ['payment.delay.days', 45, 'ok'],
    ['payment.delay.days', 30, 'same_as_now'],
    ['payment.delay.days', 90, 'value_not_possible'],
    ['payment.depositDue', 'later', 'term_fixed'],
    ['calling.suppressionLists', 'ignored', 'term_fixed'],
    ['price.lines.forfait.unitPriceCents', 100_000, 'ok'],
    ['scope.excluded', [], 'value_not_possible'],
  ])('%s = %s: %s', (path, value, outcome) => {
    const checked = checkTermProposal(canonicalTerms, path, value);
    expect(checked.ok ? 'ok' : checked.code).toBe(outcome);
  });
});

describe('the accepted changes make the next revision', () => {
  const accepted = (id: string, path: string, value: unknown) =>
    anItem({ id, status: 'accepted', answeredBy: 'provider', target: { kind: 'term', path }, proposal: { kind: 'term', value } });

  test('all of them, and nothing that is still discussed', () => {
    const gathered = gatherChanges(canonicalTerms, [accepted('a', 'payment.delay.days', 45), anItem({ id: 'b' })]);
    if (!gathered.ok) throw new Error(gathered.code);
    expect(gathered.itemIds).toEqual(['a']);
    expect(termAt(gathered.terms, 'payment.delay.days')).toBe(45);
    expect({ ...gathered.terms, payment: canonicalTerms.payment }).toEqual(canonicalTerms);
  });
  test('two accepted changes of one place are told, never settled by order', () => {
    const both = [accepted('a', 'payment.delay.days', 45), accepted('b', 'payment.delay.days', 60)];
    expect(gatherChanges(canonicalTerms, both)).toMatchObject({ ok: false, code: 'changes_conflict' });
  });
  test('a value that is no longer possible with the others is told by its name; one that is already there changes nothing', () => {
    const impossible = accepted('a', 'payment.delay.days', 90);
    expect(gatherChanges(canonicalTerms, [impossible])).toEqual({
      ok: false,
      code: 'value_not_possible',
      details: { label: 'Délai de règlement' },
    });
    expect(gatherChanges(canonicalTerms, [accepted('a', 'payment.delay.days', 30)])).toMatchObject({
      ok: true,
      terms: canonicalTerms,
      itemIds: ['a'],
    });
  });
  test('what an earlier revision brought in is not brought in twice', () => {
    expect(gatherChanges(canonicalTerms, [{ ...accepted('a', 'payment.delay.days', 45), includedIn: 2 }])).toMatchObject({
      itemIds: [],
    });
  });
});
