import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.ts';

/** The programs that the tests call, and the Debian package that brings each. The application itself needs none of them. */
const programs: Record<string, string> = {
  chromium: 'chromium',
  pdftotext: 'poppler-utils',
  pdfsig: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  ffmpeg: 'ffmpeg',
  openssl: 'openssl',
};

/** Brings what the tests need: by apt as root on Debian, otherwise by asking in one sentence. Answers that sentence, or null when all is there. */
export const bringDebianPackages = async (cwd: string): Promise<string | null> => {
  const missing = missingPackages();
  if (missing.length === 0) return null;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`  Installation des paquets Debian : ${missing.join(', ')}…`);
    const apt = (...args: string[]) =>
      runProgram('apt-get', args, { cwd, limitMinutes: 15, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    const update = await apt('update', '-qq');
    const install = await apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
    if (install.code !== 0) console.error(`${update.output}${install.output}`.split('\n').slice(-15).join('\n'));
  }
  const still = missingPackages();
  if (still.length === 0) return null;
  return `il manque des paquets pour les tests ; installez-les, puis recommencez : sudo apt-get install ${still.join(' ')}`;
};

const missingPackages = (): string[] => [
  ...new Set(
    Object.entries(programs)
      .filter(([program]) => !onPath(program) && !(program === 'chromium' && process.env['CHROMIUM']))
      .map(([, name]) => name),
  ),
];

const onPath = (program: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin'].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
