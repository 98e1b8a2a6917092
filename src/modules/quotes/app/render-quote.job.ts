import { jobNamed } from '../../../platform/jobs/index.ts';
import type { QuoteId } from '../../../shared/ids.ts';

/** Asked for by sending; done by the worker (see render-quote.handler.ts). */
export const renderQuote = jobNamed<{ quoteId: QuoteId }>('render-quote-pdf');
