import { expect, test } from 'vitest';
import { BadConfig, readConfig } from './index.ts';

test('nothing needs to be set', () => {
  expect(readConfig({}, '/srv/cadran')).toMatchObject({
    port: 4747,
    host: '127.0.0.1',
    dataDir: '/srv/cadran/.cadran',
    databaseUrl: null,
    role: 'all',
    publicUrl: 'http://localhost:4747',
  });
});

test('an empty variable is an absent one, and a relative folder starts from the project', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', CADRAN_DATA_DIR: 'data' }, '/srv/cadran')).toMatchObject({
    port: 4747,
    databaseUrl: null,
    dataDir: '/srv/cadran/data',
  });
});

test('migrations go through DATABASE_URL unless a direct one is given', () => {
  const url = 'postgres://u:p@pooler/cadran';
  expect(readConfig({ DATABASE_URL: url }, '/')).toMatchObject({ databaseDirectUrl: url });
  expect(readConfig({ DATABASE_URL: url, DATABASE_DIRECT_URL: 'postgres://u:p@db/cadran' }, '/')).toMatchObject({
    databaseDirectUrl: 'postgres://u:p@db/cadran',
  });
});

test('each wrong setting is named, and no value is repeated', () => {
  const read = () => readConfig({ PORT: '99999', DATABASE_URL: 'mysql://u:secret@h/db', ROLE: 'boss' }, '/');
  expect(read).toThrow(BadConfig);
  expect(read).toThrow(/PORT.*DATABASE_URL.*ROLE/);
  expect(read).not.toThrow(/secret/);
});
