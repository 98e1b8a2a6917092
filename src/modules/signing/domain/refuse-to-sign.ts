import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { SignatureRefused, SignatureRequest, SignatureWithdrawn } from './signature-request.ts';
import { step } from './transitions.ts';

/** The client says no, and why: the prestataire needs the reason to propose something else. */
export const refuseToSign = (request: SignatureRequest, command: { reason: string }, { now }: { now: Instant }) => {
  const reached = step(request, 'refuse', 'signer', now);
  if (!reached.ok) return reached;
  const reason = command.reason.trim();
  if (reason.length < 3) return refuse('reason_missing');
  return record<SignatureRefused>({
    type: 'SignatureRefused',
    requestId: request.id,
    subject: request.subject,
    by: request.client.name,
    reason,
  });
};

/** The offer behind the document is taken back: what waits for a signature goes with it. */
export const withdrawRequest = (request: SignatureRequest, { now }: { now: Instant }) => {
  const reached = step(request, 'withdraw', 'system', now);
  if (!reached.ok) return reached;
  return record<SignatureWithdrawn>({ type: 'SignatureWithdrawn', requestId: request.id, subject: request.subject });
};
