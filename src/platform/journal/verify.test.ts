import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../../shared/time.ts';
import { entryHash, GENESIS, type JournalEntry, verifyChain } from './verify.ts';

const chain = (length: number): JournalEntry[] => {
  const entries: JournalEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const entry = {
      seq,
      prev: entries.at(-1)?.hash ?? GENESIS,
      at: instant('2026-03-16T08:00:00Z'),
      tenantId: 'marie',
      dossierId: 'logistelis',
      streamType: 'appointment',
      streamId: seq % 2 ? 'a1' : 'a2',
      version: Math.ceil(seq / 2),
      type: 'AppointmentAccepted',
      actor: { kind: 'client', id: 'c1', name: 'Claire Morvan' },
      body: { priceCents: 9000, reason: `n° ${seq}` },
    };
    entries.push({ ...entry, hash: entryHash(entry) });
  }
  return entries;
};
const without = (entries: JournalEntry[], index: number) => entries.filter((_, at) => at !== index);
const problems = (entries: JournalEntry[], head?: string) =>
  verifyChain(entries, head).breaks.map(({ seq, problem }) => `${seq} ${problem}`);

test('an untouched journal holds, and an empty one too', () => {
  expect(verifyChain(chain(6))).toEqual({ ok: true, entries: 6, head: chain(6)[5]!.hash, breaks: [] });
  expect(verifyChain([])).toEqual({ ok: true, entries: 0, head: GENESIS, breaks: [] });
});

test('a removed entry is found and named', () => {
  expect(problems(without(chain(6), 2))).toEqual(['3 missing']);
  expect(problems(without(chain(6), 0))).toEqual(['1 missing']);
});

test('entries cut off at the end are found against the head known from elsewhere', () => {
  const head = chain(6)[5]!.hash;
  expect(problems(chain(6).slice(0, 5))).toEqual([]);
  expect(problems(chain(6).slice(0, 5), head)).toEqual(['5 missing']);
});

test('a reordered entry is found and named', () => {
  const entries = chain(6);
  const swapped = [entries[0]!, entries[2]!, entries[1]!, ...entries.slice(3)];
  expect(problems(swapped)).toContain('3 out_of_order');
});

test('an entry removed and the rest renumbered and rehashed still does not link to what was sealed', () => {
  const entries = chain(4);
  const forged = { ...entries[1]!, body: { priceCents: 1 } };
  const rehashed = { ...forged, hash: entryHash(forged) };
  expect(problems([entries[0]!, rehashed, ...entries.slice(2)])).toEqual(['3 unlinked']);
});

test('an entry from another dossier does not pass', () => {
  expect(problems([...chain(1), { ...chain(2)[1]!, dossierId: 'other' }])).toContain('2 other_dossier');
});

test('one changed character anywhere in an entry is found and named', () => {
  const entries = chain(5);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.nat(), fc.constantFrom('x', '7', '~'), (index, at, character) => {
      const text = JSON.stringify(entries[index]);
      const position = at % text.length;
      if (text[position] === character) return;
      let changed: JournalEntry;
      try {
        changed = JSON.parse(text.slice(0, position) + character + text.slice(position + 1)) as JournalEntry;
      } catch {
        return; // no longer JSON: the reader of the bundle says so
      }
      if (entryHash(changed) === entryHash(entries[index]!) && changed.hash === entries[index]!.hash) return;
      const report = verifyChain(entries.map((entry, i) => (i === index ? changed : entry)));
      expect(report.ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});
