import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { Files } from '../../../platform/files/index.ts';
import { defineJob, type JobContext, jobNamed } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { RecordingVault } from '../../../platform/recordings/index.ts';
import type { SignaturePlatform } from '../../../platform/signature/index.ts';
import { clientById, dossierById, organisation } from '../../parties/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { CHECKSUMS, checksumLines, type Manifest, MANIFEST, MANIFEST_TOKEN } from '../bundle/manifest.ts';
import { bundleById, updateBundle } from '../db/bundles.store.ts';
import { readmeText } from '../documents/readme-text.ts';
import { type BundleEntry, collectBundle, entry } from './collect-bundle.ts';

export const makeBundle = jobNamed<{ bundleId: string }>('make-bundle');
export type BundleExported = {
  type: 'BundleExported';
  bundleId: string;
  sha256: string;
  byteLength: number;
  journalHead: string;
  journalEntries: number;
};

const retries = 3;
type Adapters = { files: Files; vault: RecordingVault; signature: SignaturePlatform };

/** Gathers the whole dossier in one zip, lists it in a manifest and timestamps that. Its own hash then goes to the journal. */
export const makeBundleJob = ({ files, vault, signature }: Adapters) =>
  defineJob(
    makeBundle,
    async (context) => {
      try {
        await gather({ files, vault, signature }, context);
      } catch (error) {
        // The last try says so on the page, where another can be asked; before it, the next one may succeed.
        if (context.attempt > retries)
          await context.withTenant((tx) =>
            updateBundle(tx, context.payload.bundleId, {
              state: 'failed',
              failure: error instanceof Error ? error.message.slice(0, 500) : 'unknown',
            }),
          );
        throw error;
      }
    },
    { retryLimit: retries },
  );

const gather = async (
  { files, vault, signature }: Adapters,
  { payload: { bundleId }, withTenant }: JobContext<{ bundleId: string }>,
): Promise<void> => {
  const asked = await withTenant((tx) => bundleById(tx, bundleId));
  if (!asked || asked.state !== 'preparing') return;
  const { dossierId } = asked;
  const onProgress = (done: number, total: number) =>
    withTenant((tx) => updateBundle(tx, bundleId, { done, total }).then(() => undefined));

  const collected = await withTenant(async (tx) => {
    const { identity, isDemo } = await organisation(tx);
    const dossier = (await dossierById(tx, dossierId))!;
    const client = (await clientById(tx, dossier.clientId))!;
    const names = { provider: nameOnDocuments(identity), client: client.identity.name, isDemo };
    return { names, now: tx.now, ...(await collectBundle(tx, dossierId, { files, vault }, onProgress)) };
  });
  const { names, journal, now } = collected;
  const entries: BundleEntry[] = [
    entry('LISEZ-MOI.txt', readmeText(names), { kind: 'readme', title: 'Comment vérifier ce dossier', subject: null }),
    ...collected.entries,
  ];
  const head = journal.at(-1)?.hash ?? '0'.repeat(64);
  const manifest: Manifest = {
    schema: 'cadran-bundle/1',
    dossierId,
    ...names,
    exportedAt: now,
    journal: { entries: journal.length, head },
    files: entries.map(({ bytes, ...file }) => file),
  };
  const manifestEntry = entry(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`, {
    kind: 'readme',
    title: MANIFEST,
    subject: null,
  });
  const token = entry(MANIFEST_TOKEN, await signature.timestamp(createHash('sha256').update(manifestEntry.bytes).digest()), {
    kind: 'readme',
    title: MANIFEST_TOKEN,
    subject: null,
  });
  const sums = entry(CHECKSUMS, checksumLines([...entries, manifestEntry, token]), {
    kind: 'readme',
    title: CHECKSUMS,
    subject: null,
  });
  const zip = await zipOf([...entries, manifestEntry, token, sums], new Date(now));

  await withTenant(async (tx) => {
    const stored = await files.put(tx, {
      bytes: zip,
      name: `dossier-${dossierId.slice(0, 8)}.zip`,
      mediaType: 'application/zip',
    });
    await updateBundle(tx, bundleId, {
      state: 'ready',
      file_id: stored.fileId,
      sha256: stored.sha256,
      byte_length: stored.byteLength,
      ready_at: tx.now,
    });
    const fact: BundleExported = {
      type: 'BundleExported',
      bundleId,
      sha256: stored.sha256,
      byteLength: stored.byteLength,
      journalHead: head,
      journalEntries: journal.length,
    };
    await recordFacts(tx, { dossierId, stream: { type: 'bundle', id: bundleId }, facts: [fact] });
  });
};

const zipOf = async (entries: readonly BundleEntry[], at: Date): Promise<Uint8Array> => {
  const zip = new yazl.ZipFile();
  // Sound and PDF are compressed already.
  for (const { path, bytes } of entries)
    zip.addBuffer(Buffer.from(bytes), path, { mtime: at, compress: !/\.(ogg|pdf|png|jpg)$/.test(path) });
  zip.end();
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream);
};
