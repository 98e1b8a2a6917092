import { type Tx, tables } from '../../../platform/db/index.ts';
import { type ClientId, newId } from '../../../shared/ids.ts';
import type { DueAlarm } from '../domain/deadlines.ts';
import type { TerminationTables } from './tables.ts';

const db = (tx: Tx) => tables<TerminationTables>(tx);

/** Marks an alarm as sent. False: another run was first. */
export const keepAlarm = async (tx: Tx, { subject, kind, on, step }: DueAlarm): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('deadline_alarms')
    .values({
      tenant_id: tx.tenantId,
      subject_type: subject.type,
      subject_id: subject.id,
      kind,
      due_on: on,
      step,
      sent_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
};

/** A new address replaces the one before: whoever had it no longer reads the calendar. */
export const replaceFeed = async (
  tx: Tx,
  feed: { person: string; clientId: ClientId | null; tokenHash: string },
): Promise<void> => {
  await db(tx)
    .updateTable('calendar_feeds')
    .set({ revoked_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('person', '=', feed.person)
    .where('revoked_at', 'is', null)
    .execute();
  await db(tx)
    .insertInto('calendar_feeds')
    .values({
      tenant_id: tx.tenantId,
      id: newId<string>(),
      token_hash: feed.tokenHash,
      person: feed.person,
      client_id: feed.clientId,
      created_at: tx.now,
      revoked_at: null,
    })
    .execute();
};

/** Whose calendar an address opens; undefined when it opens nothing. */
export const feedOf = async (tx: Tx, tokenHash: string): Promise<{ clientId: ClientId | null } | undefined> =>
  db(tx)
    .selectFrom('calendar_feeds')
    .select('client_id as clientId')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
