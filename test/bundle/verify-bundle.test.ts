import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendQuote, signBoth } from '../../src/demo/scenes/sign-contract.ts';
import { openStage, type Stage } from '../../src/demo/stage.ts';
import { paris } from '../../src/demo/story.ts';
import {
  CHECKSUMS,
  checksumLines,
  JOURNAL,
  type Manifest,
  MANIFEST,
  MANIFEST_TOKEN,
} from '../../src/modules/dossier/bundle/manifest.ts';
import { type BundleFiles, NotABundle, readBundle } from '../../src/modules/dossier/bundle/read-bundle.ts';
import { verifyBundle } from '../../src/modules/dossier/bundle/verify-bundle.ts';

let folder: string;
let stage: Stage;
let files: BundleFiles;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cadran-bundle-'));
  stage = await openStage({ dataDir: path.join(folder, 'data'), startAt: paris('2026-03-02T09:00') });
  const { browser, quoteId, dossierId } = await sendQuote(stage, { vatRegime: 'real' });
  await signBoth(stage, browser, quoteId, { clientAt: paris('2026-03-05T10:00'), providerAt: paris('2026-03-05T11:00') });
  const { id } = await browser.post<{ id: string }>(`/dossiers/${dossierId}/bundles`);
  await stage.settle();
  await writeFile(path.join(folder, 'dossier.zip'), await browser.bytes(`/bundles/${id}/zip`));
  files = await readBundle(path.join(folder, 'dossier.zip'));
}, 240_000);
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const changed = (name: string, edit: (bytes: Buffer) => Uint8Array): BundleFiles =>
  new Map([...files].map(([one, bytes]) => [one, one === name ? edit(Buffer.from(bytes)) : bytes]));
const text = (edit: (content: string) => string) => (bytes: Buffer) => Buffer.from(edit(bytes.toString('utf8')), 'utf8');
const broken = async (bundle: BundleFiles) =>
  (await verifyBundle(bundle)).checks.filter(({ ok }) => !ok).map(({ about }) => about);

/** What a forger with the files but not the keys would do: recompute every hash that anyone can recompute. */
const relisted = (bundle: BundleFiles): BundleFiles => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const manifest = JSON.parse(Buffer.from(bundle.get(MANIFEST)!).toString('utf8')) as Manifest;
  manifest.files = manifest.files.map((file) => ({
    ...file,
    sha256: sha256(bundle.get(file.path)!),
    byteLength: bundle.get(file.path)!.byteLength,
  }));
  const manifestBytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const next = new Map(bundle).set(MANIFEST, manifestBytes);
  const sums = checksumLines([
    ...manifest.files,
    { path: MANIFEST, sha256: sha256(manifestBytes) },
    { path: MANIFEST_TOKEN, sha256: sha256(bundle.get(MANIFEST_TOKEN)!) },
  ]);
  return next.set(CHECKSUMS, Buffer.from(sums));
};

test('a bundle as it was exported holds, zipped or unzipped', async () => {
  const report = await verifyBundle(files);
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.ok).toBe(true);
  const unzipped = path.join(folder, 'unzipped');
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(unzipped, name)), { recursive: true });
    await writeFile(path.join(unzipped, name), bytes);
  }
  expect((await verifyBundle(await readBundle(unzipped))).ok).toBe(true);
});

test('one changed byte in any file is found', async () => {
  for (const name of files.keys()) {
    const found = await broken(
      changed(name, (bytes) => {
        const at = Math.floor(bytes.length / 2);
        bytes[at] = bytes[at]! ^ 1;
        return bytes;
      }),
    );
    expect([name, found.length > 0]).toEqual([name, true]);
  }
});

test('a missing file and an added one are found', async () => {
  for (const name of files.keys()) {
    const without = new Map(files);
    without.delete(name);
    expect([name, (await verifyBundle(without)).ok]).toEqual([name, false]);
  }
  expect(await broken(new Map(files).set('factures/ajoutee.pdf', Buffer.from('x')))).toContain('fichiers');
});

describe('the journal, even when the forger recomputes the lists', () => {
  const lines = (edit: (lines: string[]) => string[]) =>
    relisted(
      changed(
        JOURNAL,
        text((content) => `${edit(content.trim().split('\n')).join('\n')}\n`),
      ),
    );
  test('a removed fact is found', async () => {
    expect(await broken(lines((all) => all.filter((_, index) => index !== 4)))).toEqual(
      expect.arrayContaining(['horodatage', 'journal']),
    );
  });
  test('the last facts cut off are found', async () => {
    expect(await broken(lines((all) => all.slice(0, -2)))).toContain('journal');
  });
  test('two facts exchanged are found', async () => {
    expect(await broken(lines((all) => [all[1]!, all[0]!, ...all.slice(2)]))).toContain('journal');
  });
  test('a rewritten fact is found', async () => {
    expect(await broken(lines((all) => all.map((line) => line.replace('"netCents":48000', '"netCents":38000'))))).toContain(
      'journal',
    );
  });
});

test('other conditions than those signed are found, even with every hash recomputed', async () => {
  const name = [...files.keys()].find((one) => one.startsWith('conditions/'))!;
  const forged = relisted(
    changed(
      name,
      text((content) => content.replace('"unitPriceCents":9000', '"unitPriceCents":8000')),
    ),
  );
  expect(await broken(forged)).toEqual(expect.arrayContaining(['horodatage', 'conditions']));
});

test('bytes added after the last signature of the contract are found', async () => {
  const name = [...files.keys()].find((one) => /contrats\/.*signe.*\.pdf$/.test(one))!;
  const forged = relisted(changed(name, (bytes) => Buffer.concat([bytes, Buffer.from('\n% ajout')])));
  expect(await broken(forged)).toEqual(expect.arrayContaining(['documents', 'signatures']));
});

test('what is not a bundle is refused in a sentence', async () => {
  await writeFile(path.join(folder, 'faux.zip'), 'ceci n’est pas un zip');
  await expect(readBundle(path.join(folder, 'faux.zip'))).rejects.toThrow(NotABundle);
  await expect(readBundle(path.join(folder, 'absent.zip'))).rejects.toThrow('n’existe pas');
  expect((await verifyBundle(new Map([['a.txt', Buffer.from('a')]]))).ok).toBe(false);
});
