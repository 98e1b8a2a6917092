import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { catalogOf, renderContract } from '../../clauses/queries.ts';
import { printedNumber } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import { addDocument } from '../../dossier/queries.ts';
import { generalTermsEdition, partsOfEdition } from '../../general-terms/queries.ts';
import { signaturePlaces } from '../../signing/index.ts';
import { attachSignatureDocument } from '../../signing/queries.ts';
import { frameworkById, lockFramework, updateFramework } from '../db/frameworks.store.ts';
import { frameworkDocument } from '../documents/framework-document.ts';
import { renderFramework } from './render-framework.job.ts';

/** Renders the sent framework once, files its bytes for good and lets the signing link leave. Run twice, it changes nothing. */
export const renderFrameworkJob = ({ pdf, files }: { pdf: Pdf; files: Files }) =>
  defineJob(renderFramework, async ({ payload: { frameworkId }, withTenant }) => {
    const found = await withTenant(async (tx) => {
      const framework = await frameworkById(tx, frameworkId);
      if (!framework?.frozen || framework.frozen.documentId) return null;
      const catalog = await catalogOf(tx, { clientId: framework.clientId });
      const { generalTerms } = framework.frozen.content;
      const edition = generalTerms && (await generalTermsEdition(tx, generalTerms.edition));
      return { frozen: framework.frozen, catalog, annexed: edition ? partsOfEdition(catalog, edition.content) : [] };
    });
    if (!found) return;
    const { frozen, catalog, annexed } = found;
    const { content, contentSha256, number, sentAt } = frozen;
    const { bytes, positions } = await renderContract(pdf, frameworkDocument(content, contentSha256, catalog, annexed), {
      termsJson: canonicalContent(content).json,
      createdAt: sentAt,
    });

    await withTenant(async (tx) => {
      const current = await lockFramework(tx, frameworkId);
      if (!current?.frozen || current.frozen.documentId) return;
      const stored = await files.put(tx, {
        bytes,
        name: `${number}${content.revision ? `-revision-${content.revision}` : ''}.pdf`,
        mediaType: 'application/pdf',
      });
      const { documentId } = await addDocument(tx, {
        dossierId: current.dossierId,
        kind: 'framework',
        title: `Contrat-cadre ${printedNumber(content)}`,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'framework', id: frameworkId },
      });
      await updateFramework(tx, frameworkId, { document_id: documentId });
      if (current.frozen.signatureRequestId)
        await attachSignatureDocument(tx, current.frozen.signatureRequestId as never, {
          documentId,
          places: signaturePlaces(positions),
        });
    });
  });
