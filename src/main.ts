import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wireModules } from './modules.ts';
import { openAccounts, openSecret } from './platform/auth/index.ts';
import type { Clock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { startDatabase, type Database } from './platform/db/index.ts';
import { diskFiles } from './platform/files/index.ts';
import { buildApp, type App, type Wired } from './platform/http/index.ts';
import { jobWorker, type JobWorker } from './platform/jobs/index.ts';
import type { Live } from './platform/live/index.ts';
import type { Log } from './platform/log/index.ts';
import { createPdf } from './platform/pdf/index.ts';
import type { Platform } from './platform/platform.ts';
import { openSignature, sealFolder } from './platform/signature/index.ts';
import { recordingVault } from './platform/recordings/index.ts';
import { createTelephony } from './platform/telephony/index.ts';

export const projectDir = fileURLToPath(new URL('..', import.meta.url));
export const version = '0.1.0';

export type Assembled = { app: App; platform: Platform; wired: readonly Wired[]; worker: JobWorker; close(): Promise<void> };

/** `simulatedSpeed`: how many times faster than life the simulated line plays; headless callers must go as fast. */
type Ingredients = { db: Database; live: Live; clock: Clock; config: Config; log: Log; simulatedSpeed?: number };

/** Puts the adapters and the modules together over an open database. Tests and the demo start here too. */
export const assemble = async ({ db, live, clock, config, log, simulatedSpeed = 1 }: Ingredients): Promise<Assembled> => {
  const platform: Platform = {
    db,
    live,
    clock,
    config,
    log,
    files: diskFiles(join(config.dataDir, 'files')),
    accounts: await openAccounts({ db, secret: openSecret(config), publicUrl: config.publicUrl }),
    pdf: createPdf(),
    signature: await openSignature({
      folder: sealFolder(config.dataDir),
      clock: () => new Date(clock.now()),
      p12: config.sealP12,
      timestampUrl: config.timestampUrl,
    }),
    telephony: createTelephony({ now: clock.now, simulatedSpeed }),
    recordings: recordingVault(join(config.dataDir, 'recordings')),
  };
  const wired = wireModules(platform);
  db.react(wired.flatMap((module) => module.reactions ?? []));
  const worker = jobWorker({
    db,
    jobs: wired.flatMap((module) => module.jobs ?? []),
    sweeps: wired.flatMap((module) => module.sweeps ?? []),
    onError: (error, where) => log.error({ err: error, ...where }, 'work behind failed'),
  });
  const app = await buildApp(platform, wired, { webDir: join(projectDir, 'dist/web'), version });
  const close = async () => {
    await app.close();
    await worker.stop();
    await Promise.all([platform.pdf.close(), platform.telephony.stop()]);
  };
  return { app, platform, wired, worker, close };
};

export type RunningCadran = Assembled & { description: string; notices: string[]; stop(): Promise<void> };

/** Starts everything this process is asked to be: database, web, worker. Whatever fails, what was started is stopped. */
export const startCadran = async ({ config, clock, log }: { config: Config; clock: Clock; log: Log }): Promise<RunningCadran> => {
  const onError = (error: unknown) => log.error({ err: error }, 'outside any request');
  const database = await startDatabase({ config, clock, onError, onEvent: (message) => log.info(message) });
  let assembled: Assembled | undefined;
  const stop = async () => {
    await assembled?.close();
    await database.stop();
  };
  try {
    assembled = await assemble({ db: database.db, live: database.live, clock, config, log });
    if (config.role !== 'worker') await assembled.app.listen({ host: config.host, port: config.port });
    if (config.role !== 'web') await assembled.worker.start();
    return { ...assembled, description: database.description, notices: database.notices, stop };
  } catch (error) {
    await stop();
    throw (error as { code?: string }).code === 'EADDRINUSE' ? new CannotStart(await portTaken(config)) : error;
  }
};

/** Why Cadran does not start, in one sentence for the person at the terminal. */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotStart';
  }
}

const portTaken = async ({ host, port, publicUrl }: Config): Promise<string> => {
  const health = await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
    (answered) => answered.json(),
    () => null,
  );
  if (health && typeof health === 'object' && 'database' in health)
    return `Cadran tourne déjà\u00a0: ${publicUrl}. Pour un second, choisissez un autre port\u00a0: ./cadran start --port ${port + 1}.`;
  return `le port ${port} de ${host} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port\u00a0: ./cadran start --port ${port + 1}. Cette tentative n’a rien laissé tourner.`;
};
