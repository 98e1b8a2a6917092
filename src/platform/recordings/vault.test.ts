import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../telephony/audio/voice.ts';
import { recordingVault, type RecordingVault } from './vault.ts';

const place = { tenantId: '0199aaaa-0000-7000-8000-000000000001', recordingId: '0199aaaa-0000-7000-8000-000000000002' };
const random = seededRandom(1);
const sound = Buffer.from(Array.from({ length: 200_001 }, () => Math.floor(random() * 256)));

let folder: string;
let vault: RecordingVault;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
  vault = recordingVault(folder);
});
afterEach(() => rm(folder, { recursive: true }));
const soundPath = () => join(folder, 'sound', place.tenantId, place.recordingId, 'legs.wav');

test('what is kept comes back, whole or by any range', async () => {
  const { byteLength, sha256 } = await vault.put(place, 'legs.wav', sound);
  expect([byteLength, sha256.length]).toEqual([200_001, 64]);
  expect((await vault.read(place, 'legs.wav', byteLength)).equals(sound)).toBe(true);
  for (const [from, to] of [
    [0, 0],
    [65_535, 65_536],
    [1, 131_072],
    [199_999, 200_000],
  ] as const)
    expect((await vault.read(place, 'legs.wav', byteLength, { from, to })).equals(sound.subarray(from, to + 1))).toBe(true);
});

test('nothing of the sound is readable on the disk', async () => {
  await vault.put(place, 'legs.wav', Buffer.alloc(1000, 'Bonjour'));
  expect((await readFile(soundPath())).includes('Bonjour')).toBe(false);
});

test('one changed byte, a swapped segment or a shortened file no longer opens', async () => {
  await vault.put(place, 'legs.wav', sound);
  const sealed = await readFile(soundPath());
  const spoiled = [
    Buffer.from(sealed).fill(sealed[100_000]! ^ 1, 100_000, 100_001),
    Buffer.concat([sealed.subarray(65_552, 131_104), sealed.subarray(0, 65_552), sealed.subarray(131_104)]),
    sealed.subarray(0, -40),
  ];
  for (const bytes of spoiled) {
    await writeFile(soundPath(), bytes);
    await expect(vault.read(place, 'legs.wav', sound.length)).rejects.toThrow();
  }
});

test('after a purge neither key nor sound is left, even for who kept a copy of the sound', async () => {
  await vault.put(place, 'legs.wav', sound);
  const copy = await readFile(soundPath());
  await vault.destroy(place);
  expect(await readdir(join(folder, 'keys', place.tenantId))).toEqual([]);
  await vault.put(place, 'legs.wav', Buffer.from('another'));
  await writeFile(soundPath(), copy);
  await expect(vault.read(place, 'legs.wav', sound.length)).rejects.toThrow();
  await vault.destroy(place);
  await vault.destroy(place);
});

test('an id that is a path is refused', async () => {
  await expect(vault.put({ ...place, recordingId: '../../etc' }, 'legs.wav', sound)).rejects.toThrow('not an id');
});
