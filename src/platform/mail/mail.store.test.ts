import { createServer, type Server } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import { diskFiles } from '../files/index.ts';
import { jobWorker } from '../jobs/index.ts';
import { mailHtml, subjectLine } from './compose-mail.ts';
import { deliverMailJob, sendMail } from './index.ts';

const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cadran-mail-'));
});
afterAll(async () => {
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

const mail = {
  sender: 'Camille Durand',
  to: { email: 'anne@martin.example', name: 'Anne' },
  subject: 'Votre devis',
  title: 'Votre devis',
  paragraphs: ['Bonjour,'],
};
const states = () =>
  database.db.withTenant(tenantId, actor, (tx) =>
    tx.sql.selectFrom('mails').select(['id', 'state', 'channel', 'failure', 'attempts']).orderBy('created_at').execute(),
  );
const stateOf = async (mailId: string) => (await states()).find((row) => row['id'] === mailId);
const workerWith = (smtpUrl: string | null) =>
  jobWorker({
    db: database.db,
    jobs: [deliverMailJob({ config: { smtpUrl, mailFrom: null } as never, files: diskFiles(folder) })],
    sweeps: [],
  });
const send = (attachment = false) =>
  database.db.withTenant(tenantId, actor, async (tx) => {
    const attachments = attachment
      ? [
          {
            ...(await diskFiles(folder).put(tx, {
              bytes: Buffer.from('contenu'),
              name: 'devis.pdf',
              mediaType: 'application/pdf',
            })),
            name: 'devis.pdf',
          },
        ]
      : [];
    return sendMail(tx, { ...mail, attachments: attachments.map(({ fileId, name }) => ({ fileId, name })) });
  });

describe('a mail', () => {
  test('of a transaction that fails was never written', async () => {
    const before = (await states()).length;
    await expect(
      database.db.withTenant(tenantId, actor, async (tx) => {
        await sendMail(tx, mail);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await states()).toHaveLength(before);
  });

  test('stays in the built-in mailbox where no SMTP server is configured', async () => {
    const { mailId } = await send();
    expect(await stateOf(mailId)).toMatchObject({ state: 'pending', channel: null });
    await workerWith(null).drainJobs();
    expect(await stateOf(mailId)).toMatchObject({ state: 'sent', channel: 'outbox' });
  });

  test('leaves by SMTP with its attachment, once', async () => {
    const smtp = await fakeSmtp();
    const { mailId } = await send(true);
    await workerWith(smtp.url).drainJobs();
    await workerWith(smtp.url).drainJobs();
    smtp.server.close();
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]).toContain('To: Anne <anne@martin.example>');
    expect(smtp.received[0]).toContain(Buffer.from('contenu').toString('base64'));
    expect(await stateOf(mailId)).toMatchObject({ state: 'sent', channel: 'smtp' });
  });

  test('that the server refuses is marked with the reason, and tried again', async () => {
    const { mailId } = await send();
    await workerWith('smtp://127.0.0.1:9').drainJobs({ tolerateFailures: true });
    expect(await stateOf(mailId)).toMatchObject({
      state: 'failed',
      channel: 'smtp',
      failure: expect.stringMatching(/ECONNREFUSED/),
    });
  });
});

test('nothing typed by a person becomes HTML', () => {
  const html = mailHtml({
    ...mail,
    title: '<script>alert(1)</script>',
    action: { label: '"', url: 'https://x.example/?a=1&b="' },
  });
  expect(html).not.toContain('<script>');
  expect(html).toContain('a=1&amp;b=&quot;');
});

test('a subject has one line of 78 characters at most, cut at a word', () => {
  expect(subjectLine('Un\nsujet')).toBe('Un sujet');
  const cut = subjectLine('mot '.repeat(40));
  expect([...cut].length).toBeLessThanOrEqual(78);
  expect(cut.endsWith('mot…')).toBe(true);
});

/** Enough of SMTP to receive a message. */
const fakeSmtp = () =>
  new Promise<{ url: string; received: string[]; server: Server }>((resolve) => {
    const received: string[] = [];
    const server = createServer((socket) => {
      let body: string | null = null;
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n')) {
          if (body !== null) {
            if (line === '.') {
              received.push(body);
              body = null;
              socket.write('250 ok\r\n');
            } else body += `${line}\n`;
          } else if (/^DATA/.test(line)) {
            body = '';
            socket.write('354 go\r\n');
          } else if (/^QUIT/.test(line)) socket.end('221 bye\r\n');
          else if (line) socket.write('250 ok\r\n');
        }
      });
    });
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, received, server }),
    );
  });
