import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { signatureOf } from '../../signing/queries.ts';
import type { NegotiationParty, NegotiationSubject } from '../domain/negotiation.ts';
import { negotiable, type Negotiable } from './negotiable.ts';

export type Someone = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;
export type Discussion = { tx: Tx; document: Negotiable; party: NegotiationParty; name: string };

/** Opens a document for whoever is a party to it. To anyone else it does not exist. */
export const inDiscussion = <T>(
  db: Database,
  actor: Someone,
  subject: NegotiationSubject,
  work: (discussion: Discussion) => Promise<T>,
) =>
  db.withTenant(actor.tenantId, actor, async (tx) => {
    const document = await negotiable(tx, subject);
    const party = document && (await partyOf(tx, actor, document));
    if (!document || !party) return refuse('unknown_negotiation');
    return work({ tx, document, party, name: actor.displayName });
  });

/** The prestataire’s people speak for it; the client comes through its space, or by the link to sign this very document. */
const partyOf = async (tx: Tx, actor: Someone, { subject, clientId }: Negotiable): Promise<NegotiationParty | null> => {
  if (actor.kind === 'member') return 'provider';
  if (actor.kind === 'client') return actor.clientId === clientId ? 'client' : null;
  const request = await signatureOf(tx, subject);
  return request?.signatories.some(({ id }) => id === actor.signerId) ? 'client' : null;
};
