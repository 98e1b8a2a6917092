import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { frenchDate } from '../../../shared/french.ts';
import { type DossierId, newId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { catalogOf } from '../../clauses/queries.ts';
import { addDocument } from '../../dossier/queries.ts';
import { dossierById, organisation } from '../../parties/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { auditById, auditList, insertAudit } from '../db/audits.store.ts';
import { renderAuditReport } from '../documents/audit-report.document.ts';
import { type AcceptedRisk, stillAccepted } from '../domain/accepted-risk.ts';
import { auditIn, type AuditInput, type Member } from './run-audit.ts';

type Deps = { db: Database; pdf: Pdf; files: Files };
export type ReportCommand = { input: AuditInput; title: string; accepted: readonly AcceptedRisk[] };

const reportIn = async (tx: Tx, { input, title, accepted }: ReportCommand) => {
  const result = await auditIn(tx, input);
  if (!result.ok) return result;
  const { identity, isDemo } = await organisation(tx);
  const clauseTitles = Object.fromEntries((await catalogOf(tx)).clauses().map((clause) => [clause.id, clause.title]));
  const kept = stillAccepted(accepted, result.findings);
  return {
    ...result,
    accepted: kept,
    report: { ...result, title, accepted: kept, organisation: nameOnDocuments(identity), demo: isDemo, clauseTitles },
  };
};

/** The report as a PDF, for who asked. Nothing is kept: neither the text, nor the report. */
export const printAudit =
  ({ db, pdf }: Deps) =>
  async (actor: Member, command: ReportCommand) => {
    const found = await db.withTenant(actor.tenantId, actor, (tx) => reportIn(tx, command));
    return found.ok ? { ok: true as const, bytes: (await renderAuditReport(pdf, found.report)).bytes } : found;
  };

/** Files the report in a dossier, with the text that was read, the findings and the risks accepted. */
export const fileAudit =
  ({ db, pdf, files }: Deps) =>
  async (actor: Member, command: ReportCommand & { dossierId: DossierId }) => {
    const found = await db.withTenant(actor.tenantId, actor, async (tx) =>
      (await dossierById(tx, command.dossierId)) ? reportIn(tx, command) : refuse('unknown_subject'),
    );
    if (!found.ok) return found;
    const { bytes } = await renderAuditReport(pdf, found.report);
    return db.withTenant(actor.tenantId, actor, async (tx) => {
      const id = newId<string>();
      const stored = await files.put(tx, { bytes, name: 'audit.pdf', mediaType: 'application/pdf' });
      const { documentId } = await addDocument(tx, {
        dossierId: command.dossierId,
        kind: 'audit',
        title: `Audit du ${frenchDate(civilDateOf(tx.now))}\u00a0: ${command.title}`,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'audit', id },
      });
      const { documents, findings, accepted, score } = found;
      await insertAudit(tx, {
        id,
        dossierId: command.dossierId,
        title: command.title,
        documents,
        findings,
        accepted,
        score: score.score,
        documentId,
        filedAt: tx.now,
      });
      return { ok: true as const, id, documentId };
    });
  };

export const readAudits = ({ db }: Pick<Deps, 'db'>) => ({
  list: (actor: Member) => db.withTenant(actor.tenantId, actor, (tx) => auditList(tx)),
  one: (actor: Member, id: string) => db.withTenant(actor.tenantId, actor, (tx) => auditById(tx, id)),
});
