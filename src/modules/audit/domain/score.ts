import { type AuditFamily, auditFamilies, type Finding, type Severity } from './finding.ts';

/** What one finding takes off, by its severity. */
export const points: Record<Severity, number> = { bloquant: 8, avertissement: 3, conseil: 1 };
/** What a family may take off at most: twenty vague words are not worse than a contract without a price. */
export const familyCaps: Record<AuditFamily, number> = { absent: 70, vague: 15, unbalanced: 40, incoherent: 30, stale: 10 };
/** What one rule may take off at most, as a multiple of one of its findings: the tenth « etc. » teaches nothing new. */
const repeats = 2;

export type Deduction = { key: string; rule: string; points: number };
export type ScorePart = {
  family: AuditFamily;
  lost: number;
  cap: number;
  capped: boolean;
  findings: number;
  deductions: readonly Deduction[];
};
export type Score = { score: number; parts: readonly ScorePart[] };

/** From 100, what each finding takes off, and why the sum is what it is. Taking a finding away never lowers the score. */
export const scoreOf = (findings: readonly Pick<Finding, 'key' | 'rule' | 'family' | 'severity'>[]): Score => {
  const parts = auditFamilies.map((family): ScorePart => {
    const own = findings.filter((finding) => finding.family === family);
    const taken = new Map<string, number>();
    let lost = 0;
    const deductions = own.map(({ key, rule, severity }) => {
      const soFar = taken.get(rule) ?? 0;
      const rest = Math.min(repeats * points[severity] - soFar, familyCaps[family] - lost);
      const deducted = Math.max(0, Math.min(points[severity], rest));
      taken.set(rule, soFar + deducted);
      lost += deducted;
      return { key, rule, points: deducted };
    });
    return { family, lost, cap: familyCaps[family], capped: lost === familyCaps[family], findings: own.length, deductions };
  });
  return { score: Math.max(0, 100 - parts.reduce((sum, { lost }) => sum + lost, 0)), parts };
};
