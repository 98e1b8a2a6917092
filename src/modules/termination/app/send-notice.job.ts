import { createAccessLink } from '../../../platform/auth/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import type { FileId } from '../../../shared/ids.ts';
import { addDocument } from '../../dossier/queries.ts';
import { clientById, members } from '../../parties/queries.ts';
import { keepNoticeDocument, noticeById } from '../db/notices.store.ts';
import { renderLetter } from '../documents/letter.document.ts';
import type { Notice } from '../domain/notice.ts';
import { noticeMail } from '../emails/notice.mail.ts';
import { sendNoticeJob } from './send-notice.ts';

const fileNames = {
  mise_en_demeure: 'Mise en demeure',
  resiliation: 'Notification de fin de contrat',
  suspension: 'Suspension',
  resumption: 'Reprise',
} as const;

type Deps = { pdf: Pdf; files: Files; publicUrl: string };

/** Draws the letter, files it in the dossier and sends it with a personal link. The mail leaves with the filing, once. */
export const sendNoticeWork = ({ pdf, files, publicUrl }: Deps) =>
  defineJob(sendNoticeJob, async ({ payload: { noticeId }, withTenant }) => {
    const notice = await withTenant((tx) => noticeById(tx, noticeId));
    if (!notice || notice.documentId) return;
    const { bytes } = await renderLetter(pdf, notice.content);
    await withTenant(async (tx) => {
      const current = await noticeById(tx, noticeId, { lock: true });
      if (!current || current.documentId) return; // another run was first
      const name = `${fileNames[notice.kind]} ${notice.content.reference.replace('Contrat n° ', '')}.pdf`;
      const stored = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      const document = await addDocument(tx, {
        dossierId: notice.dossierId,
        kind: 'notice',
        title: notice.content.subject,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'notice', id: noticeId },
      });
      await keepNoticeDocument(tx, noticeId, document.documentId);
      await mail(tx, notice, { fileId: stored.fileId, name }, publicUrl);
    });
  });

const mail = async (tx: Tx, notice: Notice, file: { fileId: FileId; name: string }, publicUrl: string): Promise<void> => {
  const open = (path: string) => new URL(path, publicUrl).toString();
  if (notice.from === 'client') {
    const owners = (await members(tx)).filter(({ role, state }) => role === 'owner' && state === 'active');
    for (const { email, displayName } of owners)
      await sendMail(tx, noticeMail(notice, { email, name: displayName }, open(`/lettres/${notice.id}`), file));
    return;
  }
  const client = (await clientById(tx, notice.clientId))!;
  const { name, email } = client.identity.signatory;
  const { path } = await createAccessLink(tx, {
    purpose: 'review',
    clientId: client.id,
    contactId: client.contactIds.signatory,
    subject: { type: 'notice', id: notice.id },
    email,
    displayName: name,
  });
  await sendMail(tx, noticeMail(notice, { email, name }, open(path), file));
};
