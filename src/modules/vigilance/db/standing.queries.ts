import type { Tx } from '../../../platform/db/index.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { versionInForce } from '../../contracts/index.ts';
import type { Mission } from '../../missions/index.ts';
import { missionList } from '../../missions/queries.ts';
import { engagedBy, type EngagedMission, engagedUpTo } from '../domain/engaged-total.ts';
import { vigilanceThresholdCents } from '../domain/vigilance-document.ts';
import { type VigilanceState, vigilanceState } from '../domain/vigilance-state.ts';
import { vigilanceDocuments } from './vigilance.store.ts';

/** A client’s missions with what each commits it to, under the terms that rule at a moment. */
export const engagedMissions = async (tx: Tx, dossierId: DossierId, at: Instant = tx.now): Promise<EngagedMission[]> => {
  const missions = await missionList(tx, { dossierId });
  return Promise.all(
    missions.map(async ({ id, openedAt, status }) => {
      const versions = await termsVersions(tx, id);
      const terms = versionInForce(versions, at) ?? versions[0];
      return { id, openedAt, isClosed: status === 'closed', engagedCents: terms ? engagedBy(terms.content) : cents(0) };
    }),
  );
};

/** What the duty of vigilance asks before a call of this mission, and what of it is not there. */
export const vigilanceOfMission = async (
  tx: Tx,
  mission: Pick<Mission, 'id' | 'dossierId'>,
  at: Instant = tx.now,
): Promise<VigilanceState> => {
  const engagedCents = engagedUpTo(await engagedMissions(tx, mission.dossierId, at), mission.id);
  // Asked before every call: the documents are only read where the law asks for them.
  const documents = engagedCents >= vigilanceThresholdCents ? await vigilanceDocuments(tx) : [];
  return vigilanceState(engagedCents, documents, civilDateOf(at));
};
