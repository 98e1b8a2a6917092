import type { Tx } from '../../../platform/db/index.ts';
import type { FileId } from '../../../shared/ids.ts';
import type { JobContext } from '../../../platform/jobs/index.ts';
import { readJournal } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { verifySignatures } from '../../../platform/signature/index.ts';
import { addDocument, findDocument } from '../../dossier/queries.ts';
import { renderEvidence } from '../documents/evidence.document.ts';
import type { SignatureRequestId } from '../domain/signature-request.ts';
import { copiesOf, signersOf } from '../domain/signing-order.ts';
import { evidenceOf, findRequest, lockRequest, updateRequest } from '../db/signing.store.ts';
import { finalFilesLetter, paperFilesLetter } from '../emails/letters.ts';
import { buildEvidence } from './build-evidence.ts';
import type { SealingDeps } from './seal-signatures.job.ts';

/** Files the evidence page beside the signed document, then sends both to everyone. The mails leave with the filing, once. */
export const runFileEvidence =
  (deps: SealingDeps) =>
  async ({ payload, withTenant }: JobContext<{ requestId: SignatureRequestId }>): Promise<void> => {
    const material = await withTenant((tx) => gather(deps, tx, payload.requestId));
    if (!material) return;
    const { request, signedFile } = material;
    const signatures = signedFile && request.state === 'signed' ? await verifySignatures(signedFile.bytes) : [];
    const broken = signatures.find((signature) => !signature.valid);
    if (broken) throw new Error(`The sealed file of ${request.id} does not verify: ${broken.problem}`);
    const page = await renderEvidence(
      deps.pdf,
      buildEvidence({ ...material, signatures, certificate: deps.signature.certificate }),
      {
        createdAt: request.closedAt!,
        recordJson: JSON.stringify(
          {
            requestId: request.id,
            title: request.title,
            consentText: request.consentText,
            versions: request.versions,
            ...(request.options ? { options: request.options, chosenOptions: request.chosenOptions } : {}),
            signatories: request.signatories.map(({ id, party, name, capacity, organisation, rank, duty, delegation }) => ({
              id,
              party,
              name,
              capacity,
              organisation,
              rank,
              duty,
              delegation,
            })),
            entries: material.entries,
          },
          null,
          1,
        ),
      },
    );
    const bytes = await deps.signature.seal(page.bytes, {
      fieldName: 'Cachet_preuve',
      reason: 'Cachet du dossier de preuve',
      signerName: 'Cadran',
      signedAt: request.closedAt!,
    });
    await withTenant((tx) => keep(deps, tx, payload.requestId, bytes));
  };

const gather = async (deps: SealingDeps, tx: Tx, id: SignatureRequestId) => {
  const request = await findRequest(tx, id);
  if (!request || request.evidenceDocumentId || !['signed', 'signed_on_paper'].includes(request.state)) return null;
  const signedId = request.finalDocumentId ?? request.paper?.scanDocumentId;
  const documents = [];
  for (const documentId of [request.documentId, signedId]) {
    const document = documentId ? await findDocument(tx, documentId) : null;
    if (document) documents.push(document);
  }
  const signed = documents.at(-1);
  return {
    request,
    entries: await evidenceOf(tx, id),
    documents,
    signedFile: signed ? await deps.files.read(tx, signed.fileId) : null,
    journalHead: (await readJournal(tx, request.dossierId)).at(-1) ?? null,
  };
};

const keep = async (deps: SealingDeps, tx: Tx, id: SignatureRequestId, bytes: Uint8Array): Promise<void> => {
  const request = await lockRequest(tx, id);
  if (!request || request.evidenceDocumentId) return; // another run was first
  const mediaType = 'application/pdf';
  const name = `Preuve de signature ${request.number}.pdf`;
  const stored = await deps.files.put(tx, { bytes, name, mediaType });
  const evidence = await addDocument(tx, {
    dossierId: request.dossierId,
    kind: 'evidence',
    title: `Preuve de signature, ${request.title}`,
    file: { ...stored, mediaType },
    subject: request.subject,
  });
  await updateRequest(tx, id, { evidence_document_id: evidence.documentId });
  const signed = await findDocument(tx, (request.finalDocumentId ?? request.paper?.scanDocumentId)!);
  const files: { fileId: FileId; name: string }[] = [
    { fileId: signed!.fileId, name: (await deps.files.describe(tx, signed!.fileId))!.name },
    { fileId: stored.fileId, name },
  ];
  const letter = request.paper ? paperFilesLetter : finalFilesLetter;
  for (const person of [...signersOf(request), ...copiesOf(request)]) await sendMail(tx, letter(request, person, files));
};
