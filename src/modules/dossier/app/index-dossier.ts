import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { defineJob, defineSweep, enqueue, jobNamed } from '../../../platform/jobs/index.ts';
import { readJournalAfter } from '../../../platform/journal/index.ts';
import { readPdfText } from '../../../platform/pdf/read-pdf-text.ts';
import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import { factText, isSearched } from '../domain/fact-text.ts';
import { keepWords, lockMark, moveMark, unreadDossiers, unreadMails } from '../db/words.store.ts';
import { findDocument } from '../queries.ts';

const readDocument = jobNamed<{ documentId: DocumentId }>('read-document-words');

/** Reads the words of a frozen document once; a scan without a text layer is found by its title. */
export const readDocumentJob = ({ files }: { files: Files }) =>
  defineJob(readDocument, async ({ payload: { documentId }, withTenant }) => {
    const found = await withTenant(async (tx) => {
      const document = await findDocument(tx, documentId);
      return document && { document, bytes: (await files.read(tx, document.fileId)).bytes };
    });
    if (!found) return;
    const { document, bytes } = found;
    const body = document.mediaType === 'application/pdf' ? await pdfWords(bytes) : '';
    await withTenant((tx) =>
      keepWords(tx, [
        {
          dossierId: document.dossierId,
          source: 'document',
          sourceId: documentId,
          at: document.frozenAt,
          title: document.title,
          body,
        },
      ]),
    );
  });

// A scan that no reader opens is still filed under its title.
const pdfWords = (bytes: Uint8Array): Promise<string> =>
  readPdfText(bytes).then(
    ({ pages }) => pages.join('\n'),
    () => '',
  );

const factsAtOnce = 2000;
const withoutAddresses = (text: string) => text.replace(/https?:\/\/\S+/g, '');

/** Brings the words of a dossier up to date: its new facts and mails. False when more is left for another turn. */
export const readNewWords = async (tx: Tx, dossierId: DossierId): Promise<boolean> => {
  const mark = await lockMark(tx, dossierId);
  const facts = await readJournalAfter(tx, dossierId, mark, factsAtOnce);
  await keepWords(
    tx,
    facts
      .filter(({ type }) => isSearched(type))
      .map((fact) => ({
        dossierId,
        source: 'fact' as const,
        sourceId: String(fact.seq),
        at: fact.at,
        title: fact.actor.name,
        body: factText(fact.body),
      })),
  );
  await keepWords(
    tx,
    (await unreadMails(tx, dossierId)).map((mail) => ({
      dossierId,
      source: 'mail' as const,
      sourceId: mail.id,
      at: mail.created_at,
      title: mail.subject,
      // A code or a personal link is never searched.
      body: mail.confidential ? '' : `${mail.to_name ?? ''} ${mail.to_email}\n${withoutAddresses(mail.body_text)}`,
    })),
  );
  for (const fact of facts)
    if (fact.type === 'DocumentFrozen')
      await enqueue(tx, readDocument, { documentId: (fact.body as { documentId: DocumentId }).documentId });
  const last = facts.at(-1);
  if (last) await moveMark(tx, dossierId, last.seq);
  return facts.length < factsAtOnce;
};

export const readDossiersSweep = defineSweep('read-dossier-words', async (system) => {
  for (const { tenantId, dossierId } of await system.asSystem(unreadDossiers))
    await system.withTenant(tenantId, (tx) => readNewWords(tx, dossierId));
});
