import { sql } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { Item, Message, NegotiationSubject } from '../domain/negotiation.ts';
import type { NegotiationTables } from './tables.ts';

type Row = { [Key in keyof NegotiationTables['negotiation_items']]: unknown } & { tenant_id: string };

const itemFrom = (row: Row): Item => ({
  id: row.item_id as string,
  subject: { type: row.subject_type, id: row.subject_id } as NegotiationSubject,
  dossierId: row.dossier_id as Item['dossierId'],
  revision: row.revision as number,
  target: row.target as Item['target'],
  label: row.label as string,
  article: row.article as string | null,
  status: row.status as Item['status'],
  openedBy: row.opened_by as Item['openedBy'],
  proposal: row.proposal as Item['proposal'],
  proposedBy: row.proposed_by as Item['proposedBy'],
  answeredBy: row.answered_by as Item['answeredBy'],
  includedIn: row.included_in as number | null,
  openedAt: row.opened_at as Item['openedAt'],
  updatedAt: row.updated_at as Item['updatedAt'],
  version: row.version as number,
});

const itemsTable = (tx: Tx) =>
  tables<NegotiationTables>(tx).selectFrom('negotiation_items').selectAll().where('tenant_id', '=', tx.tenantId);

/** Everything discussed on a document, oldest first. */
export const itemsOf = async (tx: Tx, subject: NegotiationSubject): Promise<Item[]> =>
  (
    await itemsTable(tx)
      .where('subject_type', '=', subject.type)
      .where('subject_id', '=', subject.id)
      .orderBy('opened_at')
      .orderBy('item_id')
      .execute()
  ).map((row) => itemFrom(row as Row));

/** One item, held until the end of the transaction: of two answers at once, the second is told. */
export const lockItem = async (tx: Tx, subject: NegotiationSubject, itemId: string): Promise<Item | undefined> => {
  const row = await itemsTable(tx)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('item_id', '=', itemId)
    .forUpdate()
    .executeTakeFirst();
  return row && itemFrom(row as Row);
};

export const insertItem = async (tx: Tx, item: Item): Promise<void> => {
  await tables<NegotiationTables>(tx)
    .insertInto('negotiation_items')
    .values({
      tenant_id: tx.tenantId,
      item_id: item.id,
      dossier_id: item.dossierId,
      subject_type: item.subject.type,
      subject_id: item.subject.id,
      revision: item.revision,
      included_in: null,
      target: JSON.stringify(item.target),
      label: item.label,
      article: item.article,
      status: item.status,
      opened_by: item.openedBy,
      proposal: item.proposal && JSON.stringify(item.proposal),
      proposed_by: item.proposedBy,
      answered_by: null,
      opened_at: item.openedAt,
      updated_at: item.updatedAt,
      version: 0,
    })
    .execute();
};

type ItemChange = Pick<Item, 'status' | 'proposal' | 'proposedBy' | 'answeredBy'>;

export const updateItem = async (tx: Tx, itemId: string, change: ItemChange): Promise<void> => {
  await tables<NegotiationTables>(tx)
    .updateTable('negotiation_items')
    .set((row) => ({
      status: change.status,
      proposal: change.proposal && JSON.stringify(change.proposal),
      proposed_by: change.proposedBy,
      answered_by: change.answeredBy,
      updated_at: tx.now,
      version: row('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('item_id', '=', itemId)
    .execute();
};

/** These accepted changes are in the document now. */
export const markIncluded = async (tx: Tx, itemIds: readonly string[], revision: number): Promise<void> => {
  await tables<NegotiationTables>(tx)
    .updateTable('negotiation_items')
    .set({ included_in: revision, updated_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('item_id', 'in', [...itemIds])
    .execute();
};

export const addMessage = async (tx: Tx, itemId: string, message: Omit<Message, 'at'>): Promise<void> => {
  await tables<NegotiationTables>(tx)
    .insertInto('negotiation_messages')
    .values({
      tenant_id: tx.tenantId,
      item_id: itemId,
      seq: sql<number>`(select count(*)::int + 1 from negotiation_messages where tenant_id = ${tx.tenantId} and item_id = ${itemId})`,
      at: tx.now,
      party: message.party,
      name: message.name,
      verb: message.verb,
      text: message.text,
      proposal: message.proposal && JSON.stringify(message.proposal),
    })
    .execute();
};

/** The threads of a document’s items, oldest word first. */
export const threadsOf = async (tx: Tx, subject: NegotiationSubject): Promise<Map<string, Message[]>> => {
  const rows = await tables<NegotiationTables>(tx)
    .selectFrom('negotiation_messages as m')
    .innerJoin('negotiation_items as i', (join) =>
      join.onRef('i.tenant_id', '=', 'm.tenant_id').onRef('i.item_id', '=', 'm.item_id'),
    )
    .select(['m.item_id', 'm.at', 'm.party', 'm.name', 'm.verb', 'm.text', 'm.proposal'])
    .where('m.tenant_id', '=', tx.tenantId)
    .where('i.subject_type', '=', subject.type)
    .where('i.subject_id', '=', subject.id)
    .orderBy('m.item_id')
    .orderBy('m.seq')
    .execute();
  const threads = new Map<string, Message[]>();
  for (const { item_id, ...message } of rows) threads.set(item_id, [...(threads.get(item_id) ?? []), message as Message]);
  return threads;
};
