import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { journalCounts, journalPage, readJournal, verifyChain } from '../../../platform/journal/index.ts';
import { type Actor, actorLabel } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { type DocumentId, type DossierId, newId } from '../../../shared/ids.ts';
import { dossierById } from '../../parties/queries.ts';
import { mailsOf } from '../db/words.store.ts';
import { bundleById, bundleList, insertBundle } from '../db/bundles.store.ts';
import { type FactKind, factKinds, factTypes, kindOfFact, typesOf, validationTypes } from '../domain/fact-kinds.ts';
import { documentsOf, findDocument } from '../queries.ts';
import { searchDossier } from './search-dossier.ts';
import { makeBundle } from './make-bundle.job.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;

export type TimelineQuery = {
  kind?: FactKind | 'essential' | 'validations' | undefined;
  before?: number | undefined;
  limit: number;
};

const typesOfQuery = (kind: TimelineQuery['kind']): { types?: readonly string[]; without?: readonly string[] } => {
  if (!kind) return {};
  if (kind === 'validations') return { types: validationTypes };
  // A type added since is told with the file: the others are named, it is what is left.
  if (kind === 'essential') return { without: [...typesOf.calls, ...typesOf.prospects] };
  return kind === 'file' ? { without: factTypes.filter((type) => kindOfFact(type) !== 'file') } : { types: typesOf[kind] };
};

/** A dossier that this person may open; a client has its own, and no other exists for it. */
const seenBy = async (tx: Tx, actor: Reader, id: DossierId): Promise<boolean> => {
  const dossier = await dossierById(tx, id);
  return dossier !== null && (actor.kind === 'member' || dossier.clientId === actor.clientId);
};

export const dossierHandlers = ({ db, files }: { db: Database; files: Files }) => {
  const reading =
    <Args extends unknown[], Answer>(work: (tx: Tx, actor: Reader, id: DossierId, ...args: Args) => Promise<Answer>) =>
    (actor: Reader, id: DossierId, ...args: Args) =>
      db.withTenant(actor.tenantId, actor, async (tx) =>
        (await seenBy(tx, actor, id)) ? work(tx, actor, id, ...args) : refuse('unknown_dossier'),
      );
  return {
    /** The journal as people read it, newest first, by pages and headings: a page costs the same in a long file. */
    timeline: reading(async (tx, _actor, id, { kind, before, limit }: TimelineQuery) => {
      const found = await journalPage(tx, id, { ...typesOfQuery(kind), before, limit: limit + 1 });
      const counts = Object.fromEntries(factKinds.map((one) => [one, 0])) as Record<FactKind, number>;
      for (const { type, count } of await journalCounts(tx, id)) counts[kindOfFact(type)] += count;
      return {
        ok: true as const,
        entries: found.slice(0, limit).map((one) => ({ ...one, kind: kindOfFact(one.type) })),
        more: found.length > limit,
        counts,
        total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      };
    }),
    /** Whether the whole chain of the journal holds, from its first fact to its last. */
    verification: reading(async (tx, _actor, id) => {
      const { ok: intact, head, entries } = verifyChain(await readJournal(tx, id));
      return { ok: true as const, intact, head, total: entries };
    }),
    documents: reading(async (tx, _actor, id) => ({ ok: true as const, documents: await documentsOf(tx, id) })),
    search: reading((tx, actor, id, question: string) => searchDossier(tx, actor, id, question)),
    exchanges: reading(async (tx, _actor, id, page: { limit: number; before?: string | undefined }) => ({
      ok: true as const,
      mails: await mailsOf(tx, id, page),
    })),
    bundles: reading(async (tx, _actor, id) => ({ ok: true as const, bundles: await bundleList(tx, id) })),
    askBundle: reading(async (tx, actor, id) => {
      const bundleId = newId<string>();
      await insertBundle(tx, { id: bundleId, dossierId: id, askedBy: actorLabel(actor).name });
      await enqueue(tx, makeBundle, { bundleId }, { singletonKey: `bundle:${bundleId}` });
      return { ok: true as const, bundleId };
    }),
    bundleZip: (actor: Reader, bundleId: string) =>
      db.withTenant(actor.tenantId, actor, async (tx) => {
        const bundle = await bundleById(tx, bundleId);
        if (!bundle || !(await seenBy(tx, actor, bundle.dossierId))) return refuse('unknown_bundle');
        return bundle.fileId ? { ok: true as const, ...(await files.read(tx, bundle.fileId)) } : refuse('bundle_not_ready');
      }),
    documentFile: (actor: Reader, documentId: DocumentId) =>
      db.withTenant(actor.tenantId, actor, async (tx) => {
        const document = await findDocument(tx, documentId);
        if (!document || !(await seenBy(tx, actor, document.dossierId))) return refuse('unknown_document');
        return { ok: true as const, ...(await files.read(tx, document.fileId)) };
      }),
  };
};
export type DossierHandlers = ReturnType<typeof dossierHandlers>;
