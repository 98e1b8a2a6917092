import type { Tx } from '../../../platform/db/index.ts';
import { type JobContext } from '../../../platform/jobs/index.ts';
import { createAccessLink } from '../../../platform/auth/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Signatory, SignatoryId, SignatureRequestId } from '../domain/signature-request.ts';
import { signersInTurn } from '../domain/signing-order.ts';
import { maskedEmail } from '../domain/evidence.ts';
import { addEvidence, lockRequest, type StoredRequest, updateRequest, updateSignatory } from '../db/signing.store.ts';
import { signingLinkLetter } from '../emails/letters.ts';
import type { SigningDeps } from './deps.ts';

/**
 * Makes the personal links of those whose turn it is, and sends them in the same transaction. Run again, it sends nothing to
 * who has one: a second link would only make the first doubtful.
 */
export const runSendSigningLink =
  (deps: Pick<SigningDeps, 'publicUrl'>) =>
  ({ payload, withTenant }: JobContext<{ requestId: SignatureRequestId; again?: SignatoryId }>): Promise<void> =>
    withTenant(async (tx) => {
      const request = await lockRequest(tx, payload.requestId);
      if (!request || !['sent', 'read', 'consented'].includes(request.state)) return;
      for (const signer of signersInTurn(request)) {
        if (signer.linkSentAt === null || signer.id === payload.again) await sendLink(deps, tx, request, signer);
      }
    });

/** One personal link, mailed and kept in the evidence. */
export const sendLink = async (
  { publicUrl }: Pick<SigningDeps, 'publicUrl'>,
  tx: Tx,
  request: StoredRequest,
  signer: Signatory,
): Promise<void> => {
  const link = await newLink(tx, request, signer);
  await updateRequest(tx, request.id, { link_sent_at: tx.now });
  await updateSignatory(tx, signer.id, { link_sent_at: tx.now });
  await addEvidence(tx, request.id, {
    kind: 'link_sent',
    by: signer,
    detail: { channel: 'e-mail', to: maskedEmail(signer.email), linkId: link.linkId },
  });
  await sendMail(tx, signingLinkLetter(request, signer, `${publicUrl}${link.path}`));
};

export const newLink = (tx: Tx, request: StoredRequest, signer: Signatory) =>
  createAccessLink(tx, {
    purpose: 'sign',
    signerId: signer.id,
    email: signer.email,
    displayName: signer.name,
    subject: { type: 'signature', id: request.id },
  });
