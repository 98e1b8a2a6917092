import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seedFirstPage } from '../demo/seed-first-page.ts';
import { projectDir, startCadran } from '../main.ts';
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
  if (!values.empty && isAtHome(config)) await presentDemo(`http://127.0.0.1:${config.port}`);
  console.log('\n  Ctrl-C arrête tout.\n');

  await stopAsked;
  console.log('\n  Arrêt en cours…');
  await cadran.stop();
  console.log('  Tout est arrêté.');
  return 0;
};

// Accounts whose password is printed belong on the machine of the person who reads it, not on a server.
const isAtHome = ({ host, databaseUrl, role }: Config): boolean =>
  ['127.0.0.1', 'localhost'].includes(host) && !databaseUrl && role === 'all';

const presentDemo = async (baseUrl: string): Promise<void> => {
  console.log('\n  Organisation de démonstration (--empty pour s’en passer)\u00a0:');
  for (const { role, name, email, password } of await seedFirstPage(baseUrl))
    console.log(`    ${name.padEnd(14)} ${role.padEnd(12)} ${email}  /  ${password}`);
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
