import { refuse } from '../../../shared/decision.ts';
import type { QuoteFinding } from './check-quote.ts';
import { may, type Quote } from './quote.ts';

/** A quote goes out once, and only when nothing required is missing. The refusal carries the whole list. */
export const mayBeSent = (quote: Quote, findings: readonly QuoteFinding[]) => {
  if (!may('send', quote.status)) return refuse('already_sent', { number: quote.frozen?.number });
  if (findings.length > 0) return refuse('quote_incomplete', { findings });
  return { ok: true as const };
};
