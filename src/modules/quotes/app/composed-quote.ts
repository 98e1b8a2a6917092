import type { Tx } from '../../../platform/db/index.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { catalogOf, composeFrozen, previewDocument } from '../../clauses/queries.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { Quote } from '../domain/quote.ts';
import { legibleDraft } from '../domain/legible-draft.ts';
import { clauseVariables, selectionFor } from './freeze-content.ts';
import { aroundQuote, citedBy } from './quote-around.ts';

/** The articles of a quote as they read: as they were sent, or as the draft would read now, with its holes said. */
export const composedQuote = async (tx: Tx, quote: Quote, draft: DraftTerms = quote.draft) => {
  const { identity: provider } = await organisation(tx);
  const { identity: client } = (await clientById(tx, quote.clientId))!;
  const catalog = await catalogOf(tx, { clientId: quote.clientId });
  const content = quote.frozen?.content;
  const variables = clauseVariables({
    terms: content?.terms ?? legibleDraft(draft),
    provider,
    client,
    number: quote.frozen?.number ?? 'en cours',
    document: {
      form: quote.form,
      title: quote.title,
      issuedOn: content?.issuedOn ?? civilDateOf(tx.now),
      validUntil: content?.validUntil ?? quote.validUntil,
    },
    framework: content ? content.framework : citedBy(await aroundQuote(tx, { ...quote, draft })).framework,
  });
  const selection = selectionFor(quote, catalog);
  const composed = content ? composeFrozen(catalog, content, variables) : previewDocument(catalog, selection, variables);
  return { ...composed, catalog, selection, provider, client };
};
