import type { Files } from '../../../platform/files/index.ts';
import { defineJob, jobNamed } from '../../../platform/jobs/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { addDocument, documentsAbout } from '../../dossier/queries.ts';
import type { NegotiationSubject } from '../domain/negotiation.ts';
import { renderComparison } from '../documents/comparison.document.ts';
import { printedComparison } from './compare-revisions.ts';
import { negotiable } from './negotiable.ts';

export const fileComparison = jobNamed<{ subject: NegotiationSubject; from: number; to: number }>('file-comparison');

/** Files what changed between two revisions beside them. Run twice, it files one. */
export const fileComparisonJob = ({ pdf, files }: { pdf: Pdf; files: Files }) =>
  defineJob(fileComparison, async ({ payload: { subject, from, to }, withTenant }) => {
    const read = await withTenant(async (tx) => {
      const document = await negotiable(tx, subject);
      return document && { dossierId: document.dossierId, printed: printedComparison(document, from, to), at: tx.now };
    });
    if (!read?.printed) return;
    const { bytes } = await renderComparison(pdf, read.printed, { createdAt: read.at });
    const title = `${read.printed.number}\u00a0: ce qui change de la révision ${from} à la révision ${to}`;
    await withTenant(async (tx) => {
      if ((await documentsAbout(tx, subject)).some((one) => one.kind === 'comparison' && one.title === title)) return;
      const name = `${read.printed!.number}-comparaison-${from}-${to}.pdf`;
      const stored = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      await addDocument(tx, {
        dossierId: read.dossierId,
        kind: 'comparison',
        title,
        file: { ...stored, mediaType: 'application/pdf' },
        subject,
      });
    });
  });
