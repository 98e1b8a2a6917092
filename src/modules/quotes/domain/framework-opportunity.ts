import { addDays, type CivilDate } from '../../../shared/time.ts';
import {
  type DraftTerms,
  type GridLine,
  sharedPaths,
  type TermPath,
  type Terms,
  termUnits,
  unitOf,
} from '../../contracts/index.ts';

/** One offer already made to a client, as far as it can teach a framework. */
export type PastOffer = {
  id: string;
  number: string;
  title: string;
  status: 'sent' | 'signed';
  sentOn: CivilDate;
  isTrial: boolean;
  terms: Terms;
};

export type Difference = { path: TermPath; values: { value: unknown; offers: PastOffer[] }[] };
/** What past offers have in common, and what they leave to choose. */
export type FrameworkOpportunity = {
  because: 'repeated' | 'trial_ended';
  offers: PastOffer[];
  common: { path: TermPath; value: unknown }[];
  differing: Difference[];
  priceGrid: GridLine[];
};

/** From how many near offers within a year a framework is worth proposing. */
export const repeatedFrom = 3;
/** Share of the conditions that two offers must hold alike to be called near. */
const nearFrom = 0.6;

/** The conditions that a framework may hold, unit by unit. */
const units = termUnits.filter((unit) => sharedPaths.some((path) => unit === path || unit.startsWith(`${path}.`)));
const key = (value: unknown) => JSON.stringify(value);

/** How much of what a framework would hold two offers say alike, from 0 to 1. */
export const nearness = (one: Terms, other: Terms): number =>
  units.filter((path) => key(unitOf(one as DraftTerms, path)) === key(unitOf(other as DraftTerms, path))).length / units.length;

/**
 * A framework is proposed once a trial mission is over, or after three offers of the same kind, on near terms, within twelve months.
 * What they all say is kept; what differs is listed for choice, the latest first.
 */
export const frameworkOpportunity = (
  past: readonly PastOffer[],
  { today }: { today: CivilDate },
): FrameworkOpportunity | null => {
  const recent = past
    .filter(({ sentOn }) => sentOn > addDays(today, -366))
    .sort((one, other) => (one.sentOn < other.sentOn ? 1 : -1));
  const [latest] = recent;
  if (!latest) return null;
  const similar = recent.filter(
    ({ terms }) => terms.scope.missionKind === latest.terms.scope.missionKind && nearness(terms, latest.terms) >= nearFrom,
  );
  if (similar.length >= repeatedFrom) return learnt('repeated', similar);
  const trial = recent.find(({ isTrial, status, terms }) => isTrial && status === 'signed' && terms.period.endsOn < today);
  return trial ? learnt('trial_ended', [trial]) : null;
};

const learnt = (because: FrameworkOpportunity['because'], offers: PastOffer[]): FrameworkOpportunity => {
  const found = units.map((path): Difference => {
    const groups = Map.groupBy(offers, ({ terms }) => key(unitOf(terms as DraftTerms, path)));
    return {
      path,
      values: [...groups.values()].map((said) => ({ value: unitOf(said[0]!.terms as DraftTerms, path), offers: said })),
    };
  });
  const said = found.filter(({ values }) => values.some(({ value }) => value !== undefined));
  const lines = offers.flatMap(({ terms }) => terms.price.lines).filter(({ kind }) => kind !== 'expense');
  const byLine = Map.groupBy(lines, ({ id, kind }) => `${kind} ${id}`);
  return {
    because,
    offers,
    common: said.filter(({ values }) => values.length === 1).map(({ path, values }) => ({ path, value: values[0]!.value })),
    differing: said.filter(({ values }) => values.length > 1),
    // The offers come latest first: a price that moved is proposed as it stands now.
    priceGrid: [...byLine.values()].map(([line]) => ({
      id: line!.id,
      kind: line!.kind,
      label: line!.label,
      unitPriceCents: line!.unitPriceCents,
    })),
  };
};

/** The conditions of the framework: all that is common, and for each difference the offer whose word was chosen; unchosen, silent. */
export const sharedFrom = (
  { common, differing, offers }: FrameworkOpportunity,
  chosen: Readonly<Record<TermPath, string>>,
): DraftTerms => {
  const picked = differing.flatMap(({ path }) => {
    const offer = offers.find(({ id }) => id === chosen[path]);
    return offer ? [{ path, value: unitOf(offer.terms as DraftTerms, path) }] : [];
  });
  const shared: Record<string, Record<string, unknown>> = {};
  for (const { path, value } of [...common, ...picked]) {
    const [section, name] = path.split('.') as [string, string];
    shared[section] = { ...shared[section], [name]: value };
  }
  return shared as DraftTerms;
};
