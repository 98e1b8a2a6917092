import canonicalize from 'canonicalize';
import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { versionInForce } from '../../contracts/index.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { addDocument, documentsAbout } from '../../dossier/queries.ts';
import { missionById } from '../../missions/queries.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import { reportById } from '../db/reports.store.ts';
import { printedReport } from '../documents/printed-report.ts';
import { renderReport } from '../documents/report.document.ts';
import { renderReportPdf } from './freeze-report.ts';

/** Prints the frozen figures, files the PDF in the dossier and sends it to the client as the contract says. */
export const renderReportJob = ({ pdf, files }: { pdf: Pdf; files: Files }) =>
  defineJob(renderReportPdf, async ({ payload: { reportId }, withTenant }) => {
    const about = { type: 'report', id: reportId };
    const found = await withTenant(async (tx) => {
      const report = await reportById(tx, reportId);
      if (!report || (await documentsAbout(tx, about)).length > 0) return null;
      const mission = (await missionById(tx, report.missionId))!;
      const versions = await termsVersions(tx, report.missionId);
      const version = versionInForce(versions, report.frozenAt) ?? versions[0]!;
      return { report, mission, content: version.content };
    });
    if (!found) return;
    const { report, mission, content } = found;
    const provider = content.provider as ProviderIdentity;
    const client = content.client as ClientIdentity;
    const document = printedReport(report, content, {
      provider: nameOnDocuments(provider),
      client: client.name,
      mission: mission.name,
    });
    const { bytes } = await renderReport(pdf, document, {
      snapshotJson: canonicalize(report.snapshot)!,
      createdAt: report.frozenAt,
    });

    await withTenant(async (tx) => {
      if ((await documentsAbout(tx, about)).length > 0) return;
      const name = `${document.number}.pdf`;
      const stored = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      await addDocument(tx, {
        dossierId: report.dossierId,
        kind: 'report',
        title: report.label,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: about,
      });
      if (content.terms.reporting.channel === 'portal') return;
      await sendMail(tx, {
        to: { email: client.signatory.email, name: client.signatory.name },
        sender: nameOnDocuments(provider),
        subject: report.label,
        title: report.label,
        paragraphs: [
          report.snapshot.headline.fr,
          'Le compte rendu est joint. Ses chiffres sont figés ; une correction ultérieure figurera au compte rendu suivant.',
        ],
        attachments: [{ fileId: stored.fileId, name }],
        about,
      });
    });
  });
