import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { type DossierId, newId } from '../../../shared/ids.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import { addDocument, documentsAbout } from '../../dossier/queries.ts';
import { clientById, organisation, printedProvider } from '../../parties/queries.ts';
import { insertCheck, insertVigilanceDocument, vigilanceDocuments } from '../db/vigilance.store.ts';
import { type ForeignWorker, renderForeignWorkers } from '../documents/foreign-workers.document.ts';
import { compactCode, depositDocument } from '../domain/deposit-document.ts';
import { kindWords } from '../domain/kind-words.ts';
import type { VigilanceCheck, VigilanceDocumentChecked, VigilanceKind } from '../domain/vigilance-document.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Client = Extract<Actor, { kind: 'client' }>;
type Deps = { db: Database; files: Files; pdf: Pdf };

export type Deposit = {
  kind: VigilanceKind;
  issuedOn: CivilDate;
  securityCode: string | null;
  file: { bytes: Uint8Array; name: string; mediaType: string };
};

const deposit = async (tx: Tx, files: Files, actor: Member, { kind, issuedOn, securityCode, file }: Deposit) => {
  const documentId = newId<string>();
  const asked = { documentId, kind, issuedOn, securityCode, mediaType: file.mediaType, by: actor.userId };
  // Asked before the bytes are kept: what is refused leaves nothing on the shelf.
  const asIf = depositDocument({ ...asked, sha256: '' }, { now: tx.now });
  if (!asIf.ok) return asIf;
  // A name travels in an HTTP header, which only knows Latin letters.
  const fileName = file.name.replace(/’/g, "'").replace(/[^\x20-\xff]/g, '_');
  const stored = await files.put(tx, { ...file, name: fileName });
  const decision = depositDocument({ ...asked, sha256: stored.sha256 }, { now: tx.now });
  if (!decision.ok) return decision;
  await insertVigilanceDocument(tx, {
    id: documentId,
    kind,
    fileId: stored.fileId,
    fileName,
    sha256: stored.sha256,
    byteLength: stored.byteLength,
    mediaType: file.mediaType,
    issuedOn,
    validThrough: decision.facts[0]!.validThrough,
    securityCode: kind === 'urssaf' ? compactCode(securityCode!) : null,
    depositedAt: tx.now,
  });
  await recordFacts(tx, {
    dossierId: tx.tenantId as string as DossierId,
    stream: { type: 'vigilance', id: documentId },
    facts: decision.facts,
  });
  return { ok: true as const, documentId };
};

export const documentHandlers = ({ db, files, pdf }: Deps) => ({
  deposit: (actor: Member, command: Deposit) => db.withTenant(actor.tenantId, actor, (tx) => deposit(tx, files, actor, command)),

  /** Draws the list of foreign workers, or the statement that there is none, and deposits it as the owner’s own declaration. */
  declareForeignWorkers: async (actor: Member, { none, workers }: { none: boolean; workers: readonly ForeignWorker[] }) => {
    if (!none && workers.length === 0) return refuse('vigilance_workers_missing');
    const { identity, isDemo, now } = await db.withTenant(actor.tenantId, actor, async (tx) => ({
      ...(await organisation(tx)),
      now: tx.now,
    }));
    const { bytes } = await renderForeignWorkers(pdf, {
      demo: isDemo,
      provider: printedProvider(identity),
      signedBy: actor.displayName,
      signedAt: now,
      city: identity.address.city,
      workers: none ? [] : workers,
    });
    const name = none ? 'Attestation de non-emploi de salariés étrangers.pdf' : 'Liste des salariés étrangers.pdf';
    return db.withTenant(actor.tenantId, actor, (tx) =>
      deposit(tx, files, actor, {
        kind: 'foreign_workers',
        issuedOn: civilDateOf(now),
        securityCode: null,
        file: { bytes, name, mediaType: 'application/pdf' },
      }),
    );
  },

  /** The client says that it checked the document against its source; the document then joins that client’s dossier. */
  check: (actor: Client, { documentId, verdict }: { documentId: string; verdict: VigilanceCheck['verdict'] }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const document = (await vigilanceDocuments(tx)).find(({ id }) => id === documentId);
      if (!document) return refuse('unknown_vigilance_document');
      if (document.validThrough < civilDateOf(tx.now)) return refuse('vigilance_stale_check');
      const { dossierId } = (await clientById(tx, actor.clientId))!;
      await insertCheck(tx, {
        documentId,
        clientId: actor.clientId,
        verdict,
        checkedBy: actor.displayName,
        checkedAt: tx.now,
      });
      const { kind } = document;
      await recordFacts<VigilanceDocumentChecked>(tx, {
        dossierId,
        stream: { type: 'vigilance', id: documentId },
        facts: [{ type: 'VigilanceDocumentChecked', documentId, kind, verdict, checkedBy: actor.displayName }],
      });
      await fileInDossier(tx, dossierId, document);
      return { ok: true as const };
    }),

  /** The bytes, for those who must hold them: the organisation and its clients. */
  file: (actor: Member | Client, documentId: string) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const document = (await vigilanceDocuments(tx)).find(({ id }) => id === documentId);
      return document ? { ok: true as const, ...(await files.read(tx, document.fileId)) } : refuse('unknown_vigilance_document');
    }),
});

const fileInDossier = async (
  tx: Tx,
  dossierId: DossierId,
  document: Awaited<ReturnType<typeof vigilanceDocuments>>[number],
): Promise<void> => {
  const subject = { type: 'vigilance', id: document.id };
  if ((await documentsAbout(tx, subject)).some((filed) => filed.dossierId === dossierId)) return;
  const words = kindWords[document.kind].fr.replace(/^l[ae’] ?/, '');
  await addDocument(tx, {
    dossierId,
    kind: 'vigilance',
    title: words.charAt(0).toUpperCase() + words.slice(1),
    file: document,
    subject,
  });
};
