import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Signatory, SignatureRefused, SignatureRequest, SignatureWithdrawn } from './signature-request.ts';
import { hasSigned, signingStep } from './signing-order.ts';
import { step } from './transitions.ts';

/** Somebody says no, and why: the prestataire needs the reason to propose something else. One refusal ends the request for all. */
export const refuseToSign = (
  request: SignatureRequest,
  signer: Signatory,
  command: { reason: string },
  { now }: { now: Instant },
) => {
  const reached = signingStep(request, signer, 'refuse', now);
  if (!reached.ok) return reached;
  const reason = command.reason.trim();
  if (reason.length < 3) return refuse('reason_missing');
  return record<SignatureRefused>({
    type: 'SignatureRefused',
    requestId: request.id,
    subject: request.subject,
    by: signer.name,
    reason,
  });
};

/** The offer behind the document is taken back, or a revision replaces it: what waits for a signature goes with it, and is told so. */
export const withdrawRequest = (
  request: SignatureRequest,
  command: { reason: string | null; replaced: boolean },
  { now }: { now: Instant },
) => {
  const reached = step(request, 'withdraw', 'system', now);
  if (!reached.ok) return reached;
  const voided = hasSigned(request).map(({ name }) => name);
  return record<SignatureWithdrawn>({
    type: 'SignatureWithdrawn',
    requestId: request.id,
    subject: request.subject,
    ...(command.reason ? { reason: command.reason } : {}),
    ...(command.replaced ? { replaced: true } : {}),
    ...(voided.length ? { voided } : {}),
  });
};

/**
 * Whether the prestataire may take the offer back alone. Before its term it is already a fault to do so (C. civ. 1116); once all of
 * the client's people have signed, the acceptance has reached him (C. civ. 1121) and there is no offer left to withdraw: he
 * countersigns, or both agree on something else by a revision or an amendment.
 */
export const mayWithdrawAlone = (request: Pick<SignatureRequest, 'state'>) =>
  request.state === 'client_signed' ? refuse('accepted_by_client') : { ok: true as const };
