import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { assemble, projectDir } from '../main.ts';
import { type DemoClock, demoClock } from '../platform/clock/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { startDatabase } from '../platform/db/index.ts';
import { openLog } from '../platform/log/index.ts';
import type { Instant } from '../shared/time.ts';
import { ApiClient } from './api-client.ts';

/** What a scene needs of where it is played: browsers, a clock to move, and the work behind. */
export type Scene = Pick<Stage, 'goTo' | 'settle' | 'browser'>;

/** A server of its own on a free port of this machine, whose clock only moves when the story says so. */
export type Stage = {
  baseUrl: string;
  clock: DemoClock;
  /** Moves the clock, lets every deadline that passed decide, and waits for the work that follows. */
  goTo(at: Instant): Promise<void>;
  /** Waits for documents and mails asked for so far. */
  settle(): Promise<void>;
  browser(): ApiClient;
  close(): Promise<void>;
};

export const openStage = async ({
  dataDir,
  startAt,
  simulatedSpeed = 1,
}: {
  dataDir: string;
  startAt: Instant;
  simulatedSpeed?: number;
}): Promise<Stage> => {
  await mkdir(dataDir, { recursive: true });
  const clock = demoClock(startAt);
  const config = readConfig(
    {
      ...process.env,
      CADRAN_DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
      SMTP_URL: undefined,
      DATABASE_URL: undefined,
    },
    projectDir,
  );
  const log = openLog(config.logLevel);
  const database = await startDatabase({
    config,
    clock,
    onError: (error) => log.error({ err: error }, 'database'),
    onEvent: () => {},
  });
  const assembled = await assemble({ db: database.db, live: database.live, clock, config, log, simulatedSpeed });
  await assembled.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = assembled.app.server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const settle = async () => {
    await assembled.worker.drainJobs();
  };
  return {
    baseUrl,
    clock,
    settle,
    goTo: async (at) => {
      clock.set(at);
      await assembled.worker.runSweeps();
    },
    browser: () => new ApiClient(baseUrl),
    close: async () => {
      await assembled.close();
      await database.stop();
    },
  };
};
