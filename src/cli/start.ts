import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareDemo } from '../demo/prepare-demo.ts';
import { type FirstPage, seedFirstPage } from '../demo/seed-first-page.ts';
import { projectDir, type RunningCadran, startCadran } from '../main.ts';
import { systemClock } from '../platform/clock/index.ts';
import { type Config, readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log/index.ts';

/** Serves the application until Ctrl-C. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      empty: { type: 'boolean', default: false },
    },
  });
  const config = readConfig(
    {
      ...process.env,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
      ...(values.port ? { PORT: values.port } : {}),
      ...(values.host ? { HOST: values.host } : {}),
      ...(values.data ? { CADRAN_DATA_DIR: resolve(values.data) } : {}),
    },
    projectDir,
  );
  const stopAsked = askedToStop();

  const cadran = await startCadran({ config, clock: systemClock(), log: openLog(config.logLevel) });
  console.log(`\n  Cadran est prêt : ${config.publicUrl}\n`);
  console.log(`  Base      ${cadran.description}`);
  console.log(`  Fichiers  ${config.dataDir}`);
  console.log(`  API       ${config.publicUrl}/api/docs`);
  for (const notice of cadran.notices) console.log(`  À savoir  ${notice}`);
  const baseUrl = `http://127.0.0.1:${config.port}`;
  const made = !values.empty && isAtHome(config) ? await presentDemo(baseUrl, config.publicUrl) : null;
  console.log('\n  Ctrl-C arrête tout.\n');
  const leaving = new AbortController();
  const preparing = made && !config.smtpUrl ? fillDemo({ cadran, baseUrl, made, signal: leaving.signal }) : null;

  await stopAsked;
  console.log('\n  Arrêt en cours…');
  leaving.abort();
  await preparing;
  await cadran.stop();
  console.log('  Tout est arrêté.');
  return 0;
};

// Accounts whose password is printed belong on the machine of the person who reads it, not on a server.
const isAtHome = ({ host, databaseUrl, role }: Config): boolean =>
  ['127.0.0.1', 'localhost'].includes(host) && !databaseUrl && role === 'all';

const presentDemo = async (baseUrl: string, publicUrl: string): Promise<FirstPage['made']> => {
  const { accounts, made } = await seedFirstPage(baseUrl);
  console.log('\n  Organisation de démonstration (--empty pour s’en passer)\u00a0:');
  for (const { role, name, email, password } of accounts)
    console.log(`    ${name.padEnd(14)} ${role.padEnd(12)} ${email}  /  ${password}`);
  console.log(
    `    Les liens du client et du signataire sont dans la «\u00a0Boîte d’envoi\u00a0»\u00a0: ${publicUrl}/boite-envoi`,
  );
  return made;
};

type FillDemo = { cadran: RunningCadran; baseUrl: string; made: NonNullable<FirstPage['made']>; signal: AbortSignal };

/** Behind the first page, which is served meanwhile. Whatever happens here, Cadran goes on. */
const fillDemo = async ({ cadran, baseUrl, made, signal }: FillDemo): Promise<void> => {
  const { platform, worker } = cadran;
  const begun = Date.now();
  const onProgress = (sentence: string) => console.log(`  La démonstration se prépare\u00a0: ${sentence}…`);
  try {
    await prepareDemo({ baseUrl, db: platform.db, worker, organisation: made, signal, onProgress });
    console.log(`  La démonstration est prête, en ${Math.round((Date.now() - begun) / 1000)} s\u00a0: rechargez la page.\n`);
  } catch (error) {
    if (signal.aborted) return;
    platform.log.error({ err: error }, 'the demonstration is only half prepared');
    console.log('  La démonstration n’a pu être préparée qu’en partie\u00a0; tout le reste fonctionne.\n');
  }
};

/**
 * Ctrl-C reaches the whole process group, and a supervisor may repeat its signal: the same wish twice must not kill the
 * database half-way. Only a Ctrl-C well after the first one gives up waiting; the next start then takes the database over.
 */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let firstAt = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (firstAt && signal === 'SIGINT' && Date.now() - firstAt > 2_000) process.exit(130);
        firstAt ||= Date.now();
        resolve();
      });
    }
  });
