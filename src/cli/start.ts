import { parseArgs } from 'node:util';
import { projectDir, startCadran } from '../main.ts';
import { systemClock } from '../platform/clock/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log/index.ts';

/** Serves the application until Ctrl-C. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, empty: { type: 'boolean', default: false } },
  });
  const config = readConfig(
    {
      ...process.env,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
      ...(values.port ? { PORT: values.port } : {}),
      ...(values.host ? { HOST: values.host } : {}),
      ...(values.data ? { CADRAN_DATA_DIR: values.data } : {}),
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
  console.log('\n  Ctrl-C arrête tout.\n');

  await stopAsked;
  console.log('\n  Arrêt en cours…');
  await cadran.stop();
  console.log('  Tout est arrêté.');
  return 0;
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
