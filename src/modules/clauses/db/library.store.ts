import { sql } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ClauseState } from '../domain/clause.ts';
import type { LibraryKind, OwnVersion, Review } from '../domain/life.ts';
import type { ClausesTables } from './tables.ts';

export type StoredVersion = OwnVersion & { shelf: string; updatedAt: Instant; updatedBy: string };

const versionsOf = (tx: Tx, kind: LibraryKind) =>
  tables<ClausesTables>(tx)
    .selectFrom('library_versions as v')
    .innerJoin('library_texts as t', (join) =>
      join.onRef('t.tenant_id', '=', 'v.tenant_id').onRef('t.kind', '=', 'v.kind').onRef('t.id', '=', 'v.id'),
    )
    .select([
      'v.kind',
      'v.id',
      'v.version',
      'v.title',
      'v.source',
      'v.sha256',
      'v.state',
      'v.review',
      'v.revision',
      't.shelf',
      'v.updated_at as updatedAt',
      'v.updated_by as updatedBy',
    ])
    .where('v.tenant_id', '=', tx.tenantId)
    .where('v.kind', '=', kind)
    .orderBy('v.id')
    .orderBy('v.version');

/** Every version of every text of this kind, oldest first. */
export const ownVersions = async (tx: Tx, kind: LibraryKind): Promise<StoredVersion[]> =>
  (await versionsOf(tx, kind).execute()) as StoredVersion[];

/** The versions of one text, oldest first; none when it is not the organisation's own. */
export const versionsOfText = async (tx: Tx, kind: LibraryKind, id: string): Promise<StoredVersion[]> =>
  (await versionsOf(tx, kind).where('v.id', '=', id).execute()) as StoredVersion[];

/** The same, its text held until the end of the transaction: two people who save or publish come one after the other. */
export const lockText = async (tx: Tx, kind: LibraryKind, id: string): Promise<StoredVersion[]> => {
  await tables<ClausesTables>(tx)
    .selectFrom('library_texts')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return versionsOfText(tx, kind, id);
};

type NewText = { kind: LibraryKind; id: string; shelf: string; copiedFrom: string | null };
export const insertText = (tx: Tx, { kind, id, shelf, copiedFrom }: NewText) =>
  tables<ClausesTables>(tx)
    .insertInto('library_texts')
    .values({ tenant_id: tx.tenantId, kind, id, shelf, copied_from: copiedFrom, created_at: tx.now })
    .execute();

type NewVersion = Pick<OwnVersion, 'kind' | 'id' | 'version' | 'title' | 'source' | 'sha256'> & { by: string };
export const insertVersion = (tx: Tx, { by, ...text }: NewVersion) =>
  tables<ClausesTables>(tx)
    .insertInto('library_versions')
    .values({ tenant_id: tx.tenantId, ...text, state: 'draft', review: null, revision: 1, updated_at: tx.now, updated_by: by })
    .execute();

type Change = {
  title?: string;
  source?: string;
  sha256?: string;
  state?: ClauseState;
  review?: Review | null;
  revision?: number;
};
export const updateVersion = (
  tx: Tx,
  { kind, id, version }: Pick<OwnVersion, 'kind' | 'id' | 'version'>,
  change: Change,
  by: string,
) =>
  tables<ClausesTables>(tx)
    .updateTable('library_versions')
    .set({
      ...change,
      ...(change.review === undefined ? {} : { review: change.review && JSON.stringify(change.review) }),
      updated_at: tx.now,
      updated_by: by,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();

export const deleteVersion = (tx: Tx, { kind, id, version }: Pick<OwnVersion, 'kind' | 'id' | 'version'>) =>
  tables<ClausesTables>(tx)
    .deleteFrom('library_versions')
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();

/** Client ids on whom texts are tried: the whole list, or the texts tried on one client. */
export const pilots = (tx: Tx, kind: LibraryKind, about: { id?: string; clientId?: ClientId } = {}) => {
  const query = tables<ClausesTables>(tx)
    .selectFrom('library_pilots')
    .select(['id', 'client_id as clientId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind);
  const ofText = about.id ? query.where('id', '=', about.id) : query;
  return (about.clientId ? ofText.where('client_id', '=', about.clientId) : ofText).execute();
};

export const replacePilots = async (tx: Tx, kind: LibraryKind, id: string, clientIds: readonly ClientId[]) => {
  const db = tables<ClausesTables>(tx);
  await db
    .deleteFrom('library_pilots')
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
  if (clientIds.length > 0)
    await db
      .insertInto('library_pilots')
      .values(clientIds.map((client_id) => ({ tenant_id: tx.tenantId, kind, id, client_id, since: tx.now })))
      .execute();
};

/** The latest review of each clause that comes with the product, by 'id@version'. */
export const builtInReviews = async (tx: Tx): Promise<ReadonlyMap<string, Review>> => {
  const { rows } = await sql<{ name: string; review: Review }>`
    select distinct on (clause_id, version) clause_id || '@' || version as name, review from library_reviews
    where tenant_id = ${tx.tenantId} order by clause_id, version, at desc`.execute(tx.sql);
  return new Map(rows.map(({ name, review }) => [name, review]));
};

export const insertBuiltInReview = (tx: Tx, clauseId: string, version: number, review: Review) =>
  tables<ClausesTables>(tx)
    .insertInto('library_reviews')
    .values({ tenant_id: tx.tenantId, clause_id: clauseId, version, at: tx.now, review: JSON.stringify(review) })
    .execute();

type Event = { kind: LibraryKind; id: string; version: number; verb: string; by: string; detail?: Record<string, unknown> };
export const recordEvent = (tx: Tx, { by, detail = {}, ...event }: Event) =>
  tables<ClausesTables>(tx)
    .insertInto('library_events')
    .values({ tenant_id: tx.tenantId, ...event, at: tx.now, by_name: by, detail: JSON.stringify(detail) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const eventsOf = (tx: Tx, kind: LibraryKind, id: string) =>
  tables<ClausesTables>(tx)
    .selectFrom('library_events')
    .select(['version', 'at', 'verb', 'by_name as by', 'detail'])
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
