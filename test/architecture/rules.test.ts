import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

/** Each rule of .dependency-cruiser.cjs is shown a small project that breaks it, and one that keeps them all. */

const project = fileURLToPath(new URL('../..', import.meta.url));
const config = join(project, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A project that keeps every rule: two modules, an adapter, something shared. */
const sound: Record<string, string> = {
  'src/shared/money.ts': 'export const euro = 100;',
  'src/platform/clock.ts': "import { hrtime } from 'node:process'; export const now = () => hrtime();",
  'src/modules/quotes/domain/price.ts': "import { euro } from '../../../shared/money.ts'; export const price = 3 * euro;",
  'src/modules/quotes/index.ts': "export { price } from './domain/price.ts';",
  'src/modules/quotes/queries.ts': "import { now } from '../../platform/clock.ts'; export const readQuote = () => now();",
  'src/modules/quotes/app/send.ts':
    "import { price } from '../domain/price.ts'; import { now } from '../../../platform/clock.ts'; export const send = () => [price, now()];",
  'src/modules/invoicing/domain/derive.ts': "import { price } from '../../quotes/index.ts'; export const due = price;",
  'src/modules/invoicing/app/issue.ts': "import { readQuote } from '../../quotes/queries.ts'; export const issue = readQuote;",
  'src/modules/invoicing/index.ts': "export { due } from './domain/derive.ts';",
};

const brokenRules = (changes: Record<string, string>): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'cadran-rules-'));
  folders.push(folder);
  const files = {
    ...sound,
    ...changes,
    'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "allowImportingTsExtensions": true, "noEmit": true } }',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'src', '--config', config, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
  const { violations } = (JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }).summary;
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
};

const bad: Record<string, { what: string; files: Record<string, string> }[]> = {
  'domain-is-pure': [
    {
      what: 'a decision that reads a file',
      files: {
        'src/modules/quotes/domain/price.ts':
          "import { readFileSync } from 'node:fs'; export const price = readFileSync('x').length;",
      },
    },
    {
      what: 'a decision that asks the database',
      files: { 'src/modules/quotes/domain/late.ts': "import { readQuote } from '../queries.ts'; export const late = readQuote;" },
    },
  ],
  'domain-is-pure-all-the-way-down': [
    {
      what: 'a decision that reaches an adapter through another module’s front door',
      files: {
        'src/modules/quotes/index.ts': "export { price } from './domain/price.ts'; export { send } from './app/send.ts';",
      },
    },
  ],
  'modules-meet-at-the-front-door': [
    {
      what: 'a module that takes another one’s handler',
      files: {
        'src/modules/invoicing/app/issue.ts': "import { send } from '../../quotes/app/send.ts'; export const issue = send;",
      },
    },
    {
      what: 'a module that takes another one’s rule past its index',
      files: {
        'src/modules/invoicing/domain/derive.ts':
          "import { price } from '../../quotes/domain/price.ts'; export const due = price;",
      },
    },
  ],
  'only-screens-show-screens': [
    {
      what: 'a handler that takes another module’s piece of screen',
      files: {
        'src/modules/quotes/screens.ts': 'export const label = 1;',
        'src/modules/invoicing/app/issue.ts': "import { label } from '../../quotes/screens.ts'; export const issue = label;",
      },
    },
  ],
  'shared-knows-no-module': [
    {
      what: 'money that knows quotes',
      files: { 'src/shared/rate.ts': "import { price } from '../modules/quotes/index.ts'; export const rate = price;" },
    },
  ],
  'platform-knows-no-module': [
    {
      what: 'an adapter that knows quotes',
      files: { 'src/platform/pdf.ts': "import { price } from '../modules/quotes/index.ts'; export const pdf = price;" },
    },
  ],
  'no-cycles': [
    {
      what: 'two modules that need each other to load',
      files: {
        'src/modules/quotes/domain/price.ts': "import { due } from '../../invoicing/index.ts'; export const price = () => due;",
      },
    },
  ],
};

test('a project that keeps the rules is left in peace', () => expect(brokenRules({})).toEqual([]), 60_000);

test('every rule is shown something that breaks it', () => {
  expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(bad).sort());
});

test.each(Object.entries(bad).flatMap(([rule, cases]) => cases.map((one) => ({ rule, ...one }))))(
  '$rule: $what is found',
  ({ rule, files }) => expect(brokenRules(files)).toContain(rule),
  60_000,
);
