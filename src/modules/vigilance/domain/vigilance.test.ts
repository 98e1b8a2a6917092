import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { MissionId, UserId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import { addDays, addMonths, type CivilDate, civilDate, instant } from '../../../shared/time.ts';
import { depositDocument } from './deposit-document.ts';
import { engagedBy, engagedUpTo } from './engaged-total.ts';
import { remindersDue } from './reminders.ts';
import { validThrough, vigilanceKinds, type VigilanceKind } from './vigilance-document.ts';
import { vigilanceState } from './vigilance-state.ts';

const today = civilDate('2026-03-10');
const document = (kind: VigilanceKind, issuedOn: CivilDate) => ({ kind, issuedOn, validThrough: validThrough(issuedOn) });
const all = vigilanceKinds.map((kind) => document(kind, civilDate('2026-02-01')));
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(civilDate('2020-01-01'), days));

describe('what the law asks before a mission starts', () => {
  test('below 5 000 € before tax nothing is asked; from 5 000 € the three documents are', () => {
    expect(vigilanceState(cents(499_999), [], today)).toMatchObject({ required: false, lacking: [] });
    expect(vigilanceState(cents(500_000), [], today).lacking).toEqual(vigilanceKinds.map((kind) => ({ kind, why: 'missing' })));
    expect(vigilanceState(cents(500_000), all, today).lacking).toEqual([]);
  });

  test('a document of six months is too old, and the day it stopped being good is said', () => {
    const stale = [document('urssaf', civilDate('2025-09-10')), ...all.slice(1)];
    expect(vigilanceState(cents(500_000), stale, civilDate('2026-03-09')).lacking).toEqual([]);
    expect(vigilanceState(cents(500_000), stale, today).lacking).toEqual([{ kind: 'urssaf', why: 'stale', since: '2026-03-09' }]);
  });

  test('a document dated tomorrow is not there yet', () => {
    const early = [document('urssaf', addDays(today, 1)), ...all.slice(1)];
    expect(vigilanceState(cents(500_000), early, today).lacking).toEqual([{ kind: 'urssaf', why: 'missing' }]);
  });

  test('whatever the month, a document is good on its day and no longer good six months after it', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const through = validThrough(day);
        expect(through >= day).toBe(true);
        expect(through < addMonths(day, 6)).toBe(true);
        expect(addDays(through, 1)).toBe(addMonths(day, 6));
      }),
    );
  });
});

describe('what is engaged with one client', () => {
  const lines = canonicalTerms.price.lines;
  test('the canonical mission is worth 3 400 €: below the threshold', () => {
    expect(engagedBy({ terms: canonicalTerms })).toBe(340_000);
  });

  test('an option counts once it is ticked', () => {
    const option = { ...lines[0]!, id: 'option', optional: true };
    const terms = { ...canonicalTerms, price: { ...canonicalTerms.price, lines: [...lines, option] } };
    expect(engagedBy({ terms })).toBe(340_000);
    expect(engagedBy({ terms, chosenOptions: ['option'] })).toBe(500_000);
  });

  const mission = (id: string, openedAt: string, isClosed = false) => ({
    id: id as MissionId,
    openedAt: instant(openedAt),
    isClosed,
    engagedCents: cents(300_000),
  });
  test('small orders add up: the one that reaches the threshold waits, those before it go on', () => {
    const missions = [mission('a', '2026-01-05T09:00:00Z'), mission('b', '2026-03-05T09:00:00Z')];
    expect(engagedUpTo(missions, 'a' as MissionId)).toBe(300_000);
    expect(engagedUpTo(missions, 'b' as MissionId)).toBe(600_000);
  });

  test('what ended and was signed more than a year before no longer counts; what still runs does', () => {
    const later = mission('b', '2026-03-05T09:00:00Z');
    expect(engagedUpTo([mission('a', '2025-03-05T09:00:00Z', true), later], 'b' as MissionId)).toBe(300_000);
    expect(engagedUpTo([mission('a', '2025-03-06T09:00:00Z', true), later], 'b' as MissionId)).toBe(600_000);
    expect(engagedUpTo([mission('a', '2024-03-05T09:00:00Z'), later], 'b' as MissionId)).toBe(600_000);
  });
});

describe('depositing', () => {
  const asked = {
    documentId: 'd',
    kind: 'urssaf' as VigilanceKind,
    issuedOn: civilDate('2026-02-01'),
    securityCode: 'Y3K7 9QWE RT12 4MN',
    mediaType: 'application/pdf',
    sha256: 'ab',
    by: 'u' as UserId,
  };
  const now = instant('2026-03-10T09:00:00Z');
  test('the Urssaf’s certificate comes with its security code', () => {
    expect(depositDocument(asked, { now })).toMatchObject({ ok: true, facts: [{ validThrough: '2026-07-31' }] });
    expect(depositDocument({ ...asked, securityCode: ' ' }, { now })).toMatchObject({ code: 'vigilance_code_required' });
    expect(depositDocument({ ...asked, kind: 'registration', securityCode: null }, { now }).ok).toBe(true);
  });
  test.each([
    ['vigilance_issued_later', { issuedOn: civilDate('2026-03-11') }],
    ['vigilance_too_old', { issuedOn: civilDate('2025-09-10') }],
    ['vigilance_file_type', { mediaType: 'application/zip' }],
  ])('refused: %s', (code, change) => {
    expect(depositDocument({ ...asked, ...change }, { now })).toMatchObject({ ok: false, code });
  });
});

describe('renewing in time', () => {
  const on = (validThrough: string, day: string) =>
    remindersDue([{ kind: 'urssaf', validThrough: civilDate(validThrough) }], civilDate(day)).map(({ step }) => step);
  test('a month, then a week before', () => {
    expect(on('2026-07-31', '2026-06-30')).toEqual([]);
    expect(on('2026-07-31', '2026-07-01')).toEqual([30]);
    expect(on('2026-07-31', '2026-07-24')).toEqual([7]);
    expect(on('2026-07-31', '2026-07-31')).toEqual([7]);
    expect(on('2026-07-31', '2026-08-01')).toEqual([]);
  });
  test('a document already renewed says nothing', () => {
    const documents = [civilDate('2026-07-31'), civilDate('2026-12-31')].map((validThrough) => ({
      kind: 'urssaf' as const,
      validThrough,
    }));
    expect(remindersDue(documents, civilDate('2026-07-20'))).toEqual([]);
  });
});
