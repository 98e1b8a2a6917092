import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, one, sum } from './check.ts';
import { runProgram } from './run-program.ts';

const node = ['--disable-warning=ExperimentalWarning'];

export const typesCheck: Check = {
  title: 'Types',
  run: async ({ dir }) => {
    const { code, output } = await runProgram(
      process.execPath,
      ['node_modules/typescript7/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
      { cwd: dir, limitMinutes: 5 },
    );
    return one(code === 0, output.trimEnd());
  },
};

export const formatCheck: Check = {
  title: 'Mise en forme',
  run: async ({ dir }) => {
    const { code, output } = await runProgram(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--check', '.'], {
      cwd: dir,
      limitMinutes: 3,
    });
    return one(code === 0, output.trimEnd());
  },
};

/** Files and packages that nothing uses any more. */
export const unusedCheck: Check = {
  title: 'Rien d’inutilisé',
  run: async ({ dir }) => {
    const { code, output } = await runProgram(
      process.execPath,
      ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
      {
        cwd: dir,
        limitMinutes: 3,
      },
    );
    return one(code === 0, output.trimEnd());
  },
};

/** The demonstration as a newcomer runs it, then its bundle checked offline by the same program. */
export const demoCheck: Check = {
  title: 'Mission de démonstration, puis vérification de son dossier',
  run: async ({ dir, scratch }) => {
    const out = join(scratch, 'demo');
    const cadran = (...args: string[]) =>
      runProgram(process.execPath, [...node, 'src/cli/main.ts', ...args], { cwd: dir, limitMinutes: 8 });
    const demo = await cadran('demo', '--out', out);
    const bundle = join(out, 'dossier.zip');
    const verified = existsSync(bundle) ? await cadran('verify', bundle) : { code: 1, output: 'dossier.zip n’a pas été écrit' };
    return sum([
      one(demo.code === 0, `✗ ./cadran demo\n${last(demo.output)}`),
      one(verified.code === 0, `✗ ./cadran verify\n${last(verified.output)}`),
    ]);
  },
};

const last = (output: string) => output.trimEnd().split('\n').slice(-25).join('\n');
