import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { projectDir } from '../../../src/main.ts';
import type { Instant } from '../../../src/shared/time.ts';
import { type RunningTest, runningCadran } from '../../support/running-cadran.ts';

export type ServedTest = RunningTest & { url: string };

/** The whole program with its screens, on a free port of this machine. */
export const servedCadran = async (options: { now?: Instant } = {}): Promise<ServedTest> => {
  if (!existsSync(join(projectDir, 'dist/web/index.html'))) {
    const { build } = await import('vite');
    await build({ configFile: join(projectDir, 'vite.config.ts'), logLevel: 'error' });
  }
  const cadran = await runningCadran(options);
  await cadran.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = cadran.app.server.address() as AddressInfo;
  return { ...cadran, url: `http://127.0.0.1:${port}` };
};
