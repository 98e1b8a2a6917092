import { expect, test } from 'vitest';
import { openLog } from './index.ts';

const logged = (entry: object): string => {
  let text = '';
  openLog('info', { write: (line) => void (text += line) }).info(entry, 'asked');
  return text;
};

test.each([
  ['a password', { body: { password: 'hunter2' } }, 'hunter2'],
  ['a session cookie', { req: { headers: { cookie: 'sid=abc123' } } }, 'abc123'],
  ['an authorization header', { headers: { authorization: 'Bearer xyz' } }, 'xyz'],
  ['a link’s token', { token: 't0k3n' }, 't0k3n'],
  ['a code typed by a signer', { body: { code: '481516' } }, '481516'],
  ['the database’s address', { config: { DATABASE_URL: 'postgres://u:p@h' } }, 'u:p@h'],
])('%s never reaches the log', (_, entry, secret) => {
  expect(logged(entry)).not.toContain(secret);
  expect(logged(entry)).toContain('[hidden]');
});

test('the code of a refusal does reach it', () => {
  expect(logged({ refusal: { code: 'already_reviewed' } })).toContain('already_reviewed');
});

test('an error is told with its cause, without the connection or the row that its driver hung on it', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'members_email',
    table: 'members',
    detail: 'Key (email)=(claire@logistelis.fr)',
    client: { password: 'pw' },
  });
  const text = logged({ err: new Error('cannot invite', { cause }) });
  for (const kept of ['cannot invite', '23505', 'members_email']) expect(text).toContain(kept);
  for (const hidden of ['claire@logistelis.fr', '"pw"', 'client']) expect(text).not.toContain(hidden);
});
