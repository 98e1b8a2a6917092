import { type Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { newId, type ClientId, type DossierId, type MissionId, type QuoteId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ContractContent } from '../../contracts/index.ts';
import { enactTerms } from '../../contracts/queries.ts';
import { insertMission, missionOfQuote } from '../db/missions.store.ts';
import type { MissionOpened } from '../domain/mission.ts';

export type SignedQuote = {
  quoteId: QuoteId;
  dossierId: DossierId;
  clientId: ClientId;
  content: ContractContent;
  signedAt: Instant;
};

/** The last signature opens the mission, in the same transaction: its terms come into force as they were signed. */
export const openMissionHandler = async (
  tx: Tx,
  { quoteId, dossierId, clientId, content, signedAt }: SignedQuote,
): Promise<MissionId> => {
  const existing = await missionOfQuote(tx, quoteId);
  if (existing) return existing.id;

  const missionId = newId<MissionId>();
  const { sha256 } = await enactTerms(tx, { missionId, dossierId, content, effectiveAt: signedAt });
  const { startsOn, endsOn } = content.terms.period;
  await insertMission(tx, {
    id: missionId,
    dossierId,
    clientId,
    quoteId,
    startsOn,
    endsOn,
    name: content.title,
    status: 'open',
    statusReason: null,
    openedAt: signedAt,
    version: 1,
  });
  await recordFacts<MissionOpened>(tx, {
    dossierId,
    stream: { type: 'mission', id: missionId },
    expectedVersion: 0,
    facts: [
      {
        type: 'MissionOpened',
        missionId,
        quoteId,
        clientId,
        quoteNumber: content.number,
        name: content.title,
        termsSha256: sha256,
        signedAt,
      },
    ],
  });
  return missionId;
};
