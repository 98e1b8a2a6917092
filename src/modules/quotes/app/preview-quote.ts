import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { catalogOf, composeFrozen, previewDocument } from '../../clauses/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { quoteById } from '../db/quotes.store.ts';
import { legibleDraft } from '../domain/legible-draft.ts';
import { checkOffer } from './check-offer.ts';
import { aroundQuote, citedBy } from './quote-around.ts';
import { clauseVariables, selectionFor } from './freeze-content.ts';

/** The articles as they would read now; one that still lacks a term says so in its place. Nothing is stored. `articles`: which one words each condition. */
export const previewQuote =
  ({ db }: { db: Database }) =>
  (actor: Extract<Actor, { kind: 'member' }>, quoteId: QuoteId, draft: DraftTerms) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await quoteById(tx, quoteId);
      if (!quote) return null;
      const { identity: provider } = await organisation(tx);
      const { identity: client } = (await clientById(tx, quote.clientId))!;
      const around = await aroundQuote(tx, { ...quote, draft });
      const variables = clauseVariables({
        framework: quote.frozen ? quote.frozen.content.framework : citedBy(around).framework,
        terms: quote.frozen?.content.terms ?? legibleDraft(draft),
        provider,
        client,
        number: quote.frozen?.number ?? 'en cours',
        document: {
          form: quote.form,
          title: quote.title,
          issuedOn: quote.frozen?.content.issuedOn ?? civilDateOf(tx.now),
          validUntil: quote.frozen?.content.validUntil ?? quote.validUntil,
        },
      });
      const catalog = await catalogOf(tx, { clientId: quote.clientId });
      const selection = selectionFor(quote, catalog);
      const { parts, articles } = quote.frozen
        ? composeFrozen(catalog, quote.frozen.content, variables)
        : previewDocument(catalog, selection, variables);
      const { asked, findings } = quote.frozen ? { asked: [], findings: [] } : await checkOffer(tx, { ...quote, draft });
      return { parts: parts.map((part) => ({ ...part })), articles, asked: [...asked], findings };
    });
