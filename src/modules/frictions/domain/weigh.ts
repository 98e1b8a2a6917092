import type { FrictionOrigin } from './friction.ts';

/** A refusal under a signed criterion is ordinary; a dispute, a ruling or an offer refused costs a relation. */
const weightOf: Readonly<Record<FrictionOrigin, number>> = {
  refusal: 1,
  dispute: 3,
  ruling: 3,
  offer_refused: 3,
  out_of_scope: 2,
  noted: 3,
};

/** From here on, the point deserves its clause: one dispute, or three plain refusals. */
export const dueWeight = 3;

export const weigh = (origins: readonly FrictionOrigin[]): number =>
  origins.reduce((total, origin) => total + weightOf[origin], 0);

export const deservesClause = (origins: readonly FrictionOrigin[]): boolean => weigh(origins) >= dueWeight;
