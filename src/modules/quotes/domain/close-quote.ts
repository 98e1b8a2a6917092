import { record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import { type ContractContent, resolveOptions } from '../../contracts/index.ts';
import { may, type Quote, type QuoteExpired, type QuoteRefused, type QuoteSigned, type QuoteWithdrawn } from './quote.ts';

const sentOnly = (quote: Quote) => (quote.frozen ? null : refuse('not_sent_yet'));

/** Signed by both: from here it is a contract. An offer lapses at the end of its last day, Paris time (C. civ. 1117), unless it was accepted by then (1118). */
export const signQuote = (
  quote: Quote,
  {
    signedAt,
    acceptedOn,
    level,
    chosenOptions,
  }: { signedAt: Instant; acceptedOn: CivilDate; level: 'electronic' | 'paper'; chosenOptions?: readonly string[] | undefined },
) => {
  if (!quote.frozen) return refuse('not_sent_yet');
  if (!may('sign', quote.status)) return refuse('already_answered', { number: quote.frozen.number, status: quote.status });
  const validUntil = lastDayOf(quote)!;
  if (acceptedOn > validUntil) return refuse('quote_expired', { number: quote.frozen.number, validUntil });
  return record<QuoteSigned>({
    type: 'QuoteSigned',
    quoteId: quote.id,
    number: quote.frozen.number,
    signedAt,
    level,
    ...optionsBought(quote.frozen.content, chosenOptions ?? []),
  });
};

/** What the client ticked among what was offered; nothing to say when nothing was. */
const optionsBought = (content: ContractContent, chosen: readonly string[]) => {
  const { chosenOptions } = resolveOptions(content, chosen);
  return chosenOptions ? { chosenOptions } : {};
};

/** The day written in the document, or a later one that the prestataire gave since: an offer may be kept open longer. */
const lastDayOf = ({ frozen, validUntil }: Pick<Quote, 'frozen' | 'validUntil'>) =>
  frozen && validUntil && validUntil > frozen.content.validUntil ? validUntil : frozen?.content.validUntil;

/** More time to accept: a sent offer stays open, a lapsed one is open again. */
export const extendQuote = (quote: Quote, { validUntil }: { validUntil: CivilDate }) =>
  quote.frozen && (may('expire', quote.status) || quote.status === 'expired')
    ? { ok: true as const, status: 'sent' as const, validUntil }
    : refuse('already_answered', { number: quote.frozen?.number, status: quote.status });

export const refuseQuote = (quote: Quote, { reason }: { reason: string }) => {
  if (!quote.frozen) return sentOnly(quote)!;
  if (!may('refuse', quote.status)) return refuse('already_answered', { number: quote.frozen.number, status: quote.status });
  return record<QuoteRefused>({ type: 'QuoteRefused', quoteId: quote.id, number: quote.frozen.number, reason });
};

/** Withdrawing a sent offer before its term is a risk (C. civ. 1116): it takes a reason, and the journal keeps it. */
export const withdrawQuote = (quote: Quote, { reason }: { reason: string }) => {
  if (!quote.frozen) return sentOnly(quote)!;
  if (!may('withdraw', quote.status)) return refuse('already_answered', { number: quote.frozen.number, status: quote.status });
  if (!reason.trim()) return refuse('reason_required');
  return record<QuoteWithdrawn>({
    type: 'QuoteWithdrawn',
    quoteId: quote.id,
    number: quote.frozen.number,
    reason: reason.trim(),
  });
};

export const expireQuote = (quote: Quote, { now }: { now: Instant }) => {
  if (!quote.frozen || !may('expire', quote.status)) return refuse('already_answered', { status: quote.status });
  const validUntil = lastDayOf(quote)!;
  if (civilDateOf(now) <= validUntil) return refuse('still_valid', { validUntil });
  return record<QuoteExpired>({ type: 'QuoteExpired', quoteId: quote.id, number: quote.frozen.number, validUntil });
};
