import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { type JobContext, enqueue } from '../../../platform/jobs/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import type { SignaturePlatform } from '../../../platform/signature/index.ts';
import { addDocument } from '../../dossier/queries.ts';
import { renderStamp } from '../documents/stamp.document.ts';
import { maskedEmail } from '../domain/evidence.ts';
import type { Party, Signatory, SignatureRequestId, Signed } from '../domain/signature-request.ts';
import { hasSigned } from '../domain/signing-order.ts';
import { addEvidence, findRequest, lockRequest, type StoredRequest, updateRequest } from '../db/signing.store.ts';
import { fileEvidence } from './jobs.ts';

export type SealingDeps = { files: Files; pdf: Pdf; signature: SignaturePlatform };
type Turn = { request: StoredRequest; person: Signatory; signed: Signed; bytes: Uint8Array; sha256: string };

const sides: Record<Party, string> = { client: 'client', provider: 'prestataire' };
/** « Signature_client », « Signature_client_2 »: as the rectangle on the page is named. */
const fieldName = ({ party, place, principal }: Signatory, index: number) => {
  const rank = place ? /-(\d+)$/.exec(place)?.[1] : principal ? undefined : `x${index + 1}`;
  return `Signature_${sides[party]}${rank ? `_${rank}` : ''}`;
};

/** Seals for whoever has signed and is not sealed yet, each on top of the last. Run twice, it finds nothing left to do. */
export const runSealSignatures =
  (deps: SealingDeps) =>
  async ({ payload, withTenant }: JobContext<{ requestId: SignatureRequestId }>): Promise<void> => {
    for (;;) {
      const turn = await withTenant((tx) => nextTurn(deps, tx, payload.requestId));
      if (!turn) return;
      const sealed = await sealFor(deps, turn);
      await withTenant((tx) => keepSealed(deps, tx, turn, sealed));
    }
  };

const nextTurn = async (deps: SealingDeps, tx: Tx, id: SignatureRequestId): Promise<Turn | null> => {
  const request = await findRequest(tx, id);
  const person = request && hasSigned(request)[request.sealedParties];
  const fileId = request?.sealedFileId ?? request?.fileId;
  if (!request || !person?.signed || !fileId) return null;
  const { bytes, sha256 } = await deps.files.read(tx, fileId);
  return { request, person, signed: person.signed, bytes, sha256 };
};

const sealFor = async (deps: SealingDeps, { request, person, signed, bytes }: Turn): Promise<Uint8Array> => {
  const place = person.place ? request.places[person.place] : undefined;
  const stamp = place && {
    page: place.page,
    rect: place,
    pdf: (
      await renderStamp(
        deps.pdf,
        {
          demo: request.demo,
          signatoryName: person.name,
          signatoryTitle: person.capacity || null,
          partyName: person.organisation,
          signedAt: signed.at,
          authentication: authentication(person.email, signed.method),
          initials: initialsLine(request, person),
          documentSha256: request.documentSha256!,
          width: place.width,
          height: place.height,
        },
        { createdAt: signed.at },
      )
    ).bytes,
  };
  return deps.signature.seal(bytes, {
    fieldName: fieldName(person, request.sealedParties),
    reason: `Bon pour accord, ${person.name}, ${person.organisation}`,
    signerName: `${person.name} <${person.email}>`,
    signedAt: signed.at,
    ...(stamp ? { stamp } : {}),
  });
};

/** « Paraphé HM : art. 5, 6.1, 9 »: the initials are typed on the screen, and their mark travels with the signature. */
const initialsLine = ({ initials }: StoredRequest, person: Signatory): string | null => {
  const [first] = person.initialled;
  if (!first) return null;
  const articles = initials.filter(({ id }) => person.initialled.some((one) => one.id === id)).map(({ article }) => article);
  return `Paraphé ${first.initials}\u00a0: art. ${articles.join(', ')}`;
};

const authentication = (email: string, method: Signed['method']) =>
  method === 'email_code' ? `Code reçu à ${maskedEmail(email)}` : 'Session et mot de passe';

const keepSealed = async (deps: SealingDeps, tx: Tx, turn: Turn, bytes: Uint8Array): Promise<void> => {
  const request = await lockRequest(tx, turn.request.id);
  if (!request || request.sealedParties !== turn.request.sealedParties) return; // another run was first
  const mediaType = 'application/pdf';
  const stored = await deps.files.put(tx, { bytes, name: `${request.title} signé.pdf`, mediaType });
  const sealedParties = request.sealedParties + 1;
  await updateRequest(tx, request.id, { sealed_file_id: stored.fileId, sealed_parties: sealedParties });
  await addEvidence(tx, request.id, {
    kind: 'sealed',
    by: turn.person,
    detail: {
      field: fieldName(turn.person, turn.request.sealedParties),
      beforeSha256: turn.sha256,
      afterSha256: stored.sha256,
      certificateSha256: deps.signature.certificate.sha256,
      authority: deps.signature.authority,
    },
  });
  if (request.state !== 'signed' || sealedParties < hasSigned(request).length) return;
  const final = await addDocument(tx, {
    dossierId: request.dossierId,
    kind: 'contract',
    title: `${request.title}, signé`,
    file: { ...stored, mediaType },
    subject: request.subject,
    replaces: request.documentId!,
  });
  await updateRequest(tx, request.id, { final_document_id: final.documentId });
  await enqueue(tx, fileEvidence, { requestId: request.id });
};
