import type { Tx } from '../../../platform/db/index.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { ClauseCatalog } from '../../clauses/index.ts';
import { catalogOf, checkDocument, termsRead } from '../../clauses/queries.ts';
import { type DraftTerms, type TermPath, Terms, withNeutralTerms } from '../../contracts/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { checkQuote, type QuoteFinding } from '../domain/check-quote.ts';
import { legibleDraft } from '../domain/legible-draft.ts';
import { printedByForm } from '../domain/printed-by-form.ts';
import type { Quote } from '../domain/quote.ts';
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

  const asked = [
    ...new Set([...termsRead(catalog, selection, variablesOf(legibleDraft(quote.draft))), ...printedByForm[quote.form]]),
  ].sort();
  const draft = withNeutralTerms(quote.draft, asked);
  const inTerms = checkQuote(draft, { today, validUntil: quote.validUntil, vatRegime: provider.vatRegime, asked });
  const whole = Terms.safeParse(draft);
  const inClauses = checkDocument(catalog, selection, variablesOf(whole.success ? whole.data : legibleDraft(draft)), {
    isWhole: whole.success,
  });
  // A term already told as missing is not told again through the clause that needs it.
  const told = inTerms.map(({ path }) => path);
  const isTold = (path: string) => told.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
  return {
    findings: [
      ...inTerms,
      ...around.findings,
      ...inClauses.filter(({ rule, path }) => rule === 'hidden_rule' || !path || !isTold(path)),
    ],
    asked,
    draft,
    around,
    catalog,
  };
};
