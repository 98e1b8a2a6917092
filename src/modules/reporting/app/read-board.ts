import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { articleOf, wholeVolume } from '../../contracts/index.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionById } from '../../missions/queries.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { outcomeCounts } from '../../calls/queries.ts';
import { workingDaysIn } from '../domain/consumed-volumes.ts';
import { measureHypotheses } from '../domain/measure-hypotheses.ts';
import { refusalReasons } from '../domain/refusal-reasons.ts';
import { readMission } from '../domain/report-snapshot.ts';
import { readFigures } from './read-figures.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;

/** A mission that this person may see; someone else's is like one that does not exist. */
export const missionSeenBy = async (tx: Tx, actor: Reader, id: MissionId): Promise<Mission | null> => {
  const mission = await missionById(tx, id);
  return mission && (actor.kind === 'member' || mission.clientId === actor.clientId) ? mission : null;
};

/** A refusal names a criterion of the terms of its booking: one that an amendment removed still counts. */
const criteriaEverSigned = async (tx: Tx, id: MissionId) => {
  const criteria = (await termsVersions(tx, id)).flatMap(({ content }) => content.terms.appointments.criteria);
  return [...new Map(criteria.map((criterion) => [criterion.id, criterion])).values()];
};

export const readBoard =
  ({ db }: { db: Database }) =>
  (actor: Reader, id: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionSeenBy(tx, actor, id);
      if (!mission) return null;
      const { content } = (await termsInForce(tx, id)) ?? (await termsVersions(tx, id))[0]!;
      const { terms } = content;
      const reading = readMission(terms, await readFigures(tx, mission), tx.now);
      const article = (path: string) => articleOf(content.articles, path) ?? null;
      const days = workingDaysIn(terms.period);
      const callsBought = wholeVolume(terms, 'calls');
      const outcomes = await outcomeCounts(tx, id, civilDateOf(mission.openedAt), civilDateOf(tx.now));
      return {
        mission: {
          id: mission.id,
          name: mission.name,
          status: mission.status,
          statusReason: mission.statusReason,
          startsOn: mission.startsOn,
          endsOn: mission.endsOn,
          quoteNumber: content.number,
        },
        ...reading,
        today: civilDateOf(tx.now),
        days: [...reading.days],
        appointments: reading.appointments.map(({ ref, company, bookedAt, meetingAt, reviewBy, state, acceptedBy }) => ({
          ref,
          company,
          bookedAt,
          meetingAt,
          reviewBy,
          state,
          acceptedBy,
        })),
        volumes: reading.volumes.map((volume) => ({ ...volume, article: article(`volumes.${volume.id}`) })),
        warnAtPercent: terms.volumes.warnAtPercent,
        plan: { days, callsPerDay: callsBought === null || days.length === 0 ? null : callsBought / days.length },
        hypotheses: measureHypotheses(terms.hypotheses, reading.totals),
        refusals: {
          byClient: (await criteriaEverSigned(tx, id))
            .map(({ id: criterionId, label }) => ({
              label,
              count: reading.appointments.filter(({ refusal }) => refusal?.criterionId === criterionId).length,
            }))
            .filter(({ count }) => count > 0),
          onCalls: refusalReasons(outcomes),
        },
        articles: {
          indicators: article('indicators'),
          volumes: article('volumes'),
          hypotheses: article('hypotheses'),
          changes: article('changes'),
          criteria: article('appointments.criteria'),
        },
      };
    });
