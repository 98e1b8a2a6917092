import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../shared/time.ts';
import { checkPdfA } from '../pdf/index.ts';
import { localTimestampAuthority } from '../timestamp/index.ts';
import { openIdentities } from './identities.ts';
import { inspectPdf, openSignature, type SignaturePlatform, verifySignatures } from './index.ts';
import { contractPdf, stampPdf } from './testing.ts';

const run = promisify(execFile);
let folder: string;
let server: Server;
let platform: SignaturePlatform;
let asked = 0;
let sealed: Uint8Array;
const path = (name: string) => join(folder, name);

/** An operator's certificate made by openssl, and an RFC 3161 authority over HTTP, as an operator would have them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cadran-authority-'));
  const outside = localTimestampAuthority((await openIdentities(path('outside'), new Date())).timestamp, () => new Date());
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked += 1;
      const { messageImprint } = pkijs.TimeStampReq.fromBER(new Uint8Array(Buffer.concat(chunks)).buffer);
      void outside.timestamp(new Uint8Array(messageImprint.hashedMessage.getValue())).then((token) => {
        const granted = new pkijs.TimeStampResp({
          status: new pkijs.PKIStatusInfo({ status: 0 }),
          timeStampToken: new pkijs.ContentInfo({ schema: asn1js.fromBER(new Uint8Array(token).buffer).result }),
        });
        response.setHeader('content-type', 'application/timestamp-reply').end(Buffer.from(granted.toSchema().toBER(false)));
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await makeP12('own', '400');
  platform = await openSignature({
    folder: path('seal'),
    clock: () => new Date(),
    p12: { path: path('own.p12'), password: 'secret' },
    timestampUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
  });
  let bytes = await contractPdf();
  for (const [index, name] of ['Hélène Marchand', 'Bruno Lenoir', 'Camille Roux'].entries())
    bytes = await platform.seal(bytes, {
      fieldName: `Signature_${index + 1}`,
      reason: `Bon pour accord, ${name}`,
      signerName: name,
      signedAt: instant(new Date()),
      stamp: { pdf: await stampPdf(name), page: 2, rect: { x: 70, y: 380 - index * 90, width: 200, height: 70 } },
    });
  sealed = bytes;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const makeP12 = async (name: string, days: string) => {
  const subject = ['-subj', '/O=Fil et Voix/CN=Cachet de Fil et Voix'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', path(`${name}.key`), '-out', path(`${name}.crt`)];
  await run('openssl', [...request, '-days', days, ...subject]);
  const out = ['-out', path(`${name}.p12`), '-passout', 'pass:secret'];
  await run('openssl', ['pkcs12', '-export', '-inkey', path(`${name}.key`), '-in', path(`${name}.crt`), ...out]);
};

/** What the last signature covers and its CMS, cut out as a stranger would. */
const cutOut = async (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString('latin1');
  const [, a, b, c, d] = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1)!.map(Number);
  await writeFile(path('covered.bin'), Buffer.concat([bytes.subarray(a, a! + b!), bytes.subarray(c, c! + d!)]));
  await writeFile(path('sig.der'), Buffer.from(text.slice(b! + 1, c! - 1).replace(/(00)+$/, ''), 'hex'));
};

test('three visible signatures by an operator’s certificate hold, and the file is still PDF/A-3a', async () => {
  const found = await verifySignatures(sealed);
  expect(found.map(({ valid, coversWholeFile }) => [valid, coversWholeFile])).toEqual([
    [true, false],
    [true, false],
    [true, true],
  ]);
  expect(found[0]!.subject).toContain('Cachet de Fil et Voix');
  expect(platform.certificate).toMatchObject({ imported: true, subject: expect.stringContaining('Fil et Voix') });
  expect(await checkPdfA(sealed)).toEqual([]);
  await writeFile(path('sealed.pdf'), sealed);
  expect((await run('pdfsig', ['-nocert', path('sealed.pdf')])).stdout.match(/Signature is Valid/g)).toHaveLength(3);
});

test('each is B-T: the authority on the network dated it, once', async () => {
  expect(asked).toBe(3);
  for (const { timestamp } of await verifySignatures(sealed)) expect(timestamp).toMatchObject({ valid: true });
  expect(platform.authority.kind).toBe('remote');
});

test('openssl verifies the signature as CAdES, against the operator’s certificate', async () => {
  await cutOut(sealed);
  const check = [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    '-in',
    path('sig.der'),
    '-content',
    path('covered.bin'),
  ];
  const { stderr } = await run('openssl', [...check, '-CAfile', path('own.crt'), '-purpose', 'any', '-out', '/dev/null']);
  expect(stderr).toMatch(/verification successful/i);
});

test('a stranger’s file is read apart: what it is, and each of its saves', async () => {
  const read = await inspectPdf(sealed);
  if (!read.ok) throw new Error(read.failure);
  expect(read.inspection).toMatchObject({ pages: 2, terms: null, byteLength: sealed.length });
  expect(read.inspection.signatures).toHaveLength(3);
  expect(read.inspection.revisions.length).toBeGreaterThanOrEqual(4);
  expect(await inspectPdf(new TextEncoder().encode('du texte'))).toEqual({ ok: false, failure: 'not_a_pdf' });
  expect(await inspectPdf(sealed, { patienceMs: 1 })).toEqual({ ok: false, failure: 'too_slow' });
});
