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
