import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import { consentTo } from './consent.ts';
import { initialsMissing } from './initial-clause.ts';
import { inOrder, isChoice } from './options.ts';
import type { ConsentGiven, Signatory, SignatureRequest } from './signature-request.ts';
import { hasSigned, signingStep } from './signing-order.ts';

/**
 * A person ticks the box, after reading and initialling. The sentence that was on the screen must be the one of this request,
 * with the options chosen. What the first signature chose, the next people sign: one document has one price.
 */
export const consentToSign = (
  request: SignatureRequest,
  signer: Signatory,
  command: { text: string; options?: readonly string[] | undefined },
  { now }: { now: Instant },
) => {
  const reached = signingStep(request, signer, 'consent', now);
  if (!reached.ok) return reached;
  const missing = initialsMissing(request, signer);
  if (missing.length > 0) return refuse('initials_missing', { articles: missing.map(({ article }) => article).join(', ') });
  if (!isChoice(request.options, command.options)) return refuse('options_unknown');
  const chosen = inOrder(request.options, command.options ?? []);
  if (mustFollow(request) && chosen.join() !== (request.chosenOptions ?? []).join()) return refuse('options_settled');
  if (command.text !== consentTo(request, chosen)) return refuse('consent_text_differs');
  return record<ConsentGiven>({
    type: 'ConsentGiven',
    requestId: request.id,
    signatoryId: signer.id,
    text: command.text,
    ...(request.options ? { chosenOptions: chosen } : {}),
  });
};

/** Somebody signed already: the options are theirs to have chosen. */
const mustFollow = (request: SignatureRequest) => request.options !== null && hasSigned(request).length > 0;
