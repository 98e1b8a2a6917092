import { refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Signatory, SignatureRequest, SigningState } from './signature-request.ts';
import { type SigningVerb, step } from './transitions.ts';

type WithPeople = Pick<SignatureRequest, 'signatories'>;

/** Who binds this document today, first rank first. Those who delegated, or were not accepted, are out. */
export const signersOf = ({ signatories }: WithPeople): Signatory[] =>
  signatories
    .filter((one) => one.duty === 'sign' && one.delegatedTo === null && one.dismissedAt === null)
    .sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1));

export const copiesOf = ({ signatories }: WithPeople): Signatory[] => signatories.filter((one) => one.duty === 'copy');

/** In the order they signed. */
export const hasSigned = (request: WithPeople): Signatory[] =>
  signersOf(request)
    .filter((one) => one.signed !== null)
    .sort((one, other) => one.signed!.order - other.signed!.order);

/** The prestataire, who countersigns from the application, after everyone. */
const isAccountHolder = (one: Signatory) => one.principal && one.party === 'provider';

/** Whose turn it is: the lowest rank that has not signed. Several people of one rank sign in any order. */
export const signersInTurn = (request: WithPeople): Signatory[] => {
  const pending = signersOf(request).filter((one) => one.signed === null);
  const byLink = pending.filter((one) => !isAccountHolder(one));
  const waiting = byLink.length > 0 ? byLink : pending;
  return waiting.filter((one) => one.rank === waiting[0]!.rank);
};

const far: Record<Signatory['progress'], number> = { sent: 0, read: 1, consented: 2 };

/** Where the whole request stands, from where its people stand: the furthest of those whose turn it is. */
export const openState = (request: WithPeople): 'sent' | 'read' | 'consented' | 'client_signed' => {
  const turn = signersInTurn(request);
  if (turn.every(isAccountHolder)) return 'client_signed';
  return turn.reduce<Signatory['progress']>((best, one) => (far[one.progress] > far[best] ? one.progress : best), 'sent');
};

/** Where the request stands for one person: their own progress while it is open. */
export const stateFor = (request: SignatureRequest, signer: Signatory): SigningState => {
  if (['preparing', 'signed', 'signed_on_paper', 'refused', 'withdrawn'].includes(request.state)) return request.state;
  return signer.signed ? 'client_signed' : signer.progress;
};

const anyTime: readonly SigningVerb[] = ['look', 'read', 'refuse'];

/** A person's verb: the table first, on their own progress, then the order, whatever the mails said. */
export const signingStep = (request: SignatureRequest, signer: Signatory, verb: SigningVerb, now: Instant) => {
  if (signer.dismissedAt) return refuse('not_accepted_as_signer');
  if (signer.delegatedTo) return refuse('you_delegated');
  if (signer.duty === 'copy' && verb !== 'look' && verb !== 'read') return refuse('copy_only');
  const reached = step({ state: stateFor(request, signer), expiresAt: request.expiresAt }, verb, 'signer', now);
  if (!reached.ok) return reached;
  if (!signer.signed && !anyTime.includes(verb) && !signersInTurn(request).some((one) => one.id === signer.id)) {
    return refuse('not_your_turn', {
      names: signersInTurn(request)
        .map(({ name }) => name)
        .join(', '),
    });
  }
  return reached;
};
