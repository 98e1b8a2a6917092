import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, version } from '../main.ts';
import { wireModules } from '../modules.ts';
import { readConfig } from '../platform/config/index.ts';
import { buildApp } from '../platform/http/index.ts';
import { openLog } from '../platform/log/index.ts';
import type { Platform } from '../platform/platform.ts';

/** Writes the description of the API for the typed client of the screens. No database is needed: no route is called. */
const notCalled: object = new Proxy(() => notCalled, { get: (_target, name) => (name === 'then' ? undefined : notCalled) });
const platform = { config: readConfig({}, projectDir), log: openLog('silent') } as Partial<Platform>;
const adapters = new Proxy(platform, { get: (own, name) => own[name as keyof Platform] ?? notCalled }) as Platform;

const app = await buildApp(adapters, wireModules(adapters), { webDir: join(projectDir, 'dist/web'), version });
writeFileSync(join(projectDir, 'src/web/api/openapi.json'), `${JSON.stringify(app.swagger(), null, 2)}\n`);
process.exit(0);
