import { type SqlBool, sql } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId, DossierId, InvoiceId, MissionId } from '../../../shared/ids.ts';
import { type Cents, cents } from '../../../shared/money.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import type { InvoiceKind } from '../domain/invoice.ts';
import type { InvoicingTables } from './tables.ts';

/** to_pay: not due yet. overdue: the due date is past. credited: cancelled. credit_note: an avoir. */
export const invoiceStates = ['to_pay', 'overdue', 'credited', 'credit_note'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const invoiceSorts = ['issuedOn', 'dueOn', 'payable', 'client'] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

export type InvoiceFilter = {
  state?: InvoiceState | undefined;
  clientId?: ClientId | undefined;
  missionId?: MissionId | undefined;
  dossierId?: DossierId | undefined;
  search?: string | undefined;
};
export type InvoiceListRequest = InvoiceFilter & {
  sort: InvoiceSort;
  descending: boolean;
  /** Where the page before ended. */
  after?: string | undefined;
  limit: number;
};

export type InvoiceRow = {
  id: InvoiceId;
  number: string;
  kind: InvoiceKind;
  state: InvoiceState;
  clientId: ClientId;
  clientName: string;
  missionId: MissionId;
  dossierId: DossierId;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  payableCents: Cents;
};
export type InvoiceTotals = { count: number; netCents: Cents; vatCents: Cents; payableCents: Cents };
export type InvoicePage = { invoices: InvoiceRow[]; next: string | null };

const sortColumns = { issuedOn: 'issued_on', dueOn: 'due_on', payable: 'payable_cents', client: 'client_name' } as const;

/** One page of invoices, walked by keyset: the thousandth page costs what the first does. */
export const invoicePage = async (tx: Tx, request: InvoiceListRequest): Promise<InvoicePage> => {
  const { sort, descending, after, limit } = request;
  const today = civilDateOf(tx.now);
  const column = sql.ref(`i.${sortColumns[sort]}`);
  const direction = descending ? sql`desc` : sql`asc`;
  let query = filtered(tx, request, today).select([
    'i.id',
    'i.number',
    'i.kind',
    'i.client_id as clientId',
    'i.client_name as clientName',
    'i.mission_id as missionId',
    'i.dossier_id as dossierId',
    'i.issued_on as issuedOn',
    'i.due_on as dueOn',
    'i.net_cents as netCents',
    'i.vat_cents as vatCents',
    'i.gross_cents as grossCents',
    'i.payable_cents as payableCents',
    isCredited.as('credited'),
  ]);
  const from = after === undefined ? null : readCursor(after);
  if (from)
    query = query.where(sql<SqlBool>`(${column}, i.id) ${descending ? sql`<` : sql`>`} (${from.value}, ${from.id}::uuid)`);
  // A credit note has no due date: sorting by it would lose the notes between two pages, so they are left out.
  if (sort === 'dueOn') query = query.where('i.due_on', 'is not', null);
  const rows = await query
    .orderBy(sql`${column} ${direction}`)
    .orderBy(sql`i.id ${direction}`)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit).map(({ credited, ...row }) => ({ ...row, state: stateOf(row, credited, today) }));
  const last = page.at(-1);
  return {
    invoices: page,
    next: rows.length > limit && last ? cursorOf(sort, last) : null,
  };
};

const isCredited = sql<boolean>`exists (select 1 from invoices c where c.tenant_id = i.tenant_id and c.credits_id = i.id)`;

const filtered = (tx: Tx, { state, clientId, missionId, dossierId, search }: InvoiceFilter, today: CivilDate) => {
  let query = tables<InvoicingTables>(tx).selectFrom('invoices as i').where('i.tenant_id', '=', tx.tenantId);
  if (clientId) query = query.where('i.client_id', '=', clientId);
  if (missionId) query = query.where('i.mission_id', '=', missionId);
  if (dossierId) query = query.where('i.dossier_id', '=', dossierId);
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) => where.or([where('i.number', 'ilike', pattern), where('i.client_name', 'ilike', pattern)]));
  }
  switch (state) {
    case 'credit_note':
      return query.where('i.kind', '=', 'credit_note');
    case 'credited':
      return query.where(isCredited);
    case 'to_pay':
      return query.where('i.due_on', '>=', today).where(sql<SqlBool>`not ${isCredited}`);
    case 'overdue':
      return query.where('i.due_on', '<', today).where(sql<SqlBool>`not ${isCredited}`);
    default:
      return query;
  }
};

/**
 * The totals of the whole filtered list, asked apart so that the page never waits for them. Each deposit counts once (on
 * its own invoice, not again on the final one that deducts it), and credit notes count against the total.
 */
export const invoiceTotals = async (tx: Tx, request: InvoiceFilter): Promise<InvoiceTotals> => {
  const signed = (amount: ReturnType<typeof sql>) =>
    sql<string>`coalesce(sum(case when i.kind = 'credit_note' then -(${amount}) else ${amount} end), 0)`;
  const row = await filtered(tx, request, civilDateOf(tx.now))
    .select([
      sql<number>`count(*)`.as('count'),
      signed(sql`i.net_cents - i.prepaid_net_cents`).as('net'),
      signed(sql`i.vat_cents - i.prepaid_vat_cents`).as('vat'),
      signed(sql`i.payable_cents`).as('payable'),
    ])
    .executeTakeFirstOrThrow();
  const whole = (sum: string) => cents(Number(sum));
  return { count: row.count, netCents: whole(row.net), vatCents: whole(row.vat), payableCents: whole(row.payable) };
};

export const stateOf = (
  { kind, dueOn }: { kind: InvoiceKind; dueOn: CivilDate | null },
  credited: boolean,
  today: CivilDate,
): InvoiceState => {
  if (kind === 'credit_note') return 'credit_note';
  if (credited) return 'credited';
  return dueOn !== null && dueOn < today ? 'overdue' : 'to_pay';
};

const cursorOf = (sort: InvoiceSort, row: InvoiceRow): string => {
  const value = { issuedOn: row.issuedOn, dueOn: row.dueOn, payable: row.payableCents, client: row.clientName }[sort];
  return Buffer.from(JSON.stringify([value, row.id])).toString('base64url');
};

/** A cursor that was not ours reads as the beginning. */
const readCursor = (cursor: string): { value: string | number; id: string } | null => {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string | number, string];
    return /^[0-9a-f-]{36}$/.test(id) && (typeof value === 'string' || typeof value === 'number') ? { value, id } : null;
  } catch {
    return null;
  }
};
