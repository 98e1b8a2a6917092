import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../shared/time.ts';
import { readTimestamp } from '../timestamp/index.ts';
import { type SignaturePlatform, openSignature, verifySignatures } from './index.ts';
import { contractPdf, stampPdf } from './testing.ts';

const run = promisify(execFile);
const signedAt = instant('2026-03-02T09:15:00.000Z');
let folder: string;
let platform: SignaturePlatform;
let original: Uint8Array;
let byClient: Uint8Array;
let byBoth: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cadran-seal-'));
  platform = await openSignature({ folder: join(folder, 'seal'), clock: () => new Date('2026-03-02T09:20:00Z') });
  original = await contractPdf();
  byClient = await platform.seal(original, {
    fieldName: 'Signature_client',
    reason: 'Bon pour accord (devis DEV-2026-0001)',
    signerName: 'Hélène Marchand',
    signedAt,
    stamp: { pdf: await stampPdf('Hélène Marchand'), page: 2, rect: { x: 70, y: 272, width: 200, height: 70 } },
  });
  byBoth = await platform.seal(byClient, {
    fieldName: 'Signature_prestataire',
    reason: 'Bon pour accord',
    signerName: 'Camille Roux',
    signedAt: instant('2026-03-02T10:00:00.000Z'),
    stamp: { pdf: await stampPdf('Camille Roux'), page: 2, rect: { x: 320, y: 272, width: 200, height: 70 } },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (bytes: Uint8Array, name = 'document.pdf') => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};
const pdfsig = async (bytes: Uint8Array) =>
  (await run('pdfsig', ['-nocert', await fileOf(bytes)]).catch((failure) => failure as { stdout: string })).stdout;

test('two people sign one after the other, and both signatures hold, for us and for a stranger’s tool', async () => {
  const found = await verifySignatures(byBoth);
  expect(found.map((one) => [one.fieldName, one.valid, one.coversWholeFile])).toEqual([
    ['Signature_client', true, false],
    ['Signature_prestataire', true, true],
  ]);
  expect(found[0]!.signedAt).toBe('2026-03-02T09:15:00.000Z');
  expect(found[0]!.subject).toContain('Cadran cachet électronique');
  const report = await pdfsig(byBoth);
  expect(report.match(/Signature is Valid/g)).toHaveLength(2);
  expect(report).toContain('ETSI.CAdES.detached');
});

test('signing adds to the document: the bytes that were there are still there', async () => {
  expect(Buffer.compare(byClient.subarray(0, original.length), original)).toBe(0);
  expect(Buffer.compare(byBoth.subarray(0, byClient.length), byClient)).toBe(0);
  const [client] = await verifySignatures(byBoth);
  expect(client!.revisionSha256).toBe(createHash('sha256').update(byClient).digest('hex'));
});

test('one changed byte breaks both signatures', async () => {
  const tampered = new Uint8Array(byBoth);
  const at = Buffer.from(original).indexOf('stream') + 30; // inside a page's content
  tampered[at]! ^= 1;
  expect((await verifySignatures(tampered)).map((one) => one.valid)).toEqual([false, false]);
  expect(await pdfsig(tampered)).not.toContain('Signature is Valid');
});

test('what is added after the last signature is not covered by it', async () => {
  const longer = new Uint8Array(Buffer.concat([byBoth, Buffer.from('\n% something more\n')]));
  expect((await verifySignatures(longer)).some((one) => one.coversWholeFile)).toBe(false);
});

test('the time is attested, and the token says that its authority is local', async () => {
  const [client] = await verifySignatures(byBoth);
  expect(client!.timestamp).toMatchObject({ valid: true, at: '2026-03-02T09:20:00.000Z', local: true });
  expect(client!.timestamp!.valid && client!.timestamp!.authority).toContain('horodatage local non qualifié');
});

test('a timestamp holds for the digest it was made for, and for openssl', async () => {
  const digest = new Uint8Array(createHash('sha256').update('journal').digest());
  const token = await platform.timestamp(digest);
  expect(await readTimestamp(token, digest)).toMatchObject({ valid: true, local: true });
  expect(await readTimestamp(token, new Uint8Array(32))).toMatchObject({ valid: false });
  const seal = join(folder, 'seal');
  const path = await fileOf(token, 'token.der');
  const openssl = await run('openssl', [
    'ts',
    '-verify',
    '-token_in',
    '-in',
    path,
    '-digest',
    Buffer.from(digest).toString('hex'),
    '-CAfile',
    join(seal, 'authority.crt.pem'),
    '-attime',
    String(Date.parse(signedAt) / 1000 + 3600),
  ]);
  expect(openssl.stdout + openssl.stderr).toContain('Verification: OK');
});

test('the marks of both are visible on the page', async () => {
  const path = await fileOf(byBoth);
  await run('pdftoppm', ['-r', '40', '-f', '2', '-l', '2', '-gray', path, join(folder, 'page')]);
  const before = join(folder, 'before.pdf');
  await writeFile(before, original);
  await run('pdftoppm', ['-r', '40', '-f', '2', '-l', '2', '-gray', before, join(folder, 'blank')]);
  const ink = async (name: string, left: number) => {
    const image = await readFile(join(folder, `${name}-2.pgm`));
    const width = Math.round((595.28 * 40) / 72);
    const pixels = image.subarray(image.length - width * Math.round((841.89 * 40) / 72));
    let dark = 0;
    for (let y = 280; y < 315; y += 1) for (let x = left; x < left + 108; x += 1) if (pixels[y * width + x]! < 160) dark += 1;
    return dark;
  };
  for (const left of [40, 179]) expect(await ink('page', left)).toBeGreaterThan((await ink('blank', left)) + 50);
});

test('keys are readable by their owner only, and a second start finds the same ones', async () => {
  const mode = (await stat(join(folder, 'seal', 'seal.key.pem'))).mode & 0o777;
  expect(mode).toBe(0o600);
  const again = await openSignature({ folder: join(folder, 'seal'), clock: () => new Date() });
  expect(again.certificate.subject).toBe(platform.certificate.subject);
});

test('the document stays PDF/A-3 with its structure, and a strict reader finds no damage', async () => {
  const path = await fileOf(byBoth);
  expect(Buffer.from(byBoth).toString('latin1')).toContain('pdfaid:part>3');
  const { stdout } = await run('qpdf', ['--check', path]);
  expect(stdout).toContain('No syntax or stream encoding errors found');
});

test('an operator’s own certificate can seal instead', async () => {
  const path = (name: string) => join(folder, name);
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    path('own.key'),
    '-out',
    path('own.crt'),
    '-days',
    '365',
    '-subj',
    '/CN=Mon cachet',
  ]);
  await run('openssl', [
    'pkcs12',
    '-export',
    '-inkey',
    path('own.key'),
    '-in',
    path('own.crt'),
    '-out',
    path('own.p12'),
    '-passout',
    'pass:secret',
  ]);
  const own = await openSignature({
    folder: path('seal'),
    clock: () => new Date(),
    p12: { path: path('own.p12'), password: 'secret' },
  });
  const sealed = await own.seal(original, { fieldName: 'A', reason: 'Bon pour accord', signerName: 'X', signedAt, level: 'B-B' });
  expect(await verifySignatures(sealed)).toMatchObject([
    { valid: true, subject: expect.stringContaining('Mon cachet'), timestamp: null },
  ]);
  await expect(
    openSignature({ folder: path('seal'), clock: () => new Date(), p12: { path: path('own.p12'), password: 'wrong' } }),
  ).rejects.toThrow('cannot be opened');
});
