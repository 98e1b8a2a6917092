import { refuse } from '../../../shared/decision.ts';
import type { QuoteFinding } from './check-quote.ts';
import { may, type Quote } from './quote.ts';

/** A quote goes out once, and only when nothing required is missing. The refusal carries the whole list. */
export const mayBeSent = (
  quote: Quote,
  findings: readonly QuoteFinding[],
  { derogations = [], acknowledged = [] }: { derogations?: readonly { path: string }[]; acknowledged?: readonly string[] } = {},
) => {
  if (!may('send', quote.status)) return refuse('already_sent', { number: quote.frozen?.number });
  if (findings.length > 0) return refuse('quote_incomplete', { findings });
  // What departs from the framework or from the general terms is sent knowingly, or not at all.
  const unseen = derogations.filter(({ path }) => !acknowledged.includes(path));
  if (unseen.length > 0) return refuse('derogations_to_acknowledge', { derogations });
  return { ok: true as const };
};
