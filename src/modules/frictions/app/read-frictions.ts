import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { FrictionId } from '../../../shared/ids.ts';
import { catalogOf } from '../../clauses/queries.ts';
import { clientById } from '../../parties/queries.ts';
import { frictionLines, occurrencesOf } from '../db/frictions.store.ts';
import { deservesClause, weigh } from '../domain/weigh.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** Every point of friction, the heaviest among those that wait for their clause first. */
export const readFrictions =
  ({ db }: { db: Database }) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const catalog = await catalogOf(tx);
      const lines = (await frictionLines(tx)).map((line) => ({
        ...line,
        weight: weigh(line.origins),
        deservesClause: deservesClause(line.origins),
        clauseTitle: line.clause ? (catalog.clause(line.clause.id)?.title ?? line.clause.id) : null,
      }));
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
      const occurrences = await Promise.all(
        (await occurrencesOf(tx, id)).map(async (occurrence) => ({
          ...occurrence,
          clientName: occurrence.clientId ? ((await clientById(tx, occurrence.clientId))?.identity.name ?? null) : null,
        })),
      );
      return {
        ...line,
        weight: weigh(line.origins),
        deservesClause: deservesClause(line.origins),
        clauseTitle: line.clause ? (catalog.clause(line.clause.id)?.title ?? line.clause.id) : null,
        occurrences,
        // Clauses that already word the condition in question: perhaps one of them only needs other words.
        nearClauses: catalog
          .clauses()
          .filter((clause) => line.termPath && clause.reads.some((path) => path.startsWith(line.termPath!)))
          .map(({ id: clauseId, title, summary }) => ({ id: clauseId, title, summary })),
      };
    });
