import type { GridLine } from './terms/framework.terms.ts';
import { type DraftTerms, type TermPath, Terms } from './terms/terms.ts';

/** The documents that may speak about one mission, strongest first as the parties usually rank them. */
export const layerKinds = ['amendment', 'order', 'annex', 'framework', 'general_terms'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** One signed document's conditions; it may be silent on most of them. */
export type TermsLayer = {
  kind: LayerKind;
  /** « contrat-cadre n° CC-2026-0001 », as a derogation names it. */
  label: string;
  terms: DraftTerms;
  /** Term path → article of that document. */
  articles?: Readonly<Record<TermPath, string>>;
  /** Prices that orders call on (framework only). */
  priceGrid?: readonly GridLine[];
};

export type ResolvedTerms = { terms: DraftTerms; sources: Readonly<Record<TermPath, TermsLayer>> };

/** The same documents, strongest first: avenant > devis ou bon de commande > annexes > contrat-cadre > CGV, unless the framework ranks itself above its orders. */
export const byPrecedence = (layers: readonly TermsLayer[], prevails: 'order' | 'framework' = 'order'): readonly TermsLayer[] => {
  const ranks: readonly LayerKind[] =
    prevails === 'order' ? layerKinds : ['amendment', 'framework', 'order', 'annex', 'general_terms'];
  return [...layers].sort((one, other) => ranks.indexOf(one.kind) - ranks.indexOf(other.kind));
};

/** What holds when several documents speak: for each condition, the word of the strongest that says anything, and which one it is. */
export const resolveTerms = (strongestFirst: readonly TermsLayer[]): ResolvedTerms => {
  const terms: Record<string, unknown> = {};
  const sources: Record<TermPath, TermsLayer> = {};
  for (const path of termUnits) {
    const source = strongestFirst.find((layer) => speaks(layer.terms, path));
    if (!source) continue;
    sources[path] = source;
    const [section, key] = path.split('.') as [string, string | undefined];
    if (key === undefined) terms[section] = unitOf(source.terms, path);
    else terms[section] = { ...(terms[section] as object), [key]: unitOf(source.terms, path) };
  }
  return { terms: terms as DraftTerms, sources };
};

/** What a draft really says: a condition left blank is silent. */
export const spokenTerms = (terms: DraftTerms): DraftTerms => resolveTerms([{ kind: 'order', label: '', terms }]).terms;

/** One condition on which a document departs from a weaker one that also speaks. `general` is undefined for a price that no grid holds. */
export type Departure = { path: TermPath; from: TermsLayer; general: unknown; agreed: unknown };

/** Every condition on which an order says something else than the strongest of the documents below it. None when they agree. */
export const departures = (order: TermsLayer, below: readonly TermsLayer[]): Departure[] => [
  ...termUnits.flatMap((path): Departure[] => {
    const from = below.find((layer) => speaks(layer.terms, path));
    if (!from || !speaks(order.terms, path)) return [];
    const [general, agreed] = [unitOf(from.terms, path), unitOf(order.terms, path)];
    return isSame(general, agreed) ? [] : [{ path, from, general, agreed }];
  }),
  ...below.flatMap((layer) => offGrid(order, layer)),
];

/** Prices that are not the grid's: another price for the same line, or a line that the grid does not hold. */
const offGrid = ({ terms }: TermsLayer, from: TermsLayer): Departure[] => {
  const { priceGrid } = from;
  if (!priceGrid) return [];
  return (terms.price?.lines ?? []).flatMap((line): Departure[] => {
    if (!line || line.kind === 'expense' || line.unitPriceCents == null) return [];
    const agreed = { kind: line.kind, unitPriceCents: line.unitPriceCents };
    const known = priceGrid.find(({ id }) => id === line.id);
    const general = known && { kind: known.kind, unitPriceCents: known.unitPriceCents };
    return isSame(general, agreed) ? [] : [{ path: `price.lines.${line.id}`, from, general, agreed }];
  });
};

/** The conditions that are taken or left whole: 'payment.delay' with its method, 'milestones' with its shares. */
export const termUnits: readonly TermPath[] = Object.entries(Terms.shape).flatMap(([section, schema]) =>
  'shape' in schema ? Object.keys(schema.shape).map((key) => `${section}.${key}`) : [section],
);

const schemaOf = (path: TermPath): { safeParse: (value: unknown) => { success: boolean } } => {
  const [section, key] = path.split('.') as [keyof typeof Terms.shape, string | undefined];
  const whole = Terms.shape[section];
  return key === undefined ? whole : (whole as unknown as { shape: Record<string, typeof whole> }).shape[key]!;
};

/** null is a word of its own where it may be chosen (« aucun plafond »), a blank elsewhere. */
const mayBeNull = new Set(termUnits.filter((path) => schemaOf(path).safeParse(null).success));

const speaks = (terms: DraftTerms, path: TermPath): boolean => {
  const value = unitOf(terms, path);
  return value !== undefined && (value !== null || mayBeNull.has(path));
};

/** The value of one condition, by its path. */
export const unitOf = (terms: DraftTerms, path: TermPath): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value == null ? undefined : (value as Record<string, unknown>)[key]), terms);

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  ) ?? 'nothing';
