import { newId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { Signatory, SignatoryId, SignatureRequestId } from '../domain/signature-request.ts';
import type { SigningCode } from '../domain/signing-code.ts';
import type { SigningTables } from './tables.ts';

export type StoredCode = SigningCode & { id: string; hash: string };

/** The codes sent to one person, oldest first. */
export const codesOf = async (tx: Tx, signatoryId: SignatoryId): Promise<StoredCode[]> => {
  const rows = await tables<SigningTables>(tx)
    .selectFrom('signing_codes')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('signatory_id', '=', signatoryId)
    .orderBy('sent_at')
    .orderBy('code_id')
    .execute();
  return rows.map((row) => ({
    id: row.code_id,
    hash: row.code_hash,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    failedAttempts: row.failed_attempts,
    usedAt: row.used_at,
  }));
};

export const insertCode = async (
  tx: Tx,
  code: { requestId: SignatureRequestId; signer: Signatory; hash: string; expiresAt: Instant },
): Promise<void> => {
  await tables<SigningTables>(tx)
    .insertInto('signing_codes')
    .values({
      tenant_id: tx.tenantId,
      code_id: newId(),
      request_id: code.requestId,
      party: code.signer.party,
      signatory_id: code.signer.id,
      code_hash: code.hash,
      sent_at: tx.now,
      expires_at: code.expiresAt,
      failed_attempts: 0,
      used_at: null,
    })
    .execute();
};

export const countFailure = async (tx: Tx, codeId: string): Promise<void> => {
  await tables<SigningTables>(tx)
    .updateTable('signing_codes')
    .set((row) => ({ failed_attempts: row('failed_attempts', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('code_id', '=', codeId)
    .execute();
};

export const markCodeUsed = async (tx: Tx, codeId: string): Promise<void> => {
  await tables<SigningTables>(tx)
    .updateTable('signing_codes')
    .set({ used_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('code_id', '=', codeId)
    .execute();
};
