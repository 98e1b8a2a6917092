import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import { frenchDate } from '../../../shared/french.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import type { AcceptedRisk } from '../domain/accepted-risk.ts';
import type { AuditedDocument, AuditedKind } from '../domain/audited-document.ts';
import { type AuditFamily, auditFamilies, type Finding, type Risk, severities, type Severity } from '../domain/finding.ts';
import { points, type Score } from '../domain/score.ts';

export const familyWords: Record<AuditFamily, string> = {
  absent: 'Ce qui manque',
  vague: 'Ce qui est flou',
  unbalanced: 'Ce qui est déséquilibré ou dangereux',
  incoherent: 'Ce qui se contredit',
  stale: 'Ce qui a vieilli',
};
export const riskWords: Record<Risk, string> = {
  impayes: 'impayés',
  derive: 'dérive du périmètre',
  desaccord: 'désaccord sur les résultats',
  donnees: 'litige sur les données',
};
const severityWords: Record<Severity, string> = { bloquant: 'bloquant', avertissement: 'avertissement', conseil: 'conseil' };
const kindWords: Record<AuditedKind, string> = {
  devis: 'devis',
  contrat: 'contrat',
  'lettre-de-mission': 'lettre de mission',
  'bon-de-commande': 'bon de commande',
  'contrat-cadre': 'contrat-cadre',
  cgv: 'conditions générales',
  annexe: 'annexe',
  avenant: 'avenant',
  autre: 'document',
};

export type AuditReport = {
  title: string;
  organisation: string;
  documents: readonly AuditedDocument[];
  findings: readonly Finding[];
  score: Score;
  accepted: readonly AcceptedRisk[];
  auditedAt: Instant;
  demo: boolean;
  /** Titles of the model clauses that findings offer. */
  clauseTitles: Readonly<Record<string, string>>;
};

const placeWords = ({ place }: Finding): string => {
  if (!place) return 'ensemble du document';
  const parts = [
    place.article ? `article ${place.article}` : place.heading ? `« ${place.heading} »` : null,
    place.page ? `page ${place.page}` : null,
    place.line ? `ligne ${place.line}` : null,
  ].filter(Boolean);
  return parts.length ? parts.join(', ') : 'début du document';
};

const headline = (findings: readonly Finding[]): string => {
  const blocking = findings.filter(({ severity }) => severity === 'bloquant').length;
  if (findings.length === 0) return 'Rien à reprendre : les cinquante-sept règles ne trouvent aucun manque.';
  if (blocking === 0) return 'Aucun point bloquant : ce texte peut être signé, quelques points gagnent à être repris.';
  return `${blocking} point${blocking > 1 ? 's' : ''} bloquant${blocking > 1 ? 's' : ''} à reprendre avant toute signature.`;
};

const byRisk = (findings: readonly Finding[]) =>
  (Object.keys(riskWords) as Risk[]).map((risk) => ({
    label: riskWords[risk],
    count: findings.filter((finding) => finding.risk === risk).length,
  }));

/** The report to print: a summary that a director understands, the table of findings, then each with its words. */
export const renderAuditReport = (pdf: Pdf, report: AuditReport): Promise<RenderedPdf> => {
  const { findings, score, accepted, clauseTitles } = report;
  const reasons = new Map(accepted.map(({ key, reason }) => [key, reason]));
  const several = report.documents.length > 1;
  const printed = (finding: Finding) => ({
    rule: finding.rule,
    severity: severityWords[finding.severity],
    title: finding.title.fr,
    why: finding.why.fr,
    detail: finding.detail?.fr ?? null,
    risk: riskWords[finding.risk],
    source: finding.source,
    document: several ? finding.documentTitle : null,
    place: placeWords(finding),
    words: finding.words && finding.words.length > 420 ? `${finding.words.slice(0, 400)}…` : finding.words,
    cure:
      finding.cures
        .map((id) => clauseTitles[id])
        .filter((title) => title !== undefined)
        .join(' ; ') || null,
    accepted: reasons.get(finding.key) ?? null,
  });
  return pdf.render({
    template: 'modules/audit/documents/audit-report.typ',
    data: typeset({
      demo: report.demo,
      title: report.title,
      organisation: report.organisation,
      on: frenchDate(civilDateOf(report.auditedAt)),
      at: report.auditedAt,
      documents: report.documents.map(({ title, kind, sections }) => ({
        title,
        kind: kindWords[kind],
        articles: sections.length,
      })),
      score: score.score,
      headline: headline(findings),
      counts: severities.map((severity) => ({
        label: severityWords[severity],
        count: findings.filter((one) => one.severity === severity).length,
        points: points[severity],
      })),
      families: auditFamilies.map((family) => {
        const part = score.parts.find((one) => one.family === family)!;
        return {
          title: familyWords[family],
          lost: part.lost,
          cap: part.cap,
          capped: part.capped,
          count: part.findings,
          findings: findings.filter((one) => one.family === family).map(printed),
        };
      }),
      risks: byRisk(findings),
      accepted: accepted.length,
      total: findings.length,
    }),
    standard: 'a-3a',
    createdAt: report.auditedAt,
  });
};
