import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdentities } from '../signature/identities.ts';
import { type TimestampAuthority, localTimestampAuthority, remoteTimestampAuthority } from './index.ts';

const digest = new Uint8Array(createHash('sha256').update('tête du journal').digest());
let folder: string;
let server: Server;
let local: TimestampAuthority;
let answerAbout: 'what was asked' | 'something else' = 'what was asked';

/** An authority on the network, as RFC 3161 §3.4 has it: a request in, a status and a token out. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cadran-tsa-'));
  local = localTimestampAuthority((await openIdentities(join(folder, 'seal'), new Date())).timestamp, () => new Date());
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on(
      'end',
      () =>
        void reply(new Uint8Array(Buffer.concat(chunks))).then((bytes) =>
          response.setHeader('content-type', 'application/timestamp-reply').end(bytes),
        ),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const reply = async (bytes: Uint8Array): Promise<Buffer> => {
  const asked = pkijs.TimeStampReq.fromBER(new Uint8Array(bytes).buffer);
  const about =
    answerAbout === 'what was asked' ? new Uint8Array(asked.messageImprint.hashedMessage.getValue()) : new Uint8Array(32);
  const token = await local.timestamp(about);
  const granted = new pkijs.TimeStampResp({
    status: new pkijs.PKIStatusInfo({ status: 0 }),
    timeStampToken: new pkijs.ContentInfo({ schema: asn1js.fromBER(new Uint8Array(token).buffer).result }),
  });
  return Buffer.from(granted.toSchema().toBER(false));
};
const authority = () =>
  remoteTimestampAuthority(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`, { timeoutSeconds: 5 });

test('a configured authority answers for the digest that was asked', async () => {
  answerAbout = 'what was asked';
  expect((await authority().timestamp(digest)).length).toBeGreaterThan(500);
});

test('a token about something else is refused', async () => {
  answerAbout = 'something else';
  await expect(authority().timestamp(digest)).rejects.toThrow(/another digest|imprint|mismatch/i);
});

test('an authority that does not answer is an error, so that sealing is tried again', async () => {
  await expect(remoteTimestampAuthority('http://127.0.0.1:9/tsa', { timeoutSeconds: 2 }).timestamp(digest)).rejects.toThrow();
});
