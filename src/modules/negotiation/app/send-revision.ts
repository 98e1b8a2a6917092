import type { Database } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { NegotiationSubject } from '../domain/negotiation.ts';
import { markIncluded } from '../db/negotiation.store.ts';
import { topicOf } from './discuss.handlers.ts';
import { fileComparison } from './file-comparison.job.ts';
import { inDiscussion, type Someone } from './in-discussion.ts';
import { nextRevision } from './next-revision.ts';

/** Gathers what was accepted into the next revision and sends it to be signed; what compares the two is filed with it. */
export const sendRevision =
  ({ db }: { db: Database }) =>
  (actor: Someone, subject: NegotiationSubject, { validUntil }: { validUntil?: CivilDate | undefined }) =>
    inDiscussion(db, actor, subject, async ({ tx, document }) => {
      const next = await nextRevision(tx, document);
      if (!next.ok) return next;
      const sent = await document.revise({ ...next.agreed, validUntil, changes: next.itemIds });
      if (!sent.ok) return sent;
      await markIncluded(tx, next.itemIds, sent.revision);
      await enqueue(tx, fileComparison, { subject, from: sent.revision - 1, to: sent.revision });
      announce(tx, { topic: topicOf(subject) });
      return { ok: true as const, revision: sent.revision, signatureRequestId: sent.signatureRequestId };
    });
