export type { AuditContext, AuditedDocument, AuditedKind, AuditedSection } from './domain/audited-document.ts';
export { audit, type AuditResult } from './domain/audit.ts';
export type { AuditFamily, Finding, Risk, Severity } from './domain/finding.ts';
export { rules } from './domain/rules/index.ts';
export { scoreOf, type Score } from './domain/score.ts';
