import { sql } from 'kysely';
import type { TenantId } from '../../../shared/ids.ts';
import { addDays, civilDateOf, clockTime, type Instant, momentOf } from '../../../shared/time.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { maskedEmail } from '../domain/evidence.ts';
import { remindersDue } from '../domain/reminders.ts';
import type { Signatory, SignatureRequestId } from '../domain/signature-request.ts';
import { addEvidence, lockRequest, type StoredRequest, updateSignatory } from '../db/signing.store.ts';
import type { SigningTables } from '../db/tables.ts';
import { reminderLetter } from '../emails/letters.ts';
import { newLink } from './send-signing-link.job.ts';

/** Reminds those whose turn it is. The rule decides again under the lock: of two sweeps at once, one sends. */
export const remindersSweep = ({ publicUrl }: { publicUrl: string }) =>
  defineSweep('remind-signers', async (system, now) => {
    const candidates = await system.asSystem((tx) => openRequests(tx, now));
    for (const { tenant_id, request_id } of candidates)
      await system.withTenant(tenant_id, async (tx) => {
        const request = await lockRequest(tx, request_id);
        if (!request) return;
        for (const signer of remindersDue(request, tx.now)) {
          if (!(await toldToday(tx, signer))) await remind(tx, request, signer, publicUrl);
        }
      });
  });

/** Requests where somebody was told nothing for a day; the rule says who, and whether it is time. */
const openRequests = async (tx: { sql: Tx['sql'] }, now: Instant) => {
  const { rows } = await sql<{ tenant_id: TenantId; request_id: SignatureRequestId }>`
    select distinct r.tenant_id, r.request_id from signature_requests r
    join signatories s on s.tenant_id = r.tenant_id and s.request_id = r.request_id
    where r.state in ('sent', 'read', 'consented') and not r.reminders_paused and r.expires_at > ${now}
      and s.duty = 'sign' and s.signed_at is null and s.link_sent_at < ${now}::timestamptz - interval '1 day'
      and (s.last_reminder_at is null or s.last_reminder_at < ${now}::timestamptz - interval '1 day')
    limit 2000`.execute(tx.sql);
  return rows;
};

/** A person asked to sign three documents is written to once a day, not three times. */
const toldToday = async (tx: Tx, signer: Signatory): Promise<boolean> => {
  const day = civilDateOf(tx.now);
  const row = await tables<SigningTables>(tx)
    .selectFrom('signatories')
    .select('signatory_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('email', '=', signer.email)
    .where('last_reminder_at', '>=', momentOf(day, clockTime('00:00')))
    .where('last_reminder_at', '<', momentOf(addDays(day, 1), clockTime('00:00')))
    .executeTakeFirst();
  return row !== undefined;
};

/** The link of the first mail still opens; the reminder carries another, so that nobody has to look for it. */
const remind = async (tx: Tx, request: StoredRequest, signer: Signatory, publicUrl: string): Promise<void> => {
  const link = await newLink(tx, request, signer);
  await updateSignatory(tx, signer.id, { last_reminder_at: tx.now, reminders: signer.reminders + 1 });
  await addEvidence(tx, request.id, {
    kind: 'reminder_sent',
    by: signer,
    detail: { channel: 'e-mail', to: maskedEmail(signer.email), count: signer.reminders + 1, linkId: link.linkId },
  });
  await sendMail(tx, reminderLetter(request, signer, `${publicUrl}${link.path}`));
};
