import { audit } from '../../src/modules/audit/domain/audit.ts';
import { linesOf, sectionsOf } from '../../src/modules/audit/domain/read-text.ts';
import { readFileSync } from 'node:fs';
import type { CivilDate } from '../../src/shared/time.ts';
import { machine, spread } from './bench-database.ts';

// How long the fifty-seven rules take on a contract of twenty pages (some 60 000 characters), read and judged, warm.
//   node test/bench/audit.bench.ts [COUNT]

const count = Number(process.argv[2] ?? 60);
const folder = new URL('../fixtures/audit/', import.meta.url);
const papers = ['contrat-complet', 'contrat-cadre', 'contrat-desequilibre', 'cgv-60-fin-de-mois', 'contrat-flou'].map((name) =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8'),
);
let text = '';
for (let index = 0; text.length < 60_000; index += 1) text += `\n${papers[index % papers.length]!}`;

const times: number[] = [];
let findings = 0;
for (let index = 0; index < count; index += 1) {
  const start = performance.now();
  const document = {
    id: 'd',
    title: 'Contrat',
    kind: 'contrat',
    origin: 'foreign',
    sections: sectionsOf(linesOf(text)),
  } as const;
  findings = audit([document], { today: '2026-11-23' as CivilDate }).findings.length;
  times.push(performance.now() - start);
}
const warm = times.slice(5).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    name: 'audit of a 20-page contract, 57 rules',
    unit: 'ms',
    ...spread(warm),
    over: `${text.length} characters, ${findings} findings`,
    firstMs: Math.round(times[0]!),
    ...machine(),
  }),
);
