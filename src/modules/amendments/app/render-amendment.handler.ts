import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { amendmentName } from '../../contracts/index.ts';
import { canonicalContent, termsVersions } from '../../contracts/queries.ts';
import { addDocument } from '../../dossier/queries.ts';
import { signaturePlaces } from '../../signing/index.ts';
import { attachSignatureDocument } from '../../signing/queries.ts';
import { amendmentById, lockAmendment, updateAmendment } from '../db/amendments.store.ts';
import { renderAmendmentPdf } from '../documents/amendment.document.ts';
import { renderConsolidatedPdf } from '../documents/consolidated.document.ts';
import { readContractLife, stagesOf } from './contract-life.ts';
import { renderAmendment, renderConsolidated } from './jobs.ts';
import { canonicalAmendment } from './send-amendment.handler.ts';

type Deps = { pdf: Pdf; files: Files };
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Renders the sent amendment once, files its bytes for good and lets the signing link leave. Run twice, it changes nothing. */
export const renderAmendmentJob = ({ pdf, files }: Deps) =>
  defineJob(renderAmendment, async ({ payload: { amendmentId }, withTenant }) => {
    const amendment = await withTenant((tx) => amendmentById(tx, amendmentId));
    if (!amendment?.frozen || amendment.frozen.documentId) return;
    const { content, contentSha256, sentAt } = amendment.frozen;
    const { bytes, positions } = await renderAmendmentPdf(pdf, content, {
      termsSha256: contentSha256,
      termsJson: canonicalAmendment(content).json,
      createdAt: sentAt,
    });
    await withTenant(async (tx) => {
      const current = await lockAmendment(tx, amendmentId);
      if (!current?.frozen || current.frozen.documentId) return;
      const stored = await files.put(tx, { bytes, name: `${content.number}.pdf`, mediaType: 'application/pdf' });
      const { documentId } = await addDocument(tx, {
        dossierId: current.dossierId,
        kind: 'amendment',
        title: `${capital(amendmentName(content))} ${content.number}`,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'amendment', id: amendmentId },
      });
      await updateAmendment(tx, amendmentId, { document_id: documentId });
      if (current.status === 'sent')
        await attachSignatureDocument(tx, current.frozen.signatureRequestId as never, {
          documentId,
          places: signaturePlaces(positions),
        });
    });
  });

/** The whole contract as the amendment leaves it, for reading: the signed documents prevail, and it says so. */
export const renderConsolidatedJob = ({ pdf, files }: Deps) =>
  defineJob(renderConsolidated, async ({ payload: { amendmentId }, withTenant }) => {
    const found = await withTenant(async (tx) => {
      const amendment = await amendmentById(tx, amendmentId);
      if (!amendment?.frozen?.rulesFrom || amendment.frozen.consolidatedId) return null;
      const life = await readContractLife(tx, amendment);
      const versions = await termsVersions(tx, amendment.missionId);
      const version = versions.find(({ content }) => content.amendments?.at(-1)?.id === amendmentId)!;
      const ranks = version.content.amendments!.map(({ id }) => id);
      const patches = life.signed
        .filter((patch) => ranks.includes(patch.amendment.id))
        .map((patch) => ({
          ...patch,
          terms: versions.find(({ content }) => content.amendments?.at(-1)?.id === patch.amendment.id)!.content.terms,
        }));
      return { amendment, version, stages: stagesOf(life, patches).stages };
    });
    if (!found) return;
    const { amendment, version, stages } = found;
    const { json, sha256 } = canonicalContent(version.content);
    const { bytes } = await renderConsolidatedPdf(pdf, version.content, stages.at(-1)!.state, {
      at: amendment.frozen!.rulesFrom!,
      signedOn: amendment.frozen!.content.amends.signedOn,
      termsSha256: sha256,
      termsJson: json,
      createdAt: amendment.frozen!.signedAt!,
    });
    await withTenant(async (tx) => {
      const current = await lockAmendment(tx, amendmentId);
      if (!current?.frozen || current.frozen.consolidatedId) return;
      const name = `${version.content.number}-consolide-${current.frozen.number}.pdf`;
      const stored = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      const { documentId } = await addDocument(tx, {
        dossierId: current.dossierId,
        kind: 'amendment',
        title: `Version consolidée de ${version.content.number} après l’${amendmentName(current.frozen)}`,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'amendment', id: amendmentId },
      });
      await updateAmendment(tx, amendmentId, { consolidated_id: documentId });
    });
  });
