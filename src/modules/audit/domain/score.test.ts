import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severities } from './finding.ts';
import { rules } from './rules/index.ts';
import { scoreOf } from './score.ts';

const finding = fc
  .tuple(fc.uuid(), fc.constantFrom(...rules))
  .map(([key, { id, family, severity }]) => ({ key, rule: id, family, severity }));

describe('the score', () => {
  it('is a hundred when nothing is found', () => {
    expect(scoreOf([]).score).toBe(100);
  });
  it('takes eight points for a blocking finding, three for a warning, one for advice', () => {
    const one = (severity: (typeof severities)[number]) => scoreOf([{ key: 'k', rule: 'A01', family: 'absent', severity }]).score;
    expect(severities.map(one)).toEqual([92, 97, 99]);
  });
  it('never falls when a finding is taken away, and never rises when one is added', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 60 }), fc.nat(), (findings, at) => {
        if (findings.length === 0) return;
        const less = findings.filter((_, index) => index !== at % findings.length);
        expect(scoreOf(less).score).toBeGreaterThanOrEqual(scoreOf(findings).score);
      }),
    );
  });
  it('is explained to the point: what each finding took adds up to what was lost', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 60 }), (findings) => {
        const { score, parts } = scoreOf(findings);
        const lost = parts.reduce((sum, part) => sum + part.deductions.reduce((all, { points }) => all + points, 0), 0);
        expect(score).toBe(Math.max(0, 100 - lost));
        for (const part of parts) expect(part.lost).toBeLessThanOrEqual(part.cap);
      }),
    );
  });
  it('is the same for the same findings, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 40 }), (findings) => {
        expect(scoreOf([...findings].reverse()).score).toBe(scoreOf(findings).score);
      }),
    );
  });
});
