import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { addMonths, civilDateOf } from '../../../shared/time.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import { invoicePage } from '../../invoicing/queries.ts';
import { callersOf, missionList } from '../../missions/queries.ts';
import { relationIndices, type RelationMeasures, weeklySlotHours } from '../domain/requalification.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** The signs of dependence, measured on what the organisation signed and invoiced over twelve months. Its own eyes only. */
export const readRelation =
  ({ db }: { db: Database }) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, async (tx) => ({ indices: relationIndices(await measuresOf(tx)) }));

const measuresOf = async (tx: Tx): Promise<RelationMeasures> => {
  const since = addMonths(civilDateOf(tx.now), -12);
  const missions = await missionList(tx);
  const running = missions.filter(({ status }) => status !== 'closed');
  const terms = await Promise.all(
    running.map(async ({ id }) => ((await termsInForce(tx, id)) ?? (await termsVersions(tx, id))[0])?.content.terms),
  );
  const signed = terms.flatMap((one) => one ?? []);
  const callers = new Set<string>();
  for (const { id } of running) for (const { userId } of await callersOf(tx, id)) callers.add(userId);
  return {
    topClient: await topClient(tx, since),
    activeClients: new Set(
      missions.filter((one) => one.status !== 'closed' || civilDateOf(one.openedAt) > since).map((one) => one.clientId),
    ).size,
    slotHoursPerWeek: signed.length ? Math.max(...signed.map(({ calling }) => weeklySlotHours(calling.slots))) : null,
    timePriced: { missions: signed.filter(({ price }) => ['hour', 'day'].includes(price.model)).length, of: signed.length },
    otherCallers: callers.size,
  };
};

const topClient = async (tx: Tx, since: ReturnType<typeof civilDateOf>): Promise<RelationMeasures['topClient']> => {
  const totals = new Map<string, { name: string; cents: number }>();
  let after: string | undefined;
  do {
    const page = await invoicePage(tx, { sort: 'issuedOn', descending: true, limit: 500, after });
    for (const { clientId, clientName, kind, netCents, issuedOn, state } of page.invoices) {
      // A deposit is deducted on the final invoice, and what was credited was never earned.
      if (issuedOn < since || kind === 'credit_note' || kind === 'deposit' || state === 'credited') continue;
      const known = totals.get(clientId) ?? { name: clientName, cents: 0 };
      totals.set(clientId, { ...known, cents: known.cents + netCents });
    }
    const last = page.invoices.at(-1);
    after = page.next && last && last.issuedOn >= since ? page.next : undefined;
  } while (after);
  const all = [...totals.values()].sort((a, b) => b.cents - a.cents);
  const sum = all.reduce((total, { cents }) => total + cents, 0);
  return all[0] && sum > 0 ? { name: all[0].name, shareBp: Math.round((all[0].cents * 10_000) / sum) } : null;
};
