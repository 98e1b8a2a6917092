import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import canonical from '../../../../test/fixtures/canonical-mission.json' with { type: 'json' };
import type { Tx } from '../../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/db/testing.ts';
import { readJournal, recordFacts, verifyChain } from '../../../platform/journal/index.ts';
import type { DossierId, InvoiceId, MissionId, TenantId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import { civilDate, clockTime, instant, momentOf } from '../../../shared/time.ts';
import { invoicePage, invoiceTotals } from '../db/invoice-list.ts';
import { findInvoice, issuedInvoices } from '../db/invoices.store.ts';
import type { DerivableKind } from '../domain/invoice.ts';
import { canonicalSteps, contractOf } from '../testing/canonical-invoices.ts';
import { canonicalSources, openMission, owner, tenantId } from '../testing/mission-in-database.ts';
import { aBuyer, aSeller } from '../testing/sample-parties.ts';
import { sampleTerms } from '../testing/sample-terms.ts';
import { creditInvoiceHandler } from './credit-invoice.handler.ts';
import { depositFollowsSignature } from './deposit-follows-signature.ts';
import { issueInvoice } from './issue-invoice.handler.ts';

let t: TestDatabase;
const sources = canonicalSources();
beforeAll(async () => {
  t = await testDatabase({ now: instant('2026-03-05T10:00:00Z') });
  t.db.react([depositFollowsSignature(sources)]);
});
afterAll(() => t.stop());

const inTenant = <T>(work: (tx: Tx) => Promise<T>, tenant: TenantId = tenantId) =>
  t.db.withTenant(tenant, { ...owner, tenantId: tenant } as typeof owner, work);
const on = (day: string) => t.clock.set(momentOf(civilDate(day), clockTime('11:00')));

/** A mission signed on 5 March; the deposit follows. */
const signedMission = async (tenant: TenantId = tenantId) => {
  on('2026-03-05');
  return inTenant(async (tx) => {
    const opened = await openMission(tx, contractOf(sampleTerms));
    const { dossierId, ...fact } = opened;
    await recordFacts(tx, { dossierId, stream: { type: 'mission', id: opened.missionId }, expectedVersion: 0, facts: [fact] });
    return opened;
  }, tenant);
};
const issue = (missionId: MissionId, kind: DerivableKind, tenant?: TenantId) =>
  inTenant((tx) => issueInvoice(sources)(tx, { missionId, kind }), tenant);

describe('the canonical mission in the database', () => {
  let mission: { missionId: MissionId; dossierId: DossierId };
  beforeAll(async () => {
    mission = await signedMission();
    for (const [kind, day] of canonicalSteps.slice(1)) {
      on(day);
      expect(await issue(mission.missionId, kind)).toMatchObject({ ok: true });
    }
  });

  test('the signature has issued the deposit invoice in its own transaction, the others follow, to the cent', async () => {
    const { invoices } = await inTenant((tx) =>
      invoicePage(tx, { missionId: mission.missionId, sort: 'issuedOn', descending: false, limit: 10 }),
    );
    const expected = canonical.expected.invoices.map(
      ({ issuedOn, netCents, vatCents, grossCents, payableCents, dueOn }, index) => ({
        number: `FA-2026-000${index + 1}`,
        issuedOn,
        dueOn: dueOn ?? issuedOn,
        netCents,
        vatCents,
        grossCents,
        payableCents: payableCents ?? grossCents,
      }),
    );
    expect(invoices).toMatchObject(expected);
    const totals = await inTenant((tx) => invoiceTotals(tx, { missionId: mission.missionId }));
    const { netCents, vatCents, grossCents } = canonical.expected.totals;
    expect(totals).toEqual({ count: 4, netCents, vatCents, payableCents: grossCents }); // the deposit counts once
  });

  test('each issue is in the dossier’s journal, with what its lines rest on, and the chain holds', async () => {
    const journal = await inTenant((tx) => readJournal(tx, mission.dossierId));
    expect(verifyChain(journal).ok).toBe(true);
    const issuedFacts = journal.filter(({ type }) => type === 'InvoiceIssued');
    expect(issuedFacts.map(({ body }) => body['payableCents'])).toEqual([57_600, 76_800, 208_800, 10_800]);
    expect(issuedFacts[3]!.body['lines']).toEqual([{ netCents: 9_000, evidence: ['appointment:appointment-RDV-15'] }]);
  });

  test('the PDF of each is asked for in the same transaction', async () => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from pgboss.job where name = 'render-invoice-pdf'`.execute(t.db.shared);
    expect(rows[0]!.count).toBeGreaterThanOrEqual(4);
  });

  test('nothing is billed twice', async () => {
    on('2026-04-20');
    expect(await issue(mission.missionId, 'complementary')).toMatchObject({ ok: false, code: 'nothing_to_invoice' });
    expect(await issue(mission.missionId, 'final')).toMatchObject({ ok: false, code: 'final_already_issued' });
  });

  test('an issued invoice cannot be changed nor deleted, even by a mistake in our own code', async () => {
    for (const table of ['invoices', 'invoice_lines', 'invoice_evidence'])
      await expect(
        inTenant((tx) => sql`delete from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(tx.sql)),
      ).rejects.toThrow(/permission denied/);
    await expect(
      inTenant((tx) => sql`update invoices set number = 'X' where tenant_id = ${tenantId}`.execute(tx.sql)),
    ).rejects.toThrow(/permission denied/);
  });

  test('another organisation sees none of them', async () => {
    const other = newId<TenantId>();
    const page = await inTenant((tx) => invoicePage(tx, { sort: 'issuedOn', descending: true, limit: 10 }), other);
    expect(page).toEqual({ invoices: [], next: null });
    expect(await inTenant((tx) => invoiceTotals(tx, {}), other)).toMatchObject({ count: 0, payableCents: 0 });
  });
});

