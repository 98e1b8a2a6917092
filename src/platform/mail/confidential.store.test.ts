import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, type TenantId, type UserId } from '../../shared/ids.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { buildApp } from '../http/index.ts';
import { openLog } from '../log/index.ts';
import { mailRoutes, sendMail } from './index.ts';

const tenantId = newId<TenantId>();
const owner = { kind: 'member', userId: newId<UserId>(), tenantId, role: 'owner', displayName: 'Camille' } as const;
let t: TestDatabase;
let mailId: string;

beforeAll(async () => {
  t = await testDatabase();
  mailId = await t.db.withTenant(tenantId, owner, async (tx) => {
    const mail = await sendMail(tx, {
      to: { email: 'helene@exemple.fr' },
      sender: 'Camille',
      subject: 'Votre code',
      title: 'Votre code',
      paragraphs: [],
      code: '123456',
      confidential: true,
    });
    return mail.mailId;
  });
});
afterAll(() => t.stop());

const read = async (smtpUrl: string | null) => {
  const platform = { db: t.db, config: { publicUrl: 'http://localhost:4747' }, log: openLog('silent') };
  const wired = [{ routes: [mailRoutes({ db: t.db, config: { smtpUrl } })], identify: async () => [owner] }];
  const app = await buildApp(platform as never, wired, { webDir: '/nowhere', version: '0' });
  const { body } = await app.inject(`/api/v1/mails/${mailId}`);
  await app.close();
  return body;
};

test('the sender cannot read the code that proves its reader, once an SMTP server delivers it', async () => {
  expect(await read('smtp://localhost')).not.toContain('123456');
});

test('without SMTP the mailbox page is the mailbox, and shows it', async () => {
  expect(await read(null)).toContain('123456');
});
