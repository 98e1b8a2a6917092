import type { ColumnType } from 'kysely';
import { type DossierId, newId, type FileId, type TenantId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import { tables, type Tx } from '../db/index.ts';
import { enqueue, jobNamed } from '../jobs/index.ts';
import { dossierOfStream } from '../journal/index.ts';
import { mailHtml, mailText, subjectLine, type MailContent } from './compose-mail.ts';

export type NewMail = MailContent & {
  to: { email: string; name?: string };
  subject: string;
  replyTo?: string;
  attachments?: readonly { fileId: FileId; name: string }[];
  /** Holds a code or a personal link: once an SMTP server delivers mail, only its reader sees it. */
  confidential?: boolean;
  /** What the mail is about, so that its page can list it. */
  about?: { type: string; id: string };
  /** The client's file that keeps this exchange. Found from `about` when a fact already told of it. */
  dossierId?: DossierId;
};

export type MailRow = {
  tenant_id: TenantId;
  id: string;
  to_email: string;
  to_name: string | null;
  reply_to: string | null;
  subject: string;
  body_text: string;
  body_html: string;
  attachments: ColumnType<{ fileId: FileId; name: string }[], string, string>;
  confidential: ColumnType<boolean, boolean | undefined, boolean>;
  about_type: string | null;
  about_id: string | null;
  dossier_id: ColumnType<DossierId | null, DossierId | null | undefined, never>;
  state: 'pending' | 'sent' | 'failed';
  channel: ColumnType<'smtp' | 'outbox' | null, 'smtp' | 'outbox' | null | undefined, 'smtp' | 'outbox' | null>;
  failure: ColumnType<string | null, string | null | undefined, string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  created_at: Instant;
  sent_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
};
export type MailTables = { mails: MailRow };

export const deliverMail = jobNamed<{ mailId: string }>('deliver-mail');

/** Writes the mail with everything else of this transaction; it leaves once that is committed, and never otherwise. */
export const sendMail = async (tx: Tx, mail: NewMail): Promise<{ mailId: string }> => {
  const mailId = newId<string>();
  await tables<MailTables>(tx)
    .insertInto('mails')
    .values({
      tenant_id: tx.tenantId,
      id: mailId,
      to_email: mail.to.email,
      to_name: mail.to.name ?? null,
      reply_to: mail.replyTo ?? null,
      subject: subjectLine(mail.subject),
      body_text: mailText(mail),
      body_html: mailHtml(mail),
      attachments: JSON.stringify(mail.attachments ?? []),
      confidential: mail.confidential ?? false,
      about_type: mail.about?.type ?? null,
      about_id: mail.about?.id ?? null,
      dossier_id: mail.dossierId ?? (mail.about ? await dossierOfStream(tx, mail.about.id) : null),
      state: 'pending',
      created_at: tx.now,
    })
    .execute();
  await enqueue(tx, deliverMail, { mailId });
  return { mailId };
};
