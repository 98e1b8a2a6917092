import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, FrictionId } from '../../../shared/ids.ts';
import { catalogOf, clauseStanding } from '../../clauses/queries.ts';
import { clientById } from '../../parties/queries.ts';
import { type FrictionLine, frictionLines, occurrencesOf } from '../db/frictions.store.ts';
import { deservesClause, weigh } from '../domain/weigh.ts';

type Member = Extract<Actor, { kind: 'member' }>;

const judged = async (tx: Tx, line: FrictionLine) => ({
  ...line,
  weight: weigh(line.origins),
  deservesClause: deservesClause(line.origins),
  clauseTitle: line.clause ? ((await clauseStanding(tx, line.clause.id))?.title ?? line.clause.id) : null,
});

/** Every point of friction, the heaviest among those that wait for their clause first. */
export const readFrictions =
  ({ db }: { db: Database }) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const lines: Awaited<ReturnType<typeof judged>>[] = [];
      for (const line of await frictionLines(tx)) lines.push(await judged(tx, line));
      return lines.sort(
        (one, other) => Number(other.state === 'open') - Number(one.state === 'open') || other.weight - one.weight,
      );
    });

export const readFriction =
  ({ db }: { db: Database }) =>
  (actor: Member, id: FrictionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const line = (await frictionLines(tx)).find((one) => one.id === id);
      if (!line) return null;
      const catalog = await catalogOf(tx);
      const clients = new Map<ClientId, string | null>();
      const occurrences = await occurrencesOf(tx, id);
      for (const { clientId } of occurrences)
        if (clientId && !clients.has(clientId)) clients.set(clientId, (await clientById(tx, clientId))?.identity.name ?? null);
      return {
        ...(await judged(tx, line)),
        occurrences: occurrences.map((one) => ({ ...one, clientName: one.clientId ? clients.get(one.clientId)! : null })),
        // Clauses that already word the condition in question: perhaps one of them only needs other words.
        nearClauses: catalog
          .clauses()
          .filter((clause) => line.termPath && clause.reads.some((path) => path.startsWith(line.termPath!)))
          .map(({ id: clauseId, title, summary }) => ({ id: clauseId, title, summary })),
      };
    });
