import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { sql } from 'kysely';
import type { Actor } from '../../../shared/actor.ts';
import type { Decision } from '../../../shared/decision.ts';
import { refuse } from '../../../shared/decision.ts';
import type { QuoteId, TenantId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { mayWithdrawSignature, signatureOf } from '../../signing/queries.ts';
import { lockQuote, updateQuote } from '../db/quotes.store.ts';
import { resolveOptions } from '../../contracts/index.ts';
import { quoteTotals } from '../domain/quote-totals.ts';
import { expireQuote, withdrawQuote } from '../domain/close-quote.ts';
import { type Quote, type QuoteFact, type QuoteStatus, quoteTransitions, type QuoteVerb } from '../domain/quote.ts';

/** Applies an answer to a sent quote: its journal entry and its row, or neither. */
export const closeQuote = async <Code extends string>(
  tx: Tx,
  quote: Quote,
  verb: Exclude<QuoteVerb, 'save' | 'send' | 'revise'>,
  decision: Decision<QuoteFact, Code>,
  reason: string | null = null,
) => {
  if (!decision.ok) return decision;
  const status: QuoteStatus = quoteTransitions[verb].to;
  await updateQuote(tx, quote.id, { status, closed_at: tx.now, closed_reason: reason, ...boughtOptions(quote, decision.facts) });
  await recordFacts<QuoteFact>(tx, {
    dossierId: quote.dossierId,
    stream: { type: 'quote', id: quote.id },
    facts: decision.facts,
  });
  return decision;
};

/** Signed with options: the row keeps which, and the amount that they bring it to. The frozen content stays what was sent. */
const boughtOptions = ({ frozen }: Quote, facts: readonly QuoteFact[]) => {
  const chosen = facts.flatMap((fact) => (fact.type === 'QuoteSigned' && fact.chosenOptions ? [fact.chosenOptions] : []))[0];
  if (!frozen || !chosen) return {};
  const { netCents } = quoteTotals(resolveOptions(frozen.content, chosen).terms.price);
  return { chosen_options: JSON.stringify(chosen), net_cents: netCents };
};

export const withdrawQuoteHandler =
  ({ db }: { db: Database }) =>
  (actor: Extract<Actor, { kind: 'member' }>, { quoteId, reason }: { quoteId: QuoteId; reason: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await lockQuote(tx, quoteId);
      if (!quote) return refuse('unknown_quote');
      const alone = await mayWithdrawSignature(tx, { type: 'quote', id: quoteId });
      if (!alone.ok) return alone;
      return closeQuote(tx, quote, 'withdraw', withdrawQuote(quote, { reason }), reason);
    });

/** Offers whose last day has ended lapse by themselves. */
export const expireQuotesSweep = defineSweep('expire-quotes', async (system, now) => {
  const due = await system.asSystem(async (tx) => {
    const { rows } = await sql<{ tenant_id: TenantId; id: QuoteId }>`
      select tenant_id, id from quotes where status = 'sent' and valid_until < ${civilDateOf(now)} order by valid_until limit 500`.execute(
      tx.sql,
    );
    return rows;
  });
  for (const { tenant_id, id } of due)
    await system.withTenant(tenant_id, async (tx) => {
      const quote = await lockQuote(tx, id);
      // Accepted in time: it waits for the prestataire, and no longer lapses (C. civ. 1118).
      const accepted = (await signatureOf(tx, { type: 'quote', id }))?.state === 'client_signed';
      if (quote && !accepted) await closeQuote(tx, quote, 'expire', expireQuote(quote, { now: tx.now }));
    });
});
