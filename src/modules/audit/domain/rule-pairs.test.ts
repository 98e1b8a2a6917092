import { describe, expect, it } from 'vitest';
import { type Case, contract, today } from '../testing/cases.ts';
import { absentPairs } from '../testing/pairs-absent.ts';
import { otherPairs } from '../testing/pairs-others.ts';
import { audit } from './audit.ts';
import { rules } from './rules/index.ts';

/** Each rule has a text that must trigger it, and a near miss that must not. A rule without its pair fails here. */
const pairs = { ...absentPairs, ...otherPairs };

const found = ({ documents, context }: Case, rule: string) =>
  audit(documents, { today, ...context }).findings.filter((finding) => finding.rule === rule);

describe('the fifty-seven rules', () => {
  it('are fifty-seven, numbered without a gap, each with its pair of texts', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
    const ids = [...numbered('A', 32), ...numbered('V', 4), ...numbered('D', 9), ...numbered('I', 7), ...numbered('S', 5)];
    expect(rules.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(pairs)).toEqual(ids);
    for (const [id, { triggers, nearMisses }] of Object.entries(pairs))
      expect([id, triggers.length > 0, nearMisses.length > 0]).toEqual([id, true, true]);
  });

  for (const rule of rules)
    it(`${rule.id} ${rule.title.fr}`, () => {
      const { triggers, nearMisses } = pairs[rule.id]!;
      expect(triggers.map((one) => found(one, rule.id).length > 0)).toEqual(triggers.map(() => true));
      expect(
        nearMisses.flatMap((one) => found(one, rule.id).map(({ words, detail }) => words ?? detail?.fr ?? 'absence')),
      ).toEqual([]);
    });

  it('say nothing of a contract that forgets nothing', () => {
    expect(audit(contract().documents, { today }).findings).toEqual([]);
  });
});
