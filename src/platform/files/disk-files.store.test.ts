import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type FileId, type TenantId } from '../../shared/ids.ts';
import type { Tx } from '../db/index.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { diskFiles, FileDamaged, FileMissing, type Files } from './index.ts';

let t: TestDatabase;
let root: string;
let files: Files;
const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => t.db.withTenant(tenantId, actor, work);
const contract = (text: string) => ({ bytes: Buffer.from(text), name: 'Devis n° 1.pdf', mediaType: 'application/pdf' });
const onDisk = async () => (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

beforeAll(async () => {
  t = await testDatabase();
  root = await mkdtemp(join(tmpdir(), 'cadran-files-'));
  files = diskFiles(root);
});
afterAll(async () => {
  await t.stop();
  await rm(root, { recursive: true });
});

test('what was put is read back byte for byte, with its name and type', async () => {
  const { fileId, byteLength } = await inTenant((tx) => files.put(tx, contract('signé')));
  const read = await inTenant((tx) => files.read(tx, fileId));
  expect(Buffer.from(read.bytes).toString()).toBe('signé');
  expect(read).toMatchObject({ name: 'Devis n° 1.pdf', mediaType: 'application/pdf' });
  expect(byteLength).toBe(6);
});

test('the same bytes are kept once, readable by our account only', async () => {
  const before = (await onDisk()).length;
  await Promise.all([1, 2, 3].map(() => inTenant((tx) => files.put(tx, contract('twice')))));
  const after = await onDisk();
  expect(after.length).toBe(before + 1);
  for (const file of after) expect((await stat(join(file.parentPath, file.name))).mode & 0o077).toBe(0);
});

test('one byte changed on disk is never served', async () => {
  const { fileId, sha256 } = await inTenant((tx) => files.put(tx, contract('original')));
  await writeFile(join(root, tenantId, sha256.slice(0, 2), sha256), 'Original');
  await expect(inTenant((tx) => files.read(tx, fileId))).rejects.toThrow(FileDamaged);
});

test('putting the right bytes again repairs a damaged file', async () => {
  const { fileId, sha256 } = await inTenant((tx) => files.put(tx, contract('to repair')));
  await writeFile(join(root, tenantId, sha256.slice(0, 2), sha256), 'broken!!!');
  await inTenant((tx) => files.put(tx, contract('to repair')));
  expect((await inTenant((tx) => files.read(tx, fileId))).sha256).toBe(sha256);
});

test('another tenant does not find the file, even with its id', async () => {
  const { fileId } = await inTenant((tx) => files.put(tx, contract('private')));
  const stranger = newId<TenantId>();
  await expect(t.db.withTenant(stranger, actor, (tx) => files.read(tx, fileId))).rejects.toThrow(FileMissing);
  await expect(inTenant((tx) => files.read(tx, newId<FileId>()))).rejects.toThrow(FileMissing);
});

test('erasing forgets the bytes after the commit, and only when no other file shares them', async () => {
  const [first, second] = [
    await inTenant((tx) => files.put(tx, contract('shared'))),
    await inTenant((tx) => files.put(tx, contract('shared'))),
  ];
  await inTenant((tx) => files.erase(tx, first.fileId));
  await expect(inTenant((tx) => files.read(tx, first.fileId))).rejects.toThrow(FileMissing);
  expect(Buffer.from((await inTenant((tx) => files.read(tx, second.fileId))).bytes).toString()).toBe('shared');
  const undone = inTenant(async (tx) => {
    await files.erase(tx, second.fileId);
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow();
  expect(await inTenant((tx) => files.describe(tx, second.fileId))).not.toBeNull();
  await inTenant((tx) => files.erase(tx, second.fileId));
  expect((await onDisk()).map(({ name }) => name)).not.toContain(second.sha256);
});
