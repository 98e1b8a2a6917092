import type { NewMail } from '../../../platform/mail/index.ts';
import type { FileId } from '../../../shared/ids.ts';
import type { Notice, NoticeKind } from '../domain/notice.ts';

const why: Record<NoticeKind, string> = {
  mise_en_demeure: 'Un délai pour remédier au manquement court à compter de votre lecture.',
  resiliation: 'La fin du contrat court à compter de votre lecture.',
  suspension: 'L’exécution est suspendue à compter de ce jour.',
  resumption: 'L’exécution reprend ce jour.',
};

/** The mail that carries a letter: what it is, and the link by which its reading is acknowledged. */
export const noticeMail = (
  { id, kind, content }: Notice,
  to: { email: string; name: string },
  url: string,
  file: { fileId: FileId; name: string },
): NewMail => ({
  to,
  sender: content.from.name,
  replyTo: content.from.email,
  subject: content.subject,
  title: content.subject,
  paragraphs: [
    `Bonjour ${to.name},`,
    `${content.from.name} vous adresse la lettre ci-jointe. ${why[kind]}`,
    'Ouvrez-la par votre lien personnel pour en accuser réception\u00a0: la date et l’heure sont inscrites au dossier commun.',
  ],
  action: { label: 'Lire et accuser réception', url },
  notes: ['Accuser réception n’est pas approuver\u00a0: vous ne reconnaissez que d’avoir reçu la lettre.'],
  attachments: [file],
  confidential: true,
  about: { type: 'notice', id },
});
