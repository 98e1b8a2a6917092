import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { DelegationRefused, Signatory, SignatoryId, SignatureDelegated, SignatureRequest } from './signature-request.ts';
import { signersOf, signingStep } from './signing-order.ts';
import { step } from './transitions.ts';

export type Delegate = { name: string; capacity: string; email: string; reason: string };

const tidy = ({ name, capacity, email, reason }: Delegate): Delegate => ({
  name: name.trim(),
  capacity: capacity.trim(),
  email: email.trim().toLowerCase(),
  reason: reason.trim(),
});

/**
 * A person passes the request to another of the same organisation, who has the power to sign: name, capacity, address and reason
 * are kept, the prestataire is told and may refuse. Once only: a chain of delegations proves nobody's power.
 */
export const delegateSignature = (request: SignatureRequest, signer: Signatory, command: Delegate, { now }: { now: Instant }) => {
  const reached = signingStep(request, signer, 'delegate', now);
  if (!reached.ok) return reached;
  if (signer.delegation) return refuse('already_delegated');
  const to = tidy(command);
  if (to.name.length < 2 || to.capacity.length < 2 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to.email))
    return refuse('delegate_incomplete');
  if (to.reason.length < 3) return refuse('delegation_reason_missing');
  if (signersOf(request).some((one) => one.email.toLowerCase() === to.email)) return refuse('delegate_already_asked');
  return record<SignatureDelegated>({
    type: 'SignatureDelegated',
    requestId: request.id,
    from: signer.name,
    to: to.name,
    capacity: to.capacity,
    email: to.email,
    reason: to.reason,
  });
};

/** The prestataire does not accept the person who was passed the pen: the first one signs after all. Not once they signed. */
export const refuseDelegate = (
  request: SignatureRequest,
  command: { signatoryId: SignatoryId; reason: string },
  { now }: { now: Instant },
) => {
  const reached = step(request, 'refuse_delegate', 'owner', now);
  if (!reached.ok) return reached;
  const delegate = request.signatories.find(({ id }) => id === command.signatoryId);
  if (!delegate?.delegation || delegate.dismissedAt) return refuse('unknown_delegate');
  if (delegate.signed) return refuse('delegate_has_signed');
  const reason = command.reason.trim();
  if (reason.length < 3) return refuse('delegation_reason_missing');
  return record<DelegationRefused>({
    type: 'DelegationRefused',
    requestId: request.id,
    from: delegate.delegation.fromName,
    to: delegate.name,
    reason,
  });
};
