import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/db/testing.ts';
import { instant } from '../../../shared/time.ts';
import { owner, tenantId } from '../testing/mission-in-database.ts';
import { type InvoiceListRequest, type InvoiceRow, invoicePage, invoiceSorts, invoiceTotals } from './invoice-list.ts';

let t: TestDatabase;
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => t.db.withTenant(tenantId, owner, work);

/** 250 invoices of 7 clients, some of the same day and amount, then a credit note of the first. */
beforeAll(async () => {
  t = await testDatabase({ now: instant('2026-06-15T10:00:00Z') });
  await inTenant((tx) =>
    sql`insert into invoices (tenant_id, id, dossier_id, client_id, mission_id, kind, number, client_name, issued_on, due_on,
          net_cents, vat_cents, gross_cents, prepaid_cents, prepaid_net_cents, prepaid_vat_cents, payable_cents, content, cii, cii_sha256, issued_at)
        select ${tenantId}::uuid, ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, gen_random_uuid(),
               ('00000000-0000-7000-9000-' || lpad((g % 7)::text, 12, '0'))::uuid, gen_random_uuid(), 'final', 'FA-2026-' || lpad(g::text, 4, '0'),
               'Client ' || (g % 7), date '2026-01-01' + g / 3, date '2026-02-01' + g / 3,
               10000 * (g % 5), 2000 * (g % 5), 12000 * (g % 5), 0, 0, 0, 12000 * (g % 5), '{}', '<x/>', repeat('0', 64), now()
          from generate_series(1, 250) g`.execute(tx.sql),
  );
  await inTenant((tx) =>
    sql`insert into invoices select tenant_id, gen_random_uuid(), dossier_id, client_id, mission_id, 'credit_note', 'AV-2026-0001', client_name, null,
          date '2026-06-01', null, net_cents, vat_cents, gross_cents, 0, payable_cents, id, '{}', '<x/>', repeat('0', 64), now(), 0, 0
          from invoices where number = 'FA-2026-0001'`.execute(tx.sql),
  );
});
afterAll(() => t.stop());

const walk = async (request: Partial<InvoiceListRequest>): Promise<InvoiceRow[]> => {
  const rows: InvoiceRow[] = [];
  for (let after: string | undefined, turn = 0; turn < 100; turn += 1) {
    const page = await inTenant((tx) => invoicePage(tx, { sort: 'issuedOn', descending: true, limit: 17, ...request, after }));
    rows.push(...page.invoices);
    if (page.next === null) return rows;
    after = page.next;
  }
  throw new Error('the list never ends');
};

test.each(invoiceSorts.flatMap((sort) => [true, false].map((descending) => ({ sort, descending }))))(
  'walking the pages by $sort (descending: $descending) shows every invoice once, in order',
  async ({ sort, descending }) => {
    const rows = await walk({ sort, descending });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(sort === 'dueOn' ? 250 : 251); // a credit note is never due
    expect(rows).toHaveLength(sort === 'dueOn' ? 250 : 251);
    const key = { issuedOn: 'issuedOn', dueOn: 'dueOn', payable: 'payableCents', client: 'clientName' } as const;
    const values = rows.map((row) => row[key[sort]]!);
    const inOrder = values.every(
      (value, index) => index === 0 || (descending ? values[index - 1]! >= value : values[index - 1]! <= value),
    );
    expect(inOrder).toBe(true);
  },
);

test('a cancelled invoice and its credit note are told apart, and leave the total as if neither had been', async () => {
  expect(await walk({ state: 'credited' })).toMatchObject([{ number: 'FA-2026-0001', state: 'credited' }]);
  expect(await walk({ state: 'credit_note' })).toMatchObject([{ number: 'AV-2026-0001', state: 'credit_note' }]);
  const all = await inTenant((tx) => invoiceTotals(tx, {}));
  const others = (await walk({})).filter(({ state }) => state === 'to_pay' || state === 'overdue');
  expect(all).toMatchObject({ count: 251, payableCents: others.reduce((sum, { payableCents }) => sum + payableCents, 0) });
});

test('« échéance passée » starts the day after the due date', async () => {
  t.clock.set(instant('2026-03-10T10:00:00Z'));
  const overdue = await walk({ state: 'overdue' });
  const toPay = await walk({ state: 'to_pay' });
  expect(overdue.every(({ dueOn }) => dueOn! < '2026-03-10')).toBe(true);
  expect(toPay.every(({ dueOn }) => dueOn! >= '2026-03-10')).toBe(true);
  expect(overdue.length + toPay.length).toBe(249);
});

test('searching finds a number or a client, and takes % and _ for what they are', async () => {
  expect(await walk({ search: 'fa-2026-0042' })).toHaveLength(1);
  expect((await walk({ search: 'client 3' })).every(({ clientName }) => clientName === 'Client 3')).toBe(true);
  expect(await walk({ search: '%' })).toHaveLength(0);
});

test('a cursor that is not ours starts again from the first page', async () => {
  const page = await inTenant((tx) => invoicePage(tx, { sort: 'issuedOn', descending: true, limit: 5, after: 'nonsense' }));
  expect(page.invoices).toHaveLength(5);
});
