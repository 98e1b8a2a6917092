import type { AuditContext, AuditedDocument } from './audited-document.ts';
import { type Finding, type Hit, severities } from './finding.ts';
import { prepare, type PreparedDocument } from './prepared-document.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { type Score, scoreOf } from './score.ts';

export type AuditResult = { findings: readonly Finding[]; score: Score };

/** Holds the documents against the fifty-seven rules. The same documents give the same findings, in the same order. */
export const audit = (
  documents: readonly AuditedDocument[],
  context: AuditContext,
  only: readonly Rule[] = rules,
): AuditResult => {
  const prepared = documents.map(prepare);
  const findings = keyed(only.flatMap((rule) => rule.check(prepared, context).map((hit) => findingOf(rule, hit, prepared))));
  findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { findings, score: scoreOf(findings) };
};

const findingOf = (rule: Rule, { document: id, span, detail }: Hit, prepared: readonly PreparedDocument[]): Finding => {
  const document = prepared.find((one) => one.id === id)!;
  const section = span && document.sections[span.section]!;
  const paragraph = section && section.paragraphs[span.paragraph]!;
  const { id: ruleId, family, severity, title, why, risk, source, cures } = rule;
  return {
    key: '',
    rule: ruleId,
    family,
    severity,
    title,
    why,
    detail: detail ?? null,
    risk,
    source,
    cures,
    documentId: document.id,
    documentTitle: document.title,
    place: section
      ? { article: section.number, heading: section.heading, page: paragraph?.page ?? null, line: paragraph?.line ?? null }
      : null,
    words: span && paragraph ? paragraph.text.slice(span.start, span.end).trim() : null,
    span,
  };
};

/** Rule, document and words, with a count where the same words come twice: stable while the text is. */
const keyed = (findings: readonly Finding[]): Finding[] => {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const base = `${finding.rule}|${finding.documentId}|${(finding.words ?? finding.detail?.fr ?? '').slice(0, 80)}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { ...finding, key: count === 1 ? base : `${base}|${count}` };
  });
};
