import { onFact } from '../../platform/journal/index.ts';
import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AgreementSigned, SignatureExtended, SignatureRefused } from '../signing/index.ts';
import { addClauseHandler } from './app/add-clause.handler.ts';
import { closeQuote, expireQuotesSweep, withdrawQuoteHandler } from './app/close-quote.handler.ts';
import { draftQuoteHandler, saveDraftHandler } from './app/draft-quote.handler.ts';
import { previewQuote } from './app/preview-quote.ts';
import { quoteDetail, quotesFor } from './app/read-quotes.ts';
import { renderQuoteJob } from './app/render-quote.handler.ts';
import { sendQuoteHandler } from './app/send-quote.handler.ts';
import { lockQuote, updateQuote } from './db/quotes.store.ts';
import { extendQuote, refuseQuote, signQuote } from './domain/close-quote.ts';
import { frameworkOpportunityFor, takeOpportunityHandler } from './app/framework-opportunities.ts';
import { annexesOf, annexFile } from './app/read-annexes.ts';
import { chooseModelHandler, clausesOfQuote, removeClauseHandler } from './app/clause-choice.ts';
import { annexRoutes } from './http/annex.routes.ts';
import { clauseRoutes } from './http/clause.routes.ts';
import { adviceRoutes } from './http/advice.routes.ts';
import { quoteRoutes } from './http/routes.ts';

/** Quotes follow what their signatories answer, in the transaction of that answer. */
const reactions = [
  onFact<AgreementSigned>('AgreementSigned', async (tx, { subject, signedAt, acceptedOn, level, chosenOptions }) => {
    if (subject.type !== 'quote') return;
    const quote = (await lockQuote(tx, subject.id as never))!;
    const decision = await closeQuote(tx, quote, 'sign', signQuote(quote, { signedAt, acceptedOn, level, chosenOptions }));
    if (!decision.ok) throw new Error(`Quote ${subject.id} cannot become a contract: ${decision.code}`);
  }),
  onFact<SignatureExtended>('SignatureExtended', async (tx, { subject, validUntil }) => {
    if (subject.type !== 'quote') return;
    const quote = (await lockQuote(tx, subject.id as never))!;
    const extended = extendQuote(quote, { validUntil });
    if (!extended.ok) throw new Error(`Quote ${subject.id} cannot be kept open longer: ${extended.code}`);
    await updateQuote(tx, quote.id, { status: extended.status, valid_until: validUntil, closed_at: null, closed_reason: null });
  }),
  onFact<SignatureRefused>('SignatureRefused', async (tx, { subject, reason }) => {
    if (subject.type !== 'quote') return;
    const quote = (await lockQuote(tx, subject.id as never))!;
    const decision = await closeQuote(tx, quote, 'refuse', refuseQuote(quote, { reason }), reason);
    if (!decision.ok) throw new Error(`Quote ${subject.id} cannot be refused: ${decision.code}`);
  }),
];

export const wireQuotes = ({ db, pdf, files }: Platform): Wired => {
  const deps = { db };
  return {
    routes: [
      annexRoutes({ annexes: annexesOf(deps), annexFile: annexFile({ db, pdf }) }),
      clauseRoutes({
        clausesOfQuote: clausesOfQuote(deps),
        removeClause: removeClauseHandler(deps),
        chooseModel: chooseModelHandler(deps),
      }),
      adviceRoutes({ frameworkOpportunity: frameworkOpportunityFor(deps), takeOpportunity: takeOpportunityHandler(deps) }),
      quoteRoutes({
        quotesFor: quotesFor(deps),
        quoteDetail: quoteDetail(deps),
        draftQuote: draftQuoteHandler(deps),
        saveDraft: saveDraftHandler(deps),
        addClause: addClauseHandler(deps),
        sendQuote: sendQuoteHandler(deps),
        withdrawQuote: withdrawQuoteHandler(deps),
        previewQuote: previewQuote(deps),
      }),
    ],
    jobs: [renderQuoteJob({ pdf, files })],
    sweeps: [expireQuotesSweep],
    reactions,
  };
};
