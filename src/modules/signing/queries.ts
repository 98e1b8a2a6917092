import { type Tx, tables } from '../../platform/db/index.ts';
import { sql } from 'kysely';
import { type Instant, instant } from '../../shared/time.ts';
import { type Stalled, stalledBecause } from './domain/stalled.ts';
import { findRequest, type StoredRequest } from './db/signing.store.ts';
import type { SigningTables } from './db/tables.ts';
import type { SignatureRequestId, SignedSubject, SigningState } from './domain/signature-request.ts';

export {
  attachSignatureDocument,
  type FrozenForSigning,
  type NewSignatureRequest,
  openSignatureRequest,
  type OtherSignatory,
} from './app/open-signature-request.ts';
export { signatoriesToAsk } from './app/signatories-to-ask.ts';
export { mayWithdrawSignature, withdrawSignature } from './app/withdraw-signature.ts';
export type { StoredRequest as StoredSignatureRequest } from './db/signing.store.ts';

/** The latest signature request about a quote, or null when none was ever opened. */
export const signatureOf = async (tx: Tx, subject: SignedSubject): Promise<StoredRequest | null> => {
  const row = await tables<SigningTables>(tx)
    .selectFrom('signature_requests')
    .select('request_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('opened_at', 'desc')
    .orderBy('request_id', 'desc')
    .executeTakeFirst();
  return row ? findRequest(tx, row.request_id) : null;
};

export type SignatureLine = {
  requestId: SignatureRequestId;
  dossierId: string;
  subject: SignedSubject;
  number: string;
  title: string;
  state: SigningState;
  client: string;
  openedAt: Instant;
  expiresAt: Instant;
  /** « 1 sur 3 »: who has signed, of those who must. */
  signedCount: number;
  signerCount: number;
  /** Why it deserves a look today. */
  stalled: Stalled | null;
};

/** Requests, the ones that wait for the prestataire first. */
export const listSignatures = async (
  tx: Tx,
  where: { state?: SigningState; subjectId?: string; stalled?: boolean } = {},
): Promise<SignatureLine[]> => {
  let query = tables<SigningTables>(tx)
    .selectFrom('signature_requests as r')
    .innerJoin('signatories as s', (join) =>
      join
        .onRef('s.tenant_id', '=', 'r.tenant_id')
        .onRef('s.request_id', '=', 'r.request_id')
        .on('s.party', '=', 'client')
        .on('s.principal', '=', true),
    )
    .select([
      'r.request_id',
      'r.dossier_id',
      'r.subject_type',
      'r.subject_id',
      'r.number',
      'r.title',
      'r.state',
      's.organisation',
      'r.opened_at',
      'r.expires_at',
    ])
    .select((row) => [
      row
        .selectFrom('signatories as p')
        .select((p) =>
          sql<{ signed: number; signers: number; lastLinkAt: Instant | null; lastSignedAt: Instant | null }>`json_build_object(
          'signed', count(${p.ref('p.signed_at')}), 'signers', count(*),
          'lastLinkAt', max(${p.ref('p.link_sent_at')}) filter (where ${p.ref('p.signed_at')} is null),
          'lastSignedAt', max(${p.ref('p.signed_at')}))`.as('counts'),
        )
        .whereRef('p.tenant_id', '=', 'r.tenant_id')
        .whereRef('p.request_id', '=', 'r.request_id')
        .where('p.duty', '=', 'sign')
        .where('p.delegated_to', 'is', null)
        .where('p.dismissed_at', 'is', null)
        .as('counts'),
    ])
    .where('r.tenant_id', '=', tx.tenantId)
    .orderBy((row) => row('r.state', '=', 'client_signed'), 'desc')
    .orderBy('r.opened_at', 'desc')
    .limit(200);
  if (where.state) query = query.where('r.state', '=', where.state);
  if (where.subjectId) query = query.where('r.subject_id', '=', where.subjectId);
  const lines = (await query.execute()).map((row): SignatureLine => {
    const counts = row.counts!;
    const at = (text: string | null) => (text === null ? null : instant(new Date(text)));
    return {
      requestId: row.request_id,
      dossierId: row.dossier_id,
      subject: { type: row.subject_type, id: row.subject_id },
      number: row.number,
      title: row.title,
      state: row.state,
      client: row.organisation,
      openedAt: row.opened_at,
      expiresAt: row.expires_at,
      signedCount: counts.signed,
      signerCount: counts.signers,
      stalled: stalledBecause(
        {
          state: row.state,
          expiresAt: row.expires_at,
          lastLinkAt: at(counts.lastLinkAt),
          lastSignedAt: at(counts.lastSignedAt),
        },
        tx.now,
      ),
    };
  });
  return where.stalled ? lines.filter(({ stalled }) => stalled !== null) : lines;
};
