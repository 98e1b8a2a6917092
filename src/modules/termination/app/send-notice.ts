import type { Tx } from '../../../platform/db/index.ts';
import { enqueue, jobNamed } from '../../../platform/jobs/index.ts';
import { newId } from '../../../shared/ids.ts';
import type { Mission } from '../../missions/index.ts';
import { insertNotice } from '../db/notices.store.ts';
import type { LetterContent, Notice } from '../domain/notice.ts';
import type { Party } from '../domain/resiliation.ts';

export const sendNoticeJob = jobNamed<{ noticeId: string }>('send-notice');

/** Freezes the words of a letter and asks for its PDF and its mail, which follow this transaction. */
export const sendNotice = async (
  tx: Tx,
  mission: Mission,
  { about, from, content }: { about: Notice['about']; from: Party; content: LetterContent },
): Promise<string> => {
  const id = newId<string>();
  await insertNotice(tx, {
    id,
    dossierId: mission.dossierId,
    clientId: mission.clientId,
    subject: { type: 'mission', id: mission.id },
    about,
    kind: content.kind,
    from,
    content,
    sentAt: tx.now,
    documentId: null,
    served: null,
  });
  await enqueue(tx, sendNoticeJob, { noticeId: id }, { singletonKey: `notice:${id}` });
  return id;
};
