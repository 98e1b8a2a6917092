import type { MissionId } from '../../../shared/ids.ts';
import { type Cents, cents, lineAmount, sumCents } from '../../../shared/money.ts';
import { addMonths, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { ContractContent } from '../../contracts/index.ts';

/** What a signed document commits the client to, before tax: its price lines, without the options that were not ticked. */
export const engagedBy = ({ terms, chosenOptions }: Pick<ContractContent, 'terms' | 'chosenOptions'>): Cents =>
  sumCents(
    terms.price.lines
      .filter((line) => !line.optional || chosenOptions?.includes(line.id))
      .map((line) => lineAmount(line.quantity, line.unitPriceCents)),
  );

export type EngagedMission = { id: MissionId; openedAt: Instant; isClosed: boolean; engagedCents: Cents };

/**
 * What is engaged with one client when a mission is signed: that mission and those before it that still run, or that were
 * signed in the twelve months before. An operation cut into small orders is one operation (C. trav. R8222-1); a mission
 * already under way is not stopped by one that is signed after it.
 */
export const engagedUpTo = (missions: readonly EngagedMission[], missionId: MissionId): Cents => {
  const mission = missions.find(({ id }) => id === missionId);
  if (!mission) return cents(0);
  const since = addMonths(civilDateOf(mission.openedAt), -12);
  return sumCents(
    missions
      .filter((one) => one.openedAt < mission.openedAt || (one.openedAt === mission.openedAt && one.id <= mission.id))
      .filter((one) => one.id === mission.id || !one.isClosed || civilDateOf(one.openedAt) > since)
      .map(({ engagedCents }) => engagedCents),
  );
};
