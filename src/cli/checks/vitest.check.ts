import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, Project, Tally } from './check.ts';
import { runProgram } from './run-program.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs vitest on some files and counts its tests. A file that cannot even be loaded counts as one failure. */
export const vitestCheck = (title: string, name: string, args: readonly string[], limitMinutes: number): Check => ({
  title,
  run: async (project) => {
    const report = join(project.scratch, `${name}.json`);
    const { code, output } = await runProgram(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${report}`,
        ...args,
      ],
      { cwd: project.dir, limitMinutes, show: true, env: { FORCE_COLOR: '0', NO_COLOR: '1' } },
    );
    return tallyOf(project, report, code, output);
  },
});

const tallyOf = async (project: Project, file: string, code: number, output: string): Promise<Tally> => {
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => null,
  );
  if (!report)
    return {
      passed: 0,
      failed: 1,
      details: `vitest s’est arrêté avant de rendre compte :\n${output.split('\n').slice(-30).join('\n')}`,
    };
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = name.replace(`${project.dir}/`, '');
    const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => `${where} : ${test.fullName}`);
    return status === 'failed' && failed.length === 0 ? [`${where} : ${message.split('\n')[0]}`] : failed;
  });
  // An error outside any test makes vitest fail without naming one.
  if (code !== 0 && failures.length === 0) failures.push('une erreur hors de tout test ; elle est au-dessus');
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    details: failures.map((failure) => `✗ ${failure}`).join('\n'),
  };
};
