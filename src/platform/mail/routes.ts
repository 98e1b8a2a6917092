import { z } from 'zod';
import { tables, type Database, type Tx } from '../db/index.ts';
import { idParam, InstantText, memberOf, no, usualAnswers, type App } from '../http/index.ts';
import type { MailTables } from './send-mail.ts';

const MailLine = z.object({
  mailId: z.string(),
  to: z.object({ email: z.string(), name: z.string().nullable() }),
  subject: z.string(),
  state: z.enum(['pending', 'sent', 'failed']),
  channel: z.enum(['smtp', 'outbox']).nullable(),
  failure: z.string().nullable(),
  about: z.object({ type: z.string(), id: z.string() }).nullable(),
  createdAt: InstantText,
  sentAt: InstantText.nullable(),
});
const MailBody = MailLine.extend({
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ fileId: z.string(), name: z.string() })),
});

const refusals = { unknown_mail: { status: 404, fr: 'Cet e-mail n’existe pas.', en: 'This e-mail does not exist.' } } as const;

// The prestataire must not be able to sign in the client's place with the client's own code.
const confidentialSentence = {
  fr: 'Ce message contient un code ou un lien personnel\u00a0: seul son destinataire peut le lire.',
  en: 'This message holds a personal code or link: only its reader can see it.',
};

/** The built-in mailbox: every mail this organisation sent, whether or not an SMTP server took it. */
export const mailRoutes =
  ({ db, config }: { db: Database; config: { smtpUrl: string | null } }) =>
  async (app: App) => {
    app.get(
      '/mails',
      {
        config: { allow: ['owner'] },
        schema: {
          tags: ['E-mails'],
          summary: 'Les e-mails envoyés par l’organisation, du plus récent au plus ancien',
          querystring: z.object({
            limit: z.coerce.number().int().min(1).max(200).default(50),
            about: z.string().max(100).optional(),
            before: z.string().max(40).optional(),
          }),
          response: { 200: z.object({ mails: z.array(MailLine) }), ...usualAnswers },
        },
      },
      async (request) => {
        const actor = memberOf(request);
        const mails = await db.withTenant(actor.tenantId, actor, (tx) => listMails(tx, request.query));
        return { mails: mails.map(line) };
      },
    );

    app.get(
      '/mails/:id',
      {
        config: { allow: ['owner'] },
        schema: {
          tags: ['E-mails'],
          summary: 'Un e-mail, tel que son destinataire le lit',
          params: z.object({ id: idParam<string>() }),
          response: { 200: MailBody, ...usualAnswers },
        },
      },
      async (request) => {
        const actor = memberOf(request);
        const mail = await db.withTenant(actor.tenantId, actor, (tx) => readMail(tx, request.params.id));
        if (!mail) return no(refusals, 'unknown_mail');
        const hidden = mail.confidential && config.smtpUrl !== null ? confidentialSentence[request.language] : null;
        return {
          ...line(mail),
          text: hidden ?? mail.body_text,
          html: hidden ? `<p>${hidden}</p>` : mail.body_html,
          attachments: mail.attachments,
        };
      },
    );
  };

const listMails = (
  tx: Tx,
  { limit, about, before }: { limit: number; about?: string | undefined; before?: string | undefined },
) => {
  let query = tables<MailTables>(tx)
    .selectFrom('mails')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (about) query = query.where('about_id', '=', about);
  if (before) query = query.where('created_at', '<', before as never);
  return query.execute();
};

const readMail = (tx: Tx, id: string) =>
  tables<MailTables>(tx)
    .selectFrom('mails')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();

const line = (mail: NonNullable<Awaited<ReturnType<typeof readMail>>>) => ({
  mailId: mail.id,
  to: { email: mail.to_email, name: mail.to_name },
  subject: mail.subject,
  state: mail.state,
  channel: mail.channel,
  failure: mail.failure,
  about: mail.about_type && mail.about_id ? { type: mail.about_type, id: mail.about_id } : null,
  createdAt: mail.created_at,
  sentAt: mail.sent_at,
});
