import type { Database } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { allocateNumber } from '../../../platform/numbering/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { civilDateOf, yearOf } from '../../../shared/time.ts';
import { agreementForms } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import { fileEdition } from '../../general-terms/queries.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { openSignatureRequest, signatoriesToAsk } from '../../signing/queries.ts';
import { lockQuote, updateQuote } from '../db/quotes.store.ts';
import { quoteTotals } from '../domain/quote-totals.ts';
import type { QuoteSent } from '../domain/quote.ts';
import { mayBeSent } from '../domain/send-quote.ts';
import { checkOffer } from './check-offer.ts';
import { citedBy } from './quote-around.ts';
import { freezeContent } from './freeze-content.ts';
import { renderQuote } from './render-quote.job.ts';
import { signatureAsked } from './signature-asked.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** Sends a complete quote: it takes its number, its content is frozen under a hash, and the worker renders the document. */
export const sendQuoteHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, { quoteId, acknowledged = [] }: { quoteId: QuoteId; acknowledged?: readonly string[] | undefined }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await lockQuote(tx, quoteId);
      if (!quote) return refuse('unknown_quote');
      const { identity: provider, isDemo } = await organisation(tx);
      const { identity: client } = (await clientById(tx, quote.clientId))!;
      const today = civilDateOf(tx.now);
      const { findings, draft, around, catalog } = await checkOffer(tx, quote);
      const verdict = mayBeSent(quote, findings, { derogations: around.derogations, acknowledged });
      if (!verdict.ok) return verdict;
      const others = await signatoriesToAsk(tx, { type: 'quote', id: quoteId }, [client.signatory, provider]);
      if (!others.ok) return others;

      const { number } = await allocateNumber(tx, { series: agreementForms[quote.form].series, year: yearOf(today) });
      const content = freezeContent(
        { ...quote, draft },
        { number, issuedOn: today, validUntil: quote.validUntil! },
        { provider, client, isDemo },
        catalog,
        { ...citedBy(around), signatories: others.people },
      );
      const { json, sha256 } = canonicalContent(content);
      const { netCents } = quoteTotals(content.terms.price);
      const fact: QuoteSent = {
        type: 'QuoteSent',
        quoteId,
        number,
        contentSha256: sha256,
        validUntil: content.validUntil,
        netCents,
      };
      await recordFacts(tx, { dossierId: quote.dossierId, stream: { type: 'quote', id: quoteId }, facts: [fact] });
      if (around.edition) await fileEdition(tx, quote.dossierId, around.edition);
      const signature_request_id = await openSignatureRequest(tx, signatureAsked(quote, content, sha256, catalog));
      await updateQuote(tx, quoteId, {
        status: 'sent',
        number,
        content: json,
        content_sha256: sha256,
        sent_at: tx.now,
        net_cents: netCents,
        signature_request_id,
      });
      await enqueue(tx, renderQuote, { quoteId }, { singletonKey: `render:${quoteId}` });
      return { ...record(fact), number, signatureRequestId: signature_request_id };
    });
