import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { MissionId } from '../../../shared/ids.ts';
import type { ClauseOperation, DraftTerms } from '../../contracts/index.ts';
import { AmendmentContent } from '../domain/amendment-content.ts';
import type { Amendment, AmendmentId, OriginKind } from '../domain/amendment.ts';
import type { Computation } from '../domain/computation.ts';
import type { AmendmentsTables } from './tables.ts';

type Row = Selectable<AmendmentsTables['amendments']>;

const amendmentFrom = (row: Row): Amendment => {
  const common = {
    id: row.id,
    missionId: row.mission_id,
    dossierId: row.dossier_id,
    clientId: row.client_id,
    subject: row.subject,
    reason: row.reason,
    effectiveAt: row.effective_at,
    validUntil: row.valid_until,
    baseVersion: row.base_version,
    draft: row.draft as DraftTerms,
    clauses: row.clauses as ClauseOperation[],
    origin: { kind: row.origin_kind as OriginKind, ref: row.origin_ref, computation: row.computation as Computation[] },
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  if (row.status === 'draft' || row.status === 'discarded') return { ...common, status: row.status, frozen: null };
  return {
    ...common,
    status: row.status,
    frozen: {
      number: row.number!,
      rank: row.rank!,
      content: AmendmentContent.parse(row.content),
      contentSha256: row.content_sha256!,
      sentAt: row.sent_at!,
      documentId: row.document_id,
      consolidatedId: row.consolidated_id,
      signatureRequestId: row.signature_request_id!,
      signedAt: row.signed_at,
      rulesFrom: row.rules_from,
      closedAt: row.closed_at,
      closedReason: row.closed_reason,
    },
  };
};

const amendmentsOf = (tx: Tx) =>
  tables<AmendmentsTables>(tx).selectFrom('amendments').selectAll().where('tenant_id', '=', tx.tenantId);

export const amendmentById = async (tx: Tx, id: AmendmentId): Promise<Amendment | undefined> => {
  const row = await amendmentsOf(tx).where('id', '=', id).executeTakeFirst();
  return row && amendmentFrom(row);
};

/** The same, held until the end of the transaction. */
export const lockAmendment = async (tx: Tx, id: AmendmentId): Promise<Amendment | undefined> => {
  const row = await amendmentsOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && amendmentFrom(row);
};

/** Signatures of one mission's amendments come one after the other: the second reads what the first put in force. */
export const lockTermsOf = (tx: Tx, missionId: MissionId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`terms:${tx.tenantId}:${missionId}`}, 0))`.execute(tx.sql);

/** Of a mission, the oldest first; discarded drafts left out. */
export const amendmentsOfMission = async (tx: Tx, missionId: MissionId): Promise<Amendment[]> =>
  (
    await amendmentsOf(tx)
      .where('mission_id', '=', missionId)
      .where('status', '!=', 'discarded')
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  ).map(amendmentFrom);

/** The signed ones with the order of their last signatures, and the patch and instant of each. */
export const signedOf = async (tx: Tx, missionId: MissionId) =>
  (await amendmentsOf(tx).where('mission_id', '=', missionId).where('status', '=', 'signed').orderBy('sign_order').execute()).map(
    (row) => ({ amendment: amendmentFrom(row), order: row.sign_order! }),
  );

export const lastRank = async (tx: Tx, missionId: MissionId): Promise<number> => {
  const row = await tables<AmendmentsTables>(tx)
    .selectFrom('amendments')
    .select(({ fn }) => fn.max('rank').as('rank'))
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .executeTakeFirst();
  return Number(row?.rank ?? 0);
};

/** Keeps a draft; false when the product had already prepared one for the same reason at the same terms. */
export const insertAmendment = async (tx: Tx, draft: Extract<Amendment, { frozen: null }>): Promise<boolean> => {
  const rows = await tables<AmendmentsTables>(tx)
    .insertInto('amendments')
    .values({
      tenant_id: tx.tenantId,
      id: draft.id,
      mission_id: draft.missionId,
      dossier_id: draft.dossierId,
      client_id: draft.clientId,
      status: 'draft',
      subject: draft.subject,
      reason: draft.reason,
      effective_at: draft.effectiveAt,
      valid_until: draft.validUntil,
      base_version: draft.baseVersion,
      draft: JSON.stringify(draft.draft),
      clauses: JSON.stringify(draft.clauses),
      origin_kind: draft.origin.kind,
      origin_ref: draft.origin.ref,
      computation: JSON.stringify(draft.origin.computation),
      revision: draft.revision,
      created_at: draft.createdAt,
      updated_at: draft.updatedAt,
    } as Insertable<AmendmentsTables['amendments']>)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

export const updateAmendment = (tx: Tx, id: AmendmentId, change: Updateable<AmendmentsTables['amendments']>) =>
  tables<AmendmentsTables>(tx)
    .updateTable('amendments')
    .set({ ...change, updated_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
