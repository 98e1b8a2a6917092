import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { DossierId, MissionId } from '../../../shared/ids.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import { callersOf, missionById, missionList } from '../db/missions.store.ts';
import type { Mission } from '../domain/mission.ts';

type Asker = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;

// A client sees its own missions only; a signer's link opens a document, not missions.
const mayRead = (actor: Asker, mission: Mission): boolean =>
  actor.kind === 'member' || (actor.kind === 'client' && mission.clientId === actor.clientId);

export const missionsFor =
  ({ db }: { db: Database }) =>
  (actor: Asker, filter: { dossierId?: DossierId | undefined }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const missions = await missionList(tx, filter.dossierId ? { dossierId: filter.dossierId } : {});
      return missions.filter((mission) => mayRead(actor, mission));
    });

/** A mission with the terms that rule it now; before their effect, the first ones signed. */
export const missionDetail =
  ({ db }: { db: Database }) =>
  (actor: Asker, id: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, id);
      if (!mission || !mayRead(actor, mission)) return null;
      const terms = (await termsInForce(tx, id)) ?? (await termsVersions(tx, id))[0]!;
      const { version, effectiveAt, sha256, content } = terms;
      return {
        ...mission,
        callers: await callersOf(tx, id),
        terms: { version, effectiveAt, sha256, number: content.number, content: { ...content } },
      };
    });
