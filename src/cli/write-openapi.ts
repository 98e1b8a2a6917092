import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wireModules } from '../modules.ts';
import { readConfig } from '../platform/config/index.ts';
import { buildApp } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';

/** Writes the description of the API that the screens are typed against (`npm run api:types`). Needs no database. */
const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const target = join(projectDir, 'src/web/api/openapi.json');
const dataDir = mkdtempSync(join(tmpdir(), 'cadran-openapi-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

// Routes describe themselves without being called: any adapter will do, and none is started.
const nothing: unknown = new Proxy(() => nothing, {
  get: (_, name) => (name === 'then' ? undefined : name === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
});
const silent = () => undefined;
const log = {
  level: 'silent',
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
  silent,
  child: (): object => log,
};
const known: Partial<Record<string | symbol, unknown>> = { config: readConfig({ CADRAN_DATA_DIR: dataDir }, projectDir), log };
const platform = new Proxy(known, { get: (own, name) => own[name] ?? nothing }) as unknown as Platform;

const app = await buildApp(platform, wireModules(platform), { webDir: join(projectDir, 'dist/web'), version: '0.1.0' });
const described = app.swagger();
writeFileSync(target, `${JSON.stringify(described, null, 2)}\n`);
process.stdout.write(`${Object.keys(described.paths ?? {}).length} paths → src/web/api/openapi.json\n`);
process.exit(0);
