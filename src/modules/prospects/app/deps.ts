import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, MissionId } from '../../../shared/ids.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { missionById } from '../../missions/queries.ts';

export type Deps = { db: Database; files: Files };

/** Someone who belongs to the organisation: its member, or its client, who sees their own missions only. */
export type Insider = Extract<Actor, { kind: 'member' | 'client' }>;

export const within = <T>({ db }: Pick<Deps, 'db'>, actor: Insider, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withTenant(actor.tenantId, actor, work);

export const mayReach = (actor: Insider, clientId: ClientId): boolean => actor.kind === 'member' || actor.clientId === clientId;

/** The mission, when this person may see it; someone else's is as unknown as one that does not exist. */
export const missionFor = async (tx: Tx, actor: Insider, missionId: MissionId) => {
  const mission = await missionById(tx, missionId);
  return mission && mayReach(actor, mission.clientId) ? mission : undefined;
};
