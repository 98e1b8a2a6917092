import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { type Clause, clausesToAdd } from '../../clauses/index.ts';
import { chooseModel } from '../domain/choose-model.ts';
import { lockQuote, quoteById, updateQuote } from '../db/quotes.store.ts';
import { removeClause } from '../domain/remove-clause.ts';
import { composedQuote } from './composed-quote.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

/** The clauses that this document holds, part by part, and those of choice that may join it. */
export const clausesOfQuote =
  ({ db }: Deps) =>
  (actor: Member, quoteId: QuoteId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await quoteById(tx, quoteId);
      if (!quote) return null;
      const { parts, catalog, selection } = await composedQuote(tx, quote);
      const added = new Set(selection.added.map(({ clauseId }) => clauseId));
      const chosen = new Set(parts.flatMap((part) => part.articles.map(({ id }) => id)));
      const lineOf = ({ id, title, summary }: Clause) => ({ id, title, summary });
      return {
        modelId: selection.model.id,
        models: catalog
          .models()
          .filter(({ form }) => form === quote.form)
          .map(({ id, title, purpose, origin }) => ({ id, title, summary: purpose, isOwn: origin === 'own' })),
        parts: parts.map((part) => ({
          title: part.title,
          clauses: part.articles.flatMap((article) => {
            const clause = catalog.clause(article.id);
            if (!clause) return [];
            return [
              { ...lineOf(clause), number: article.number, removable: clause.mandatory === 'choice' || added.has(clause.id) },
            ];
          }),
        })),
        available: clausesToAdd(catalog, chosen).map(lineOf),
      };
    });

/** Takes a clause of choice out of a draft. */
export const removeClauseHandler =
  ({ db }: Deps) =>
  (actor: Member, { quoteId, clauseId }: { quoteId: QuoteId; clauseId: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await lockQuote(tx, quoteId);
      if (!quote) return refuse('unknown_quote');
      const { catalog, selection } = await composedQuote(tx, quote);
      const clause = catalog.clause(clauseId);
      if (!clause) return refuse('unknown_clause');
      const decision = removeClause(quote, clause, selection);
      if (!decision.ok) return decision;
      await updateQuote(tx, quote.id, { selection: JSON.stringify(decision.selection), revision: quote.revision + 1 });
      return { ok: true as const, revision: quote.revision + 1 };
    });

/** Takes another model for a draft: its clauses, and those already added that still have their place. */
export const chooseModelHandler =
  ({ db }: Deps) =>
  (actor: Member, { quoteId, modelId }: { quoteId: QuoteId; modelId: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await lockQuote(tx, quoteId);
      if (!quote) return refuse('unknown_quote');
      const { catalog, selection } = await composedQuote(tx, quote);
      const decision = chooseModel(quote, catalog.model(modelId), selection);
      if (!decision.ok) return decision;
      await updateQuote(tx, quote.id, { selection: JSON.stringify(decision.selection), revision: quote.revision + 1 });
      return { ok: true as const, revision: quote.revision + 1 };
    });
