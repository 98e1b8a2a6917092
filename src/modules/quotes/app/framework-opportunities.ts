import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { TermPath } from '../../contracts/index.ts';
import { draftFramework, frameworkList } from '../../frameworks/queries.ts';
import { clientById } from '../../parties/queries.ts';
import { sentQuotes } from '../db/quotes.store.ts';
import { frameworkOpportunity, type PastOffer, sharedFrom } from '../domain/framework-opportunity.ts';
import { formOf } from '../domain/forms.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

const opportunityOf = async (tx: Tx, clientId: ClientId) => {
  // A framework already open or in force with this client is the answer.
  const held = await frameworkList(tx, { clientId });
  if (held.some(({ status }) => ['draft', 'sent', 'signed'].includes(status))) return null;
  const past = (await sentQuotes(tx, clientId)).flatMap((quote): PastOffer[] => {
    const { frozen, status } = quote;
    if (!frozen || (status !== 'sent' && status !== 'signed') || formOf(frozen.content) === 'bon-de-commande') return [];
    return [
      {
        id: quote.id,
        number: frozen.number,
        title: quote.title,
        status,
        sentOn: civilDateOf(frozen.sentAt),
        isTrial: quote.isTrial,
        terms: frozen.content.terms,
      },
    ];
  });
  return frameworkOpportunity(past, { today: civilDateOf(tx.now) });
};

/** What past offers to this client would make a framework of; null while nothing calls for one. */
export const frameworkOpportunityFor =
  ({ db }: Deps) =>
  (actor: Member, clientId: ClientId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => ((await clientById(tx, clientId)) ? opportunityOf(tx, clientId) : null));

/** Opens the framework that the past offers have already written. */
export const takeOpportunityHandler =
  ({ db }: Deps) =>
  (actor: Member, { clientId, chosen }: { clientId: ClientId; chosen: Readonly<Record<TermPath, string>> }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const found = await opportunityOf(tx, clientId);
      if (!found) return refuse('no_opportunity');
      const { priceGrid } = found;
      return draftFramework(tx, { clientId, from: { shared: sharedFrom(found, chosen), priceGrid } });
    });
