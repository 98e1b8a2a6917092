import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ClauseInitialled, Signatory, SignatureRequest } from './signature-request.ts';
import { signingStep } from './signing-order.ts';

/** An article that carries a risk, read and initialled apart: price, qualified appointment, termination. */
export type ClauseToInitial = {
  id: string;
  /** « Prix et paiement » */
  label: string;
  /** « 6.1 » */
  article: string;
  /** The article as printed, paragraphs separated by an empty line. */
  text: string;
};
export type Initialled = { id: string; initials: string; at: Instant };

/** What this person has still to initial. The prestataire's side wrote these articles and initials nothing. */
export const initialsMissing = (
  request: Pick<SignatureRequest, 'initials'>,
  signer: Pick<Signatory, 'party' | 'initialled'>,
): readonly ClauseToInitial[] =>
  signer.party === 'client' ? request.initials.filter(({ id }) => !signer.initialled.some((one) => one.id === id)) : [];

/** « HM » for Hélène Marchand, « JPD » for Jean-Pierre Durand: offered, not imposed. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('fr')
    .slice(0, 4);

/** The client initials one article, after the document was opened and before the consent sentence. */
export const initialClause = (
  request: SignatureRequest,
  signer: Signatory,
  command: { clauseId: string; initials: string },
  { now }: { now: Instant },
) => {
  const reached = signingStep(request, signer, 'initial', now);
  if (!reached.ok) return reached;
  const clause = request.initials.find(({ id }) => id === command.clauseId);
  if (!clause || signer.party !== 'client') return refuse('nothing_to_initial');
  const initials = command.initials.trim().replaceAll(/[.\s-]/g, '');
  if (!/^\p{L}{1,6}$/u.test(initials)) return refuse('initials_unreadable');
  return record<ClauseInitialled>({
    type: 'ClauseInitialled',
    requestId: request.id,
    signatoryId: signer.id,
    name: signer.name,
    clauseId: clause.id,
    article: clause.article,
  });
};
