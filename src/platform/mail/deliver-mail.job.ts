import { createTransport, type Transporter } from 'nodemailer';
import { tables } from '../db/index.ts';
import type { Tx } from '../db/index.ts';
import { defineJob } from '../jobs/index.ts';
import type { Platform } from '../platform.ts';
import { deliverMail, type MailTables } from './send-mail.ts';

/** Hands a waiting mail to the SMTP server, or, where none is configured, leaves it in the built-in mailbox. */
export const deliverMailJob = ({ config, files }: Pick<Platform, 'config' | 'files'>) => {
  const transport = config.smtpUrl ? createTransport(config.smtpUrl) : null;
  const from = config.mailFrom ?? 'Cadran <ne-pas-repondre@localhost>';

  return defineJob(
    deliverMail,
    async ({ payload: { mailId }, attempt, withTenant }) => {
      const mail = await withTenant((tx) => readMail(tx, mailId));
      if (!mail || mail.state === 'sent') return;
      if (!transport)
        return withTenant((tx) =>
          mark(tx, mailId, { state: 'sent', channel: 'outbox', attempts: attempt, failure: null, sent_at: tx.now }),
        );
      try {
        const attachments = await withTenant((tx) =>
          Promise.all(mail.attachments.map(({ fileId, name }) => attachmentOf(tx, files, fileId, name))),
        );
        await deliver(transport, from, mail, attachments);
      } catch (error) {
        const failure = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
        await withTenant((tx) =>
          mark(tx, mailId, { state: 'failed', channel: 'smtp', attempts: attempt, failure, sent_at: null }),
        );
        throw error;
      }
      await withTenant((tx) =>
        mark(tx, mailId, { state: 'sent', channel: 'smtp', attempts: attempt, failure: null, sent_at: tx.now }),
      );
    },
    { retryLimit: 6, firstRetrySeconds: 30 },
  );
};

type StoredMail = NonNullable<Awaited<ReturnType<typeof readMail>>>;
type Attachment = Awaited<ReturnType<typeof attachmentOf>>;

const deliver = (transport: Transporter, from: string, mail: StoredMail, attachments: Attachment[]) =>
  transport.sendMail({
    from,
    to: mail.to_name ? { name: mail.to_name, address: mail.to_email } : mail.to_email,
    ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
    subject: mail.subject,
    text: mail.body_text,
    html: mail.body_html,
    attachments,
    // A retry after a lost acknowledgement carries the same id, so that the reader's server can drop the double.
    messageId: `<${mail.id}@cadran>`,
  });

const attachmentOf = async (
  tx: Tx,
  files: Platform['files'],
  fileId: StoredMail['attachments'][number]['fileId'],
  name: string,
) => {
  const file = await files.read(tx, fileId);
  return { filename: name, content: Buffer.from(file.bytes), contentType: file.mediaType };
};

const readMail = (tx: Tx, mailId: string) =>
  tables<MailTables>(tx)
    .selectFrom('mails')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', mailId)
    .executeTakeFirst();

const mark = async (
  tx: Tx,
  mailId: string,
  result: Pick<StoredMail, 'state' | 'channel' | 'attempts' | 'failure' | 'sent_at'>,
): Promise<void> => {
  await tables<MailTables>(tx)
    .updateTable('mails')
    .set(result)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', mailId)
    .execute();
};
