import { type JobContext } from '../../../platform/jobs/index.ts';
import { createAccessLink } from '../../../platform/auth/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { SignatureRequestId } from '../domain/signature-request.ts';
import { maskedEmail } from '../domain/evidence.ts';
import { addEvidence, lockRequest, updateRequest } from '../db/signing.store.ts';
import { signingLinkLetter } from '../emails/letters.ts';
import type { SigningDeps } from './deps.ts';

/** Makes the personal link and sends it in one transaction: a second run of the same job would only make the first link useless, so it stops. */
export const runSendSigningLink =
  (deps: SigningDeps) =>
  ({ payload, withTenant }: JobContext<{ requestId: SignatureRequestId }>): Promise<void> =>
    withTenant(async (tx) => {
      const request = await lockRequest(tx, payload.requestId);
      if (!request || !['sent', 'read', 'consented'].includes(request.state)) return;
      const link = await createAccessLink(tx, {
        purpose: 'sign',
        signerId: request.client.id,
        email: request.client.email,
        displayName: request.client.name,
        subject: { type: 'signature', id: request.id },
      });
      await updateRequest(tx, request.id, { link_sent_at: tx.now });
      await addEvidence(tx, request.id, {
        kind: 'link_sent',
        party: 'client',
        detail: { channel: 'e-mail', to: maskedEmail(request.client.email), linkId: link.linkId },
      });
      await sendMail(tx, signingLinkLetter(request, `${deps.publicUrl}${link.path}`));
    });
