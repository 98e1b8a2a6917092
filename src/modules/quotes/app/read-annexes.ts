import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { catalogOf, composeFrozen } from '../../clauses/queries.ts';
import { quoteById } from '../db/quotes.store.ts';
import { renderAnnex } from '../documents/annex.document.ts';
import { frozenVariables } from './freeze-content.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;

/** The annexes of a sent document, as they were sent; a client finds its own documents only. */
const sentAnnexes = async (tx: Tx, actor: Reader, quoteId: QuoteId) => {
  const quote = await quoteById(tx, quoteId);
  if (!quote || (actor.kind === 'client' && quote.clientId !== actor.clientId)) return refuse('unknown_quote');
  if (!quote.frozen) return refuse('not_sent_yet');
  const { content, contentSha256, sentAt } = quote.frozen;
  const { parts } = composeFrozen(await catalogOf(tx), content, frozenVariables(content));
  const annexes = parts.filter((part) => part.kind === 'annex');
  return { ok: true as const, content, termsSha256: contentSha256, sentAt, parts, annexes };
};

export const annexesOf =
  ({ db }: { db: Database }) =>
  (actor: Reader, quoteId: QuoteId) =>
    db.withTenant(actor.tenantId, actor, (tx) => sentAnnexes(tx, actor, quoteId));

export const annexFile =
  ({ db, pdf }: { db: Database; pdf: Pdf }) =>
  async (actor: Reader, { quoteId, annexId }: { quoteId: QuoteId; annexId: string }) => {
    const sent = await db.withTenant(actor.tenantId, actor, (tx) => sentAnnexes(tx, actor, quoteId));
    if (!sent.ok) return sent;
    const annex = sent.annexes.find(({ id }) => id === annexId);
    return annex ? { ok: true as const, ...(await renderAnnex(pdf, { ...sent, annex })) } : refuse('unknown_annex');
  };
