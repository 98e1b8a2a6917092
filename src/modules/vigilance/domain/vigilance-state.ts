import type { Cents } from '../../../shared/money.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type VigilanceDocument, type VigilanceKind, vigilanceKinds, vigilanceThresholdCents } from './vigilance-document.ts';

/** A document that a client must hold and does not. `since`: the last day on which the stale one was good. */
export type Lacking = { kind: VigilanceKind; why: 'missing' } | { kind: VigilanceKind; why: 'stale'; since: CivilDate };

/** Where the provider stands towards one client, or one mission, on a day. */
export type VigilanceState = {
  engagedCents: Cents;
  thresholdCents: Cents;
  /** Below the threshold the law asks for nothing. */
  required: boolean;
  lacking: Lacking[];
};

/** The document of each kind that is good on a day: the one that lasts longest. */
export const documentInForce = <Document extends Pick<VigilanceDocument, 'kind' | 'issuedOn' | 'validThrough'>>(
  documents: readonly Document[],
  kind: VigilanceKind,
  on: CivilDate,
): Document | undefined =>
  documents
    .filter((one) => one.kind === kind && one.issuedOn <= on && on <= one.validThrough)
    .reduce<Document | undefined>((best, one) => (best && best.validThrough >= one.validThrough ? best : one), undefined);

/**
 * Which documents stand in the way of a mission (C. trav. L8222-1, D8222-5). The client is the one protected: without them it
 * answers for the provider’s social debts, so no call is placed for it until they are there.
 */
export const vigilanceState = (
  engagedCents: Cents,
  documents: readonly Pick<VigilanceDocument, 'kind' | 'issuedOn' | 'validThrough'>[],
  on: CivilDate,
): VigilanceState => {
  const required = engagedCents >= vigilanceThresholdCents;
  return {
    engagedCents,
    thresholdCents: vigilanceThresholdCents,
    required,
    lacking: required ? vigilanceKinds.flatMap((kind) => lackingOf(documents, kind, on)) : [],
  };
};

const lackingOf = (
  documents: readonly Pick<VigilanceDocument, 'kind' | 'issuedOn' | 'validThrough'>[],
  kind: VigilanceKind,
  on: CivilDate,
): Lacking[] => {
  if (documentInForce(documents, kind, on)) return [];
  const last = documents
    .filter((one) => one.kind === kind)
    .map((one) => one.validThrough)
    .sort()
    .at(-1);
  return [last && last < on ? { kind, why: 'stale', since: last } : { kind, why: 'missing' }];
};
