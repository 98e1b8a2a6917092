import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DossierId, InvoiceId } from '../../../shared/ids.ts';
import type { InvoicingTables } from './tables.ts';

/** The electronic invoices of a dossier exactly as they were issued, oldest first: for its evidence bundle. */
export const electronicInvoicesOf = (tx: Tx, dossierId: DossierId): Promise<{ id: InvoiceId; number: string; cii: string }[]> =>
  tables<InvoicingTables>(tx)
    .selectFrom('invoices')
    .select(['id', 'number', 'cii'])
    .where('tenant_id', '=', tx.tenantId)
    .where('dossier_id', '=', dossierId)
    .orderBy('id')
    .execute();
