import type { Database } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { catalogOf } from '../../clauses/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import { organisation } from '../../parties/queries.ts';
import { currentGeneralTerms, insertEdition } from '../db/editions.store.ts';
import { renderGeneralTerms } from '../documents/general-terms.document.ts';
import { GeneralTermsContent, type GeneralTermsPublished } from '../domain/edition.ts';
import { mayBePublished } from '../domain/publish-edition.ts';
import { composeGeneralTerms } from './compose-general-terms.ts';

type Member = Extract<Actor, { kind: 'member' }>;
export type PublishEdition = { draft: DraftTerms; note: string; after: number };

/** Publishes the next edition: composed, printed and filed for good. From here it is annexed to every document that leaves. */
export const publishEditionHandler =
  ({ db, pdf, files }: { db: Database; pdf: Pdf; files: Files }) =>
  async (actor: Member, { draft, note, after }: PublishEdition) => {
    const verdict = mayBePublished(draft, note);
    if (!verdict.ok) return verdict;
    const prepared = await db.withTenant(actor.tenantId, actor, async (tx) => {
      const { identity: provider, isDemo } = await organisation(tx);
      const publisher = { provider, publishedOn: civilDateOf(tx.now), edition: after + 1 };
      const { parts, articles, clauses, selection } = composeGeneralTerms(await catalogOf(tx), verdict.defaults, publisher);
      const content = GeneralTermsContent.parse({
        schema: 'cadran-cgv/1',
        ...publisher,
        isDemo,
        defaults: verdict.defaults,
        selection,
        clauses,
        articles,
      });
      return { content, parts, at: tx.now };
    });
    const { content, parts, at } = prepared;
    const { sha256 } = canonicalContent(content);
    const { bytes } = await renderGeneralTerms(pdf, { content, parts, contentSha256: sha256 }, at);

    return db.withTenant(actor.tenantId, actor, async (tx) => {
      const current = (await currentGeneralTerms(tx))?.edition ?? 0;
      if (current !== after) return refuse('published_meanwhile', { edition: current });
      const name = `conditions-generales-edition-${content.edition}.pdf`;
      const file = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      const { edition, publishedOn } = content;
      await insertEdition(tx, {
        edition,
        publishedAt: tx.now,
        publishedOn,
        note: note.trim(),
        content,
        contentSha256: sha256,
        file,
      });
      const fact: GeneralTermsPublished = {
        type: 'GeneralTermsPublished',
        edition,
        publishedOn,
        note: note.trim(),
        contentSha256: sha256,
        fileSha256: file.sha256,
      };
      // The organisation's own journal bears its name.
      await recordFacts(tx, {
        dossierId: tx.tenantId as string as DossierId,
        stream: { type: 'general_terms', id: tx.tenantId },
        facts: [fact],
      });
      return { ...record(fact), edition };
    });
  };
