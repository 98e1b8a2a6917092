import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { addDays, civilDateOf } from '../../../shared/time.ts';
import { builtInReviews, eventsOf, ownVersions, pilots, type StoredVersion, versionsOfText } from '../db/library.store.ts';
import type { Clause, ClauseFamily, ClauseHead } from '../domain/clause.ts';
import type { DocumentModel } from '../domain/document-model.ts';
import { type Review, reviewNoticeDays, reviewStanding } from '../domain/life.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { ownClauseOrNull, ownModel } from './catalog-of.ts';
import { draftOf } from './own-source.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

/** A line of the library: the version in use, or the latest written when none is. */
export type ListedClause = {
  head: Pick<
    ClauseHead,
    | 'id'
    | 'version'
    | 'family'
    | 'title'
    | 'summary'
    | 'mandatory'
    | 'reads'
    | 'effects'
    | 'requires'
    | 'excludes'
    | 'replaces'
    | 'risk'
    | 'review'
    | 'reviewBefore'
    | 'sources'
    | 'state'
    | 'origin'
  >;
  standing: ReturnType<typeof reviewStanding>;
  /** The version being written beside the one in use. */
  openVersion: number | null;
  pilotClients: number;
};
export type ListedModel = {
  model: DocumentModel;
  openVersion: number | null;
  pilotClients: number;
  /** Clauses that nobody read again, or whose review is past: the model may be used, and says so. */
  unreviewed: readonly string[];
};

/** The version that people mean when they name a text: the published one, else the one on trial, else the latest. */
export const standingVersion = <Item extends { state: string; version: number }>(versions: readonly Item[]): Item =>
  versions.find(({ state }) => state === 'published') ??
  versions.find(({ state }) => state === 'pilot') ??
  versions.findLast(({ state }) => state !== 'retired') ??
  versions.at(-1)!;

const openIn = (versions: readonly StoredVersion[]): number | null =>
  versions.find(({ state }) => state === 'draft' || state === 'reviewed')?.version ?? null;

const byText = (stored: readonly StoredVersion[]): StoredVersion[][] => [...Map.groupBy(stored, ({ id }) => id).values()];

const around = (tx: Tx) => ({ today: civilDateOf(tx.now), soon: addDays(civilDateOf(tx.now), reviewNoticeDays) });

/** A draft that cannot be read yet is listed by what its author typed. */
const headOf = (stored: StoredVersion): ListedClause['head'] => {
  const clause = ownClauseOrNull(stored);
  if (clause) return clause;
  const { body: _body, examples: _examples, ...draft } = draftOf(stored.source);
  const { id, version, state, review } = stored;
  return { ...draft, id, version, state, review, origin: 'own', family: stored.shelf as ClauseFamily, reads: [] };
};

const listClauses = async (tx: Tx): Promise<ListedClause[]> => {
  const [reviews, stored, tried] = [await builtInReviews(tx), await ownVersions(tx, 'clause'), await pilots(tx, 'clause')];
  const when = around(tx);
  const builtIn = builtInCatalog()
    .clauses()
    .map((clause) => reviewedBy(clause, reviews.get(`${clause.id}@${clause.version}`)))
    .map((head): ListedClause => ({ head, standing: reviewStanding(head, when), openVersion: null, pilotClients: 0 }));
  const own = byText(stored).map((versions): ListedClause => {
    const head = headOf(standingVersion(versions));
    return {
      head,
      standing: reviewStanding(head, when),
      openVersion: openIn(versions),
      pilotClients: tried.filter(({ id }) => id === head.id).length,
    };
  });
  return [...own, ...builtIn];
};

const reviewedBy = (clause: Clause, review: Review | undefined): Clause =>
  review ? { ...clause, review, reviewBefore: review.reviewBefore } : clause;

export const clausesOf =
  ({ db }: Deps) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, listClauses);

export const modelsOf =
  ({ db }: Deps) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const [clauses, stored, tried] = [await listClauses(tx), await ownVersions(tx, 'model'), await pilots(tx, 'model')];
      const fresh = new Set(
        clauses.filter(({ standing }) => standing === 'done' || standing === 'soon').map(({ head }) => head.id),
      );
      const listed = (model: DocumentModel, openVersion: number | null): ListedModel => ({
        model,
        openVersion,
        pilotClients: tried.filter(({ id }) => id === model.id).length,
        unreviewed: model.parts.flatMap((part) => part.clauses).filter((id) => !fresh.has(id)),
      });
      return [
        ...byText(stored).map((versions) => listed(ownModel(standingVersion(versions)), openIn(versions))),
        ...builtInCatalog()
          .models()
          .map((model) => listed(model, null)),
      ];
    });

/** One clause with its versions and its history; `version`: the one to read, the standing one by default. */
export const clauseDetail =
  ({ db }: Deps) =>
  (actor: Member, { id, version }: { id: string; version?: number | undefined }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const builtIn = builtInCatalog().clause(id, version);
      const stored = await versionsOfText(tx, 'clause', id);
      if (builtIn && stored.length === 0) {
        const head = reviewedBy(builtIn, (await builtInReviews(tx)).get(`${id}@${builtIn.version}`));
        return {
          head,
          draft: draftOf(builtIn.source),
          standing: reviewStanding(head, around(tx)),
          source: builtIn.source,
          ...nothingOwn,
        };
      }
      const text =
        version === undefined ? stored.length > 0 && shownFirst(stored) : stored.find((one) => one.version === version);
      if (!text) return null;
      const head = headOf(text);
      return {
        head,
        draft: draftOf(text.source),
        standing: reviewStanding(head, around(tx)),
        source: text.source,
        ...(await own(tx, 'clause', text, stored)),
      };
    });

/** One model with its versions and its history. */
export const modelDetail =
  ({ db }: Deps) =>
  (actor: Member, { id, version }: { id: string; version?: number | undefined }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const builtIn = builtInCatalog().model(id, version);
      const stored = await versionsOfText(tx, 'model', id);
      if (builtIn && stored.length === 0) return { model: builtIn, ...nothingOwn };
      const text =
        version === undefined ? stored.length > 0 && shownFirst(stored) : stored.find((one) => one.version === version);
      if (!text) return null;
      return { model: ownModel(text), ...(await own(tx, 'model', text, stored)) };
    });

/** Whoever opens a text sees the version being written; without one, the version in use. */
const shownFirst = (stored: readonly StoredVersion[]): StoredVersion =>
  stored.find(({ state }) => state === 'draft' || state === 'reviewed') ?? standingVersion(stored);

const nothingOwn = { revision: 0, versions: [], events: [], clientIds: [] };

const own = async (tx: Tx, kind: 'clause' | 'model', text: StoredVersion, stored: readonly StoredVersion[]) => ({
  revision: text.revision,
  versions: stored.map(({ version, state, review, updatedAt, updatedBy, sha256 }) => ({
    version,
    state,
    review,
    updatedAt,
    updatedBy,
    sha256,
  })),
  events: await eventsOf(tx, kind, text.id),
  clientIds: (await pilots(tx, kind, { id: text.id })).map(({ clientId }) => clientId),
});
