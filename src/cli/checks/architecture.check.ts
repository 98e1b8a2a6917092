import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { runProgram } from './run-program.ts';

type Cruised = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };

/** Every rule of .dependency-cruiser.cjs, one check each, with the imports that break it. */
export const architectureCheck: Check = {
  title: 'Règles d’architecture',
  run: async ({ dir }) => {
    const config = join(dir, '.dependency-cruiser.cjs');
    const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
    const { output } = await runProgram(
      process.execPath,
      ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'test', '--config', config, '--output-type', 'json'],
      { cwd: dir, limitMinutes: 3 },
    );
    let cruised: Cruised;
    try {
      cruised = JSON.parse(output) as Cruised;
    } catch {
      return { passed: 0, failed: forbidden.length, details: output.slice(0, 2_000) };
    }
    const { violations } = cruised.summary;
    const broken = new Set(violations.map(({ rule }) => rule.name));
    return {
      passed: forbidden.length - broken.size,
      failed: broken.size,
      details: violations.map(({ rule, from, to }) => `✗ ${rule.name} : ${from} → ${to}`).join('\n'),
    };
  },
};
