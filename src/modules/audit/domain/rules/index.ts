import type { Rule } from '../rule.ts';
import { absentLifeAndData } from './absent-life-and-data.ts';
import { absentMoney } from './absent-money.ts';
import { absentPartiesAndScope } from './absent-parties-and-scope.ts';
import { absentResults } from './absent-results.ts';
import { incoherent } from './incoherent.ts';
import { stale } from './stale.ts';
import { unbalanced } from './unbalanced.ts';
import { vague } from './vague.ts';

/** The fifty-seven rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
  ...[...absentPartiesAndScope, ...absentResults, ...absentMoney, ...absentLifeAndData].sort((a, b) => a.id.localeCompare(b.id)),
  ...vague,
  ...unbalanced,
  ...incoherent,
  ...stale,
];
