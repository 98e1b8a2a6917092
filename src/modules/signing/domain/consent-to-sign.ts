import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ConsentGiven, SignatureRequest } from './signature-request.ts';
import { step } from './transitions.ts';

/** The client ticks the box, after reading. The sentence that was on the screen must be the one of this request. */
export const consentToSign = (request: SignatureRequest, command: { text: string }, { now }: { now: Instant }) => {
  const reached = step(request, 'consent', 'signer', now);
  if (!reached.ok) return reached;
  if (command.text !== request.consentText) return refuse('consent_text_differs');
  return record<ConsentGiven>({
    type: 'ConsentGiven',
    requestId: request.id,
    signatoryId: request.client.id,
    text: command.text,
  });
};
