import type { Selectable, Updateable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { MissionId } from '../../../shared/ids.ts';
import type { ChangeRequest, ChangeRequestId } from '../domain/change-request.ts';
import type { AmendmentsTables } from './tables.ts';

const requestFrom = (row: Selectable<AmendmentsTables['change_requests']>): ChangeRequest => ({
  id: row.id,
  missionId: row.mission_id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  kind: row.kind,
  description: row.description,
  quantity: row.quantity === null ? null : Number(row.quantity),
  askedBy: row.asked_by,
  askedBySide: row.asked_by_side,
  askedAt: row.asked_at,
  replyBy: row.reply_by,
  article: row.article,
  answer: row.answer,
  answerText: row.answer_text,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at,
  overdueAt: row.overdue_at,
  amendmentId: row.amendment_id,
});

const requestsOf = (tx: Tx) =>
  tables<AmendmentsTables>(tx).selectFrom('change_requests').selectAll().where('tenant_id', '=', tx.tenantId);

/** One request, held until the end of the transaction: it is answered once. */
export const lockRequest = async (tx: Tx, id: ChangeRequestId): Promise<ChangeRequest | undefined> => {
  const row = await requestsOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && requestFrom(row);
};

/** What was asked on a mission, the latest first. */
export const requestsOfMission = async (tx: Tx, missionId: MissionId): Promise<ChangeRequest[]> =>
  (await requestsOf(tx).where('mission_id', '=', missionId).orderBy('asked_at', 'desc').execute()).map(requestFrom);

export const insertRequest = (tx: Tx, request: ChangeRequest) =>
  tables<AmendmentsTables>(tx)
    .insertInto('change_requests')
    .values({
      tenant_id: tx.tenantId,
      id: request.id,
      mission_id: request.missionId,
      dossier_id: request.dossierId,
      client_id: request.clientId,
      kind: request.kind,
      description: request.description,
      quantity: request.quantity,
      asked_by: request.askedBy,
      asked_by_side: request.askedBySide,
      asked_at: request.askedAt,
      reply_by: request.replyBy,
      article: request.article,
      answer: null,
      answer_text: null,
      answered_by: null,
      answered_at: null,
      overdue_at: null,
      amendment_id: null,
    })
    .execute();

export const updateRequest = (tx: Tx, id: ChangeRequestId, change: Updateable<AmendmentsTables['change_requests']>) =>
  tables<AmendmentsTables>(tx)
    .updateTable('change_requests')
    .set(change)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
