import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { assemble, type Assembled } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { testDatabase, type TestDatabase } from '../../src/platform/db/testing.ts';
import { openLive } from '../../src/platform/live/index.ts';
import { openLog } from '../../src/platform/log/index.ts';
import type { TenantId, UserId } from '../../src/shared/ids.ts';
import type { Instant } from '../../src/shared/time.ts';

export type Visitor = {
  /** One call to the API as a browser makes it: the cookies received are sent back. `path` starts after /api/v1. */
  call(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  cookies: Map<string, string>;
};

export type RunningTest = Assembled &
  Pick<TestDatabase, 'clock' | 'db'> & {
    visitor(): Visitor;
    /** A fresh provider organisation and its owner, signed in. */
    owner(overrides?: {
      email?: string;
      isDemo?: boolean;
      identity?: object;
    }): Promise<Visitor & { tenantId: TenantId; userId: UserId }>;
    /** The newest mail to that address, about that subject when one is given, once its job has run. */
    mailTo(
      owner: Visitor,
      email: string,
      subject?: string,
    ): Promise<{ subject: string; text: string; html: string; state: string }>;
    stop(): Promise<void>;
  };

/** The whole program over a fresh database, without a network: for HTTP tests and journeys without a browser. */
export const runningCadran = async (options: { now?: Instant } = {}): Promise<RunningTest> => {
  const database = await testDatabase(options);
  const { db, clock } = database;
  const dataDir = await mkdtemp(join(tmpdir(), 'cadran-files-'));
  const config = readConfig(
    { CADRAN_DATA_DIR: dataDir, LOG_LEVEL: 'error', CADRAN_SECRET: 'secret of the tests, thirty-two characters long' },
    dataDir,
  );
  const live = openLive(database.owner);
  const assembled = await assemble({ db, live, clock, config, log: openLog(process.env['LOG_LEVEL'] ?? 'silent') });
  let serial = 0;

  const visitor = (): Visitor => {
    const cookies = new Map<string, string>();
    return {
      cookies,
      call: async (method, path, body, headers = {}) => {
        const answered = await assembled.app.inject({
          method,
          url: `/api/v1${path}`,
          cookies: Object.fromEntries(cookies),
          headers,
          ...(body ? { payload: body } : {}),
        });
        for (const { name, value } of answered.cookies)
          value ? cookies.set(name, decodeURIComponent(value)) : cookies.delete(name);
        return answered;
      },
    };
  };

  return {
    ...assembled,
    db,
    clock,
    visitor,
    owner: async ({ email, isDemo = false, identity = {} } = {}) => {
      const person = visitor();
      serial += 1;
      const answered = await person.call(
        'POST',
        '/sign-up',
        aSignUp({ email: email ?? `camille${serial}@exemple.fr`, isDemo, identity }),
      );
      if (answered.statusCode !== 201) throw new Error(answered.body);
      return { ...person, ...(answered.json() as { tenantId: TenantId; userId: UserId }) };
    },
    mailTo: async (owner, email, subject = '') => {
      await assembled.worker.drainJobs({ tolerateFailures: true });
      const { mails } = (await owner.call('GET', '/mails')).json() as {
        mails: { mailId: string; subject: string; to: { email: string } }[];
      };
      const mail = mails.find((one) => one.to.email === email && one.subject.includes(subject));
      if (!mail) throw new Error(`no mail to ${email} ${subject}`);
      return (await owner.call('GET', `/mails/${mail.mailId}`)).json();
    },
    stop: async () => {
      await assembled.close();
      await live.close();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export const aSignUp = ({
  email = 'camille@exemple.fr',
  isDemo = false,
  identity = {},
}: { email?: string; isDemo?: boolean; identity?: object } = {}) => ({
  person: { name: 'Camille Durand', email, password: 'une phrase assez longue' },
  isDemo,
  identity: {
    name: 'Camille Durand',
    legalForm: 'EI',
    siret: '73282932000074',
    vatRegime: 'real',
    address: { line1: '12 rue de la République', postCode: '69002', city: 'Lyon' },
    email,
    phone: '01 99 00 12 34',
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    ...identity,
  },
});

export const aClient = (overrides: object = {}) => ({
  name: 'Ateliers Martin',
  legalForm: 'SAS',
  siret: '35600000009075',
  address: { line1: '3 quai Perrache', postCode: '69002', city: 'Lyon' },
  signatory: { name: 'Anne Martin', role: 'Directrice commerciale', email: 'anne@martin.example' },
  ...overrides,
});
