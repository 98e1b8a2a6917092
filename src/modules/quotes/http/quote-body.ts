import type { CivilDate } from '../../../shared/time.ts';
import { labelOf, resolveOptions, type TermPath, Terms } from '../../contracts/index.ts';
import type { QuoteAround } from '../app/quote-around.ts';
import type { QuoteListItem } from '../db/quotes.store.ts';
import type { QuoteFinding } from '../domain/check-quote.ts';
import { quoteTotals } from '../domain/quote-totals.ts';
import type { Quote } from '../domain/quote.ts';

export const listItemBody = (row: QuoteListItem) => ({
  id: row.id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  title: row.title,
  form: row.form,
  frameworkId: row.framework_id,
  isTrial: row.trial,
  status: row.status,
  number: row.number,
  validUntil: row.valid_until,
  netCents: row.net_cents,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  documentId: row.document_id,
});

type Read = { quote: Quote; findings: QuoteFinding[]; asked: readonly TermPath[]; today: CivilDate; around: QuoteAround | null };

export const quoteBody = ({ quote, findings, asked, today, around }: Read) => {
  const { frozen } = quote;
  const bought = frozen?.chosenOptions ? resolveOptions(frozen.content, frozen.chosenOptions).terms.price : null;
  const price = Terms.shape.price.safeParse(bought ?? frozen?.content.terms.price ?? quote.draft.price);
  return {
    id: quote.id,
    dossierId: quote.dossierId,
    clientId: quote.clientId,
    title: quote.title,
    form: quote.form,
    frameworkId: quote.frameworkId,
    isTrial: quote.isTrial,
    status: quote.status,
    number: quote.frozen?.number ?? null,
    validUntil: quote.validUntil ?? quote.frozen?.content.validUntil ?? null,
    netCents: quote.netCents,
    createdAt: quote.createdAt,
    sentAt: quote.frozen?.sentAt ?? null,
    documentId: quote.frozen?.documentId ?? null,
    draft: (quote.frozen?.content.terms ?? quote.draft) as Record<string, unknown>,
    revision: quote.revision,
    contentSha256: quote.frozen?.contentSha256 ?? null,
    signatureRequestId: quote.frozen?.signatureRequestId ?? null,
    chosenOptions: frozen?.chosenOptions ? [...frozen.chosenOptions] : null,
    closedReason: quote.frozen?.closedReason ?? null,
    articles: quote.frozen?.content.articles ?? null,
    derogations: (frozen?.content.derogations ?? around?.derogations ?? []).map((one) => ({
      ...one,
      label: labelOf(one.path),
    })),
    frameworkNumber: frozen?.content.framework?.number ?? around?.framework?.frozen?.number ?? null,
    generalTermsEdition: frozen ? (frozen.content.generalTerms?.edition ?? null) : (around?.edition?.edition ?? null),
    findings,
    asked: [...asked],
    today,
    totals: price.success ? quoteTotals(price.data) : null,
  };
};
