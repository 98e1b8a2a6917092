import type { Database } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { findDocument } from '../../dossier/queries.ts';
import type { NegotiationSubject } from '../domain/negotiation.ts';
import { inDiscussion, type Someone } from './in-discussion.ts';

/** The very bytes of a revision that was sent, for either party, even once another has replaced it. */
export const readRevision =
  ({ db, files }: { db: Database; files: Files }) =>
  (actor: Someone, subject: NegotiationSubject, wanted: number) =>
    inDiscussion(db, actor, subject, async ({ tx, document }) => {
      const sent = document.revisions.find(({ revision }) => revision === wanted);
      const filed = sent?.documentId ? await findDocument(tx, sent.documentId) : null;
      return filed ? { ok: true as const, file: await files.read(tx, filed.fileId) } : refuse('unknown_revision');
    });
