import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { readJournal, verifyChain } from '../../../platform/journal/index.ts';
import { type Actor, actorLabel } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { type DocumentId, type DossierId, newId } from '../../../shared/ids.ts';
import { dossierById } from '../../parties/queries.ts';
import { mailsOf } from '../db/words.store.ts';
import { bundleById, bundleList, insertBundle } from '../db/bundles.store.ts';
import { type FactKind, factKinds, isEssential, isValidation, kindOfFact } from '../domain/fact-kinds.ts';
import { documentsOf, findDocument } from '../queries.ts';
import { searchDossier } from './search-dossier.ts';
import { makeBundle } from './make-bundle.job.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;

export type TimelineQuery = {
  kind?: FactKind | 'essential' | 'validations' | undefined;
  before?: number | undefined;
  limit: number;
};

const isOf = (kind: NonNullable<TimelineQuery['kind']>, type: string): boolean => {
  if (kind === 'essential') return isEssential(type);
  return kind === 'validations' ? isValidation(type) : kindOfFact(type) === kind;
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
    /** The journal as people read it, newest first, with whether the chain of the whole of it holds. */
    timeline: reading(async (tx, _actor, id, { kind, before, limit }: TimelineQuery) => {
      const entries = await readJournal(tx, id);
      const chain = verifyChain(entries);
      const counts = Object.fromEntries(factKinds.map((one) => [one, 0])) as Record<FactKind, number>;
      for (const { type } of entries) counts[kindOfFact(type)] += 1;
      const wanted = entries
        .filter(({ seq, type }) => (before === undefined || seq < before) && (!kind || isOf(kind, type)))
        .reverse();
      const page = wanted.slice(0, limit).map((one) => ({ ...one, kind: kindOfFact(one.type) }));
      return {
        ok: true as const,
        entries: page,
        more: wanted.length > page.length,
        counts,
        total: entries.length,
        head: chain.head,
        intact: chain.ok,
      };
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
