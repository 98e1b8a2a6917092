import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionList } from '../../missions/queries.ts';
import type { ClientIdentity } from '../../parties/index.ts';
import { finalReportOf } from '../db/reports.store.ts';
import { consumedVolumes } from '../domain/consumed-volumes.ts';
import { nextStep } from '../domain/next-step.ts';
import { readFigures } from './read-figures.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;

/** The missions that this person may see, each with what it used and what moves it on. */
export const readMissionLines =
  ({ db }: { db: Database }) =>
  (actor: Reader) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const seen = (await missionList(tx)).filter((mission) => actor.kind === 'member' || mission.clientId === actor.clientId);
      const missions = [];
      for (const mission of seen) missions.push(await lineOf(tx, mission));
      return { now: tx.now, missions };
    });

const lineOf = async (tx: Tx, mission: Mission) => {
  const { content } = (await termsInForce(tx, mission.id)) ?? (await termsVersions(tx, mission.id))[0]!;
  const figures = await readFigures(tx, mission);
  const volumes = consumedVolumes(content.terms, figures, civilDateOf(tx.now));
  const hasFinalReport = (await finalReportOf(tx, mission.id)) !== undefined;
  const { id, dossierId, name, status, statusReason, startsOn, endsOn } = mission;
  return {
    id,
    dossierId,
    name,
    status,
    statusReason,
    startsOn,
    endsOn,
    volumes,
    clientName: (content.client as ClientIdentity).name,
    quoteNumber: content.number,
    next: nextStep({ status, startsOn, endsOn, hasFinalReport, volumes, appointments: figures.appointments }, tx.now),
  };
};
