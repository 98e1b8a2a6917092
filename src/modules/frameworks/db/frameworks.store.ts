import type { Insertable, Selectable, Updateable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId, DossierId, FrameworkId } from '../../../shared/ids.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import { FrameworkContent } from '../../contracts/index.ts';
import type { Framework, FrameworkDraft } from '../domain/framework.ts';
import type { FrameworksTables } from './tables.ts';

type Row = Selectable<FrameworksTables['frameworks']>;

const frameworkFrom = (row: Row): Framework => {
  const common = {
    id: row.id,
    dossierId: row.dossier_id,
    clientId: row.client_id,
    title: row.title,
    draft: row.draft as FrameworkDraft,
    selection: row.selection as ClauseSelection | null,
    revision: row.revision,
    validUntil: row.valid_until,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
  if (row.status === 'draft') return { ...common, status: 'draft', frozen: null };
  return {
    ...common,
    status: row.status,
    frozen: {
      number: row.number!,
      revision: row.sent_revision,
      content: FrameworkContent.parse(row.content),
      contentSha256: row.content_sha256!,
      sentAt: row.sent_at!,
      documentId: row.document_id,
      signatureRequestId: row.signature_request_id,
      signedAt: row.signed_at,
      endsOn: row.ends_on,
      renewals: row.renewals,
      renewalStoppedOn: row.renewal_stopped_on,
      closedAt: row.closed_at,
      closedReason: row.closed_reason,
    },
  };
};

const all = (tx: Tx) => tables<FrameworksTables>(tx).selectFrom('frameworks').selectAll().where('tenant_id', '=', tx.tenantId);

export const frameworkById = async (tx: Tx, id: FrameworkId): Promise<Framework | undefined> => {
  const row = await all(tx).where('id', '=', id).executeTakeFirst();
  return row && frameworkFrom(row);
};

/** The same, held until the end of the transaction. */
export const lockFramework = async (tx: Tx, id: FrameworkId): Promise<Framework | undefined> => {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && frameworkFrom(row);
};

/** Frameworks, newest first. */
export const frameworkList = async (
  tx: Tx,
  { dossierId, clientId }: { dossierId?: DossierId | undefined; clientId?: ClientId | undefined } = {},
): Promise<Framework[]> => {
  let query = all(tx).orderBy('created_at', 'desc').limit(200);
  if (dossierId) query = query.where('dossier_id', '=', dossierId);
  if (clientId) query = query.where('client_id', '=', clientId);
  return (await query.execute()).map(frameworkFrom);
};

export const insertFramework = (tx: Tx, framework: Extract<Framework, { status: 'draft' }>) =>
  tables<FrameworksTables>(tx)
    .insertInto('frameworks')
    .values({
      tenant_id: tx.tenantId,
      id: framework.id,
      dossier_id: framework.dossierId,
      client_id: framework.clientId,
      title: framework.title,
      status: 'draft',
      draft: JSON.stringify(framework.draft),
      selection: framework.selection && JSON.stringify(framework.selection),
      revision: framework.revision,
      valid_until: framework.validUntil,
      renewals: 0,
      created_at: framework.createdAt,
      updated_at: framework.updatedAt,
      version: framework.version,
    } as Insertable<FrameworksTables['frameworks']>)
    .execute();

export const updateFramework = (tx: Tx, id: FrameworkId, change: Updateable<FrameworksTables['frameworks']>) =>
  tables<FrameworksTables>(tx)
    .updateTable('frameworks')
    .set({ ...change, updated_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
