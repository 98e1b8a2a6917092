import { type Tx, tables } from '../../../platform/db/index.ts';
import { revokeAccessLinks } from '../../../platform/auth/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { SignedSubject, SigningFact } from '../domain/signature-request.ts';
import { mayWithdrawAlone, withdrawRequest } from '../domain/refuse-to-sign.ts';
import { addEvidence, lockRequest, updateRequest } from '../db/signing.store.ts';
import type { SigningTables } from '../db/tables.ts';
import { withdrawnLetter } from '../emails/letters.ts';

/**
 * Takes back what waits for a signature about this subject, voids what was signed and tells everyone who had received a link.
 * Nothing to do when nothing waits. `replaced`: a revision follows, under a new link.
 */
export const withdrawSignature = async (
  tx: Tx,
  subject: SignedSubject,
  reason: string | null = null,
  { replaced = false }: { replaced?: boolean } = {},
): Promise<void> => {
  const living = await livingRequest(tx, subject);
  if (!living) return;
  const decision = withdrawRequest(living, { reason, replaced }, { now: tx.now });
  if (!decision.ok) throw new Error(`${subject.type} ${subject.id} is already signed: it takes an amendment, not a new request`);
  const [fact] = decision.facts;
  const told = living.signatories.filter(
    (one) => one.linkSentAt !== null && one.delegatedTo === null && one.dismissedAt === null,
  );
  await updateRequest(tx, living.id, {
    state: 'withdrawn',
    closed_at: tx.now,
    withdrawal: JSON.stringify({ reason, replaced, voided: fact!.voided ?? [] }),
  });
  // The link dies with the request.
  await revokeAccessLinks(tx, { subject: { type: 'signature', id: living.id } });
  await recordFacts<SigningFact>(tx, {
    dossierId: living.dossierId,
    stream: { type: 'signature', id: living.id },
    facts: decision.facts,
  });
  await addEvidence(tx, living.id, { kind: 'withdrawn', by: living.provider, detail: { reason, replaced } });
  for (const person of told) await sendMail(tx, withdrawnLetter(living, person, { reason, replaced }));
};

/** Whether the offer may still be taken back by the prestataire alone: no, once the client has accepted it. */
export const mayWithdrawSignature = async (tx: Tx, subject: SignedSubject) => {
  const living = await livingRequest(tx, subject);
  return living ? mayWithdrawAlone(living) : { ok: true as const };
};

const livingRequest = async (tx: Tx, subject: SignedSubject) => {
  const row = await tables<SigningTables>(tx)
    .selectFrom('signature_requests')
    .select('request_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('state', 'not in', ['refused', 'withdrawn'])
    .executeTakeFirst();
  return row ? lockRequest(tx, row.request_id) : null;
};
