import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { MissionId } from '../../../shared/ids.ts';
import type { TermsVersion } from '../../contracts/index.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionById } from '../../missions/queries.ts';
import type { Party } from '../domain/resiliation.ts';

/** A member speaks for the provider, a client for itself. */
export type Asker = Extract<Actor, { kind: 'member' | 'client' }>;
export const partyOf = (actor: Asker): Party => (actor.kind === 'client' ? 'client' : 'provider');

export type MissionInLife = { mission: Mission; terms: TermsVersion };

/** The mission and the terms that rule it; before their effect, the first signed. Not one’s own: as if it did not exist. */
export const missionInLife = async (tx: Tx, actor: Asker, missionId: MissionId): Promise<MissionInLife | null> => {
  const mission = await missionById(tx, missionId);
  if (!mission || (actor.kind === 'client' && mission.clientId !== actor.clientId)) return null;
  const terms = (await termsInForce(tx, missionId)) ?? (await termsVersions(tx, missionId))[0];
  return terms ? { mission, terms } : null;
};
