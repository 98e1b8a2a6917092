import type { Insertable, Selectable, Updateable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId, DossierId, FrameworkId, QuoteId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import { ContractContent, type DraftTerms } from '../../contracts/index.ts';
import type { Quote } from '../domain/quote.ts';
import type { QuotesTables } from './tables.ts';

type Row = Selectable<QuotesTables['quotes']>;

const quoteFrom = (row: Row): Quote => {
  const common = {
    id: row.id,
    dossierId: row.dossier_id,
    clientId: row.client_id,
    title: row.title,
    form: row.form,
    selection: row.selection as ClauseSelection | null,
    frameworkId: row.framework_id,
    isTrial: row.trial,
    draft: row.draft as DraftTerms,
    revision: row.revision,
    validUntil: row.valid_until,
    netCents: cents(row.net_cents),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
  if (row.status === 'draft') return { ...common, status: 'draft', frozen: null };
  return {
    ...common,
    status: row.status,
    frozen: {
      number: row.number!,
      revision: row.sent_revision,
      content: ContractContent.parse(row.content),
      contentSha256: row.content_sha256!,
      sentAt: row.sent_at!,
      documentId: row.document_id,
      signatureRequestId: row.signature_request_id,
      closedAt: row.closed_at,
      closedReason: row.closed_reason,
      chosenOptions: row.chosen_options as string[] | null,
    },
  };
};

const quotesOf = (tx: Tx) => tables<QuotesTables>(tx).selectFrom('quotes').selectAll().where('tenant_id', '=', tx.tenantId);

export const quoteById = async (tx: Tx, id: QuoteId): Promise<Quote | undefined> => {
  const row = await quotesOf(tx).where('id', '=', id).executeTakeFirst();
  return row && quoteFrom(row);
};

/** The same, held until the end of the transaction: sending, signing and expiring one quote come one after the other. */
export const lockQuote = async (tx: Tx, id: QuoteId): Promise<Quote | undefined> => {
  const row = await quotesOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && quoteFrom(row);
};

export type QuoteListItem = Pick<
  Row,
  | 'id'
  | 'dossier_id'
  | 'client_id'
  | 'title'
  | 'status'
  | 'number'
  | 'valid_until'
  | 'net_cents'
  | 'created_at'
  | 'sent_at'
  | 'document_id'
  | 'form'
  | 'framework_id'
  | 'trial'
>;

export const quoteList = (
  tx: Tx,
  { dossierId, frameworkId }: { dossierId?: DossierId | undefined; frameworkId?: FrameworkId | undefined } = {},
): Promise<QuoteListItem[]> => {
  let query = tables<QuotesTables>(tx)
    .selectFrom('quotes')
    .select([
      'id',
      'dossier_id',
      'client_id',
      'title',
      'status',
      'number',
      'valid_until',
      'net_cents',
      'created_at',
      'sent_at',
      'document_id',
      'form',
      'framework_id',
      'trial',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('created_at', 'desc')
    .limit(200);
  if (dossierId) query = query.where('dossier_id', '=', dossierId);
  if (frameworkId) query = query.where('framework_id', '=', frameworkId);
  return query.execute();
};

/** The offers already sent to a client, newest first. */
export const sentQuotes = async (tx: Tx, clientId: ClientId): Promise<Quote[]> =>
  (
    await quotesOf(tx)
      .where('client_id', '=', clientId)
      .where('status', 'in', ['sent', 'signed'])
      .orderBy('sent_at', 'desc')
      .limit(60)
      .execute()
  ).map(quoteFrom);

export const insertQuote = (tx: Tx, quote: Extract<Quote, { status: 'draft' }>) =>
  tables<QuotesTables>(tx)
    .insertInto('quotes')
    .values({
      tenant_id: tx.tenantId,
      id: quote.id,
      dossier_id: quote.dossierId,
      client_id: quote.clientId,
      title: quote.title,
      form: quote.form,
      selection: quote.selection && JSON.stringify(quote.selection),
      framework_id: quote.frameworkId,
      trial: quote.isTrial,
      status: 'draft',
      draft: JSON.stringify(quote.draft),
      revision: quote.revision,
      valid_until: quote.validUntil,
      net_cents: quote.netCents,
      created_at: quote.createdAt,
      updated_at: quote.updatedAt,
      version: quote.version,
    } as Insertable<QuotesTables['quotes']>)
    .execute();

export const updateQuote = (tx: Tx, id: QuoteId, change: Updateable<QuotesTables['quotes']>) =>
  tables<QuotesTables>(tx)
    .updateTable('quotes')
    .set({ ...change, updated_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
