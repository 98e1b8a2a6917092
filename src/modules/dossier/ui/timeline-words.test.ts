import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formats } from '../../../web/i18n/format.ts';
import { factTypes } from '../index.ts';
import { timelineMessages } from './timeline-messages.ts';
import { tellers, tellFact } from './timeline-words.ts';

const modules = fileURLToPath(new URL('../../', import.meta.url));
// A fact's type is a noun and a past participle; what an invoice line rests on is written in lower case.
const recorded = new Set(
  globSync(['*/domain/**/*.ts', '*/app/**/*.ts', '*/queries.ts', '*/wire.ts'], { cwd: modules })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(`${modules}${file}`, 'utf8').matchAll(/type: '([A-Z][A-Za-z]+)'/g)].map(([, type]) => type!),
    ),
);

test('every fact that the code records has its sentence in the timeline', () => {
  expect(recorded.size).toBeGreaterThan(40);
  expect([...recorded].filter((type) => !(type in tellers))).toEqual([]);
});

test('every fact that the code records is read under a heading', () => {
  expect([...recorded].filter((type) => !factTypes.includes(type))).toEqual([]);
});

test('a decision is told with who decided and what it costs', () => {
  const silence = tellFact(
    {
      type: 'AppointmentAccepted',
      body: { ref: 'RDV-05', by: 'silence', priceCents: 9000, acceptedAt: '2026-03-16T17:00:00.000Z' },
    },
    formats('fr'),
  );
  expect(timelineMessages.fr[silence.key]).toContain('tacitement');
  expect(silence.values).toEqual({
    ref: 'RDV-05',
    amount: formats('fr').money(9000),
    moment: formats('fr').moment('2026-03-16T17:00:00.000Z'),
  });
});

test('a fact of a newer version is named rather than hidden', () => {
  expect(tellFact({ type: 'SomethingNew', body: {} }, formats('fr'))).toEqual({
    key: 'unknownFact',
    values: { type: 'SomethingNew' },
  });
});
