import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { DossierId, FrameworkId, QuoteId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { quoteById, quoteList } from '../db/quotes.store.ts';
import { checkOffer } from './check-offer.ts';

type Member = Extract<Actor, { kind: 'member' }>;

export const quotesFor =
  ({ db }: { db: Database }) =>
  (actor: Member, filter: { dossierId?: DossierId | undefined; frameworkId?: FrameworkId | undefined }) =>
    db.withTenant(actor.tenantId, actor, (tx) => quoteList(tx, filter));

/** A quote with what still keeps it from being sent, said by the same rule as sending. */
export const quoteDetail =
  ({ db }: { db: Database }) =>
  (actor: Member, id: QuoteId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await quoteById(tx, id);
      if (!quote) return null;
      const { findings, asked, around } = quote.frozen ? { findings: [], asked: [], around: null } : await checkOffer(tx, quote);
      return { quote, findings, asked, around, today: civilDateOf(tx.now) };
    });
