import { startCadran } from '../../../src/main.ts';
import { demoClock } from '../../../src/platform/clock/index.ts';
import { readConfig } from '../../../src/platform/config/index.ts';
import { openLog } from '../../../src/platform/log/index.ts';
import { instant } from '../../../src/shared/time.ts';

// The real program, worker and embedded PostgreSQL included, at a fixed hour: `program.ts DATA PORT NOW`. Says "ready" once.
const [dataDir = '', port = '', now = ''] = process.argv.slice(2);
const config = readConfig(
  { CADRAN_DATA_DIR: dataDir, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'fatal' },
  dataDir,
);
const cadran = await startCadran({ config, clock: demoClock(instant(now)), log: openLog(config.logLevel) });
process.on('SIGTERM', () => void cadran.stop().then(() => process.exit(0)));
console.log('ready');