describe('a credit note', () => {
  let missionId: MissionId;
  let invoices: InvoiceId[];
  const credit = (invoiceId: InvoiceId, reason = 'Mauvais client') =>
    inTenant((tx) => creditInvoiceHandler(tx, { invoiceId, reason }));
  beforeEach(async () => {
    ({ missionId } = await signedMission());
    on('2026-04-10');
    await issue(missionId, 'intermediate');
    await issue(missionId, 'final');
    invoices = (await inTenant((tx) => issuedInvoices(tx, missionId))).map(({ id }) => id);
  });

  test('cancels an invoice whole, in its own series, and what it billed is billed again to the same cents', async () => {
    const decision = await credit(invoices[2]!);
    expect(decision).toMatchObject({
      ok: true,
      facts: [{ type: 'CreditNoteIssued', payableCents: 208_800, reason: 'Mauvais client' }],
    });
    expect(decision.ok && decision.facts[0]!.number).toMatch(/^AV-2026-000\d$/);
    expect(await issue(missionId, 'final')).toMatchObject({ ok: true, facts: [{ netCents: 222_000, payableCents: 208_800 }] });
  });
  test('cancels once only', async () => {
    await credit(invoices[2]!);
    expect(await credit(invoices[2]!)).toMatchObject({ ok: false, code: 'already_credited' });
  });
  test('is refused while a later invoice deducts this one, naming it', async () => {
    expect(await credit(invoices[0]!)).toMatchObject({ ok: false, code: 'later_invoice_stands' });
    expect(await credit(invoices[1]!)).toMatchObject({ ok: false, code: 'later_invoice_stands' });
  });
  test('is refused without a reason, of another credit note, of an unknown invoice', async () => {
    expect(await credit(invoices[2]!, ' ')).toMatchObject({ code: 'reason_required' });
    const note = await credit(invoices[2]!);
    expect(await credit((note.ok ? note.facts[0]!.invoiceId : '') as InvoiceId)).toMatchObject({
      code: 'credit_note_not_creditable',
    });
    expect(await credit(newId<InvoiceId>())).toMatchObject({ code: 'unknown_invoice' });
  });
});

describe('when two people act at once', () => {
  test('one final invoice is issued, the other is told so', async () => {
    const { missionId } = await signedMission();
    on('2026-04-10');
    const both = await Promise.all([issue(missionId, 'final'), issue(missionId, 'final')]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test('twenty missions signed together get twenty numbers without a gap', async () => {
    const tenant = newId<TenantId>();
    await Promise.all(Array.from({ length: 20 }, () => signedMission(tenant)));
    const { invoices } = await inTenant((tx) => invoicePage(tx, { sort: 'issuedOn', descending: false, limit: 100 }), tenant);
    expect(invoices.map(({ number }) => number).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `FA-2026-${String(index + 1).padStart(4, '0')}`),
    );
  });

  test('an issue that fails gives its number back', async () => {
    const tenant = newId<TenantId>();
    const { missionId } = await signedMission(tenant);
    on('2026-04-10');
    await expect(
      inTenant(async (tx) => {
        await issueInvoice(sources)(tx, { missionId, kind: 'final' });
        throw new Error('the disk is full');
      }, tenant),
    ).rejects.toThrow('the disk is full');
    expect(await issue(missionId, 'final', tenant)).toMatchObject({ ok: true, facts: [{ number: 'FA-2026-0002' }] });
  });
});

describe('refused before any number is taken', () => {
  test.each([
    ['client_without_siren', { seller: aSeller(), buyer: aBuyer({ siren: null, siret: null }) }],
    ['vat_regime_changed', { seller: aSeller({ vatRegime: 'franchise' }), buyer: aBuyer() }],
  ] as const)('%s', async (code, parties) => {
    const { missionId } = await signedMission();
    on('2026-04-10');
    const decision = await inTenant((tx) =>
      issueInvoice(canonicalSources({ parties: async () => parties }))(tx, { missionId, kind: 'final' }),
    );
    expect(decision).toMatchObject({ ok: false, code });
  });
  test('unknown_mission', async () => {
    expect(await issue(newId<MissionId>(), 'final')).toMatchObject({ ok: false, code: 'unknown_mission' });
  });
});

test('what was sent is kept byte for byte', async () => {
  const { missionId } = await signedMission();
  const [deposit] = await inTenant((tx) => issuedInvoices(tx, missionId));
  const stored = await inTenant((tx) => findInvoice(tx, deposit!.id));
  expect(stored!.cii).toContain(`<ram:ID>${deposit!.number}</ram:ID><ram:TypeCode>386</ram:TypeCode>`);
});
