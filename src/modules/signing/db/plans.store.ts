import { type Tx, tables } from '../../../platform/db/index.ts';
import type { PlannedSignatory } from '../domain/other-signatories.ts';
import type { SignedSubject } from '../domain/signature-request.ts';
import type { SigningTables } from './tables.ts';

/** Who else will be asked to sign this draft; nobody unless it was said. Read at sending, frozen with the content. */
export const plannedSignatories = async (tx: Tx, subject: SignedSubject): Promise<PlannedSignatory[]> => {
  const row = await tables<SigningTables>(tx)
    .selectFrom('signature_plans')
    .select('people')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .executeTakeFirst();
  return row?.people ?? [];
};

export const savePlan = async (tx: Tx, subject: SignedSubject, people: readonly PlannedSignatory[]): Promise<void> => {
  const row = { people: JSON.stringify(people), changed_at: tx.now };
  await tables<SigningTables>(tx)
    .insertInto('signature_plans')
    .values({ tenant_id: tx.tenantId, subject_type: subject.type, subject_id: subject.id, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'subject_type', 'subject_id']).doUpdateSet(row))
    .execute();
};
