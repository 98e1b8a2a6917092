import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/time.ts';
import { audit } from './audit.ts';
import { kindOf, linesOf, sectionsOf } from './read-text.ts';

/** Papers as clients send them, each with exactly what the audit finds in it. */
const expected = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/audit/expected.json', import.meta.url), 'utf8'),
) as Record<string, { kind: string; findings: string[] }>;

const read = (name: string) => {
  const words = readFileSync(new URL(`../../../../test/fixtures/audit/${name}.txt`, import.meta.url), 'utf8');
  const sections = sectionsOf(linesOf(words));
  const kind = kindOf(words.split('\n')[0]!, sections);
  return { document: { id: name, title: name, kind, origin: 'foreign' as const, sections }, words };
};

describe('papers as they come', () => {
  for (const [name, { kind, findings }] of Object.entries(expected))
    it(`${name}: ${findings.length} findings`, () => {
      const { document } = read(name);
      const result = audit([document], { today: '2026-11-23' as CivilDate });
      expect(document.kind).toBe(kind);
      expect(result.findings.map(({ rule, words }) => (/^A/.test(rule) || !words ? rule : `${rule} ${words}`)).sort()).toEqual(
        findings,
      );
      // Each quoted word stands in the text, where the finding says.
      for (const { words, span } of result.findings)
        if (span)
          expect(document.sections[span.section]!.paragraphs[span.paragraph]!.text.slice(span.start, span.end).trim()).toBe(
            words,
          );
    });

  it('the article’s bad example lacks what the article says it lacks: the appointment, reporting, late payment', () => {
    const { findings } = audit([read('devis-1500-appels').document], { today: '2026-11-23' as CivilDate });
    expect(findings.filter(({ rule }) => ['A06', 'A25', 'A18'].includes(rule)).map(({ severity }) => severity)).toEqual([
      'bloquant',
      'bloquant',
      'bloquant',
    ]);
    expect(findings.find(({ rule }) => rule === 'A05')!.words).toContain('1 500 appels prévus sur un mois');
  });
});
