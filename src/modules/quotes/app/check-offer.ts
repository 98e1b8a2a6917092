import type { Tx } from '../../../platform/db/index.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { ClauseCatalog } from '../../clauses/index.ts';
import { catalogOf } from '../../clauses/queries.ts';
import type { DraftTerms, TermPath } from '../../contracts/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import type { QuoteFinding } from '../domain/check-quote.ts';
import type { Quote } from '../domain/quote.ts';
import { checkConditions } from './check-conditions.ts';
import { aroundQuote, citedBy, type QuoteAround } from './quote-around.ts';
import { clauseVariables, selectionFor } from './freeze-content.ts';

export type CheckedOffer = {
  findings: QuoteFinding[];
  /** The conditions that this document asks for: those that its clauses read, and those that its own pages print. */
  asked: readonly TermPath[];
  /** The draft with neutral values where nothing is asked. */
  draft: DraftTerms;
  /** The framework and the general terms that it goes with. */
  around: QuoteAround;
  catalog: ClauseCatalog;
};

/** Everything that keeps an offer from being sent, in its terms and in its clauses; editor and sending ask the same. */
export const checkOffer = async (
  tx: Tx,
  quote: Pick<Quote, 'clientId' | 'draft' | 'form' | 'selection' | 'title' | 'validUntil' | 'frameworkId' | 'isTrial'>,
): Promise<CheckedOffer> => {
  const catalog = await catalogOf(tx, { clientId: quote.clientId });
  const selection = selectionFor(quote, catalog);
  const { identity: provider } = await organisation(tx);
  const { identity: client } = (await clientById(tx, quote.clientId))!;
  const today = civilDateOf(tx.now);
  const document = { form: quote.form, title: quote.title, issuedOn: today, validUntil: quote.validUntil };
  const around = await aroundQuote(tx, quote);
  const { framework } = citedBy(around);
  const variablesOf = (terms: unknown) => clauseVariables({ terms, provider, client, number: 'en cours', document, framework });

  const { findings, asked, draft } = checkConditions(quote.draft, {
    form: quote.form,
    today,
    validUntil: quote.validUntil,
    vatRegime: provider.vatRegime,
    catalog,
    selection,
    variablesOf,
  });
  return { findings: [...findings, ...around.findings], asked, draft, around, catalog };
};
