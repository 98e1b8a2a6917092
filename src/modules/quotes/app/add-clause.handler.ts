import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { lockQuote, updateQuote } from '../db/quotes.store.ts';
import { addClause } from '../domain/add-clause.ts';
import { composedQuote } from './composed-quote.ts';

/** Puts a clause of the library into a draft. What it then asks appears in the form. */
export const addClauseHandler =
  ({ db }: { db: Database }) =>
  (actor: Extract<Actor, { kind: 'member' }>, { quoteId, clauseId }: { quoteId: QuoteId; clauseId: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await lockQuote(tx, quoteId);
      if (!quote) return refuse('unknown_quote');
      const { catalog, selection, clauses } = await composedQuote(tx, quote);
      const clause = catalog.clause(clauseId);
      const model = catalog.model(selection.model.id, selection.model.version) ?? catalog.model(selection.model.id);
      if (!clause || !model) return refuse('unknown_clause');
      const decision = addClause(quote, clause, { selection, model, chosen: clauses.map(({ id }) => id) });
      if (!decision.ok) return decision;
      await updateQuote(tx, quote.id, { selection: JSON.stringify(decision.selection), revision: quote.revision + 1 });
      return { ok: true as const, revision: quote.revision + 1 };
    });
