import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const modules = readdirSync(join(project, 'src/modules'));
const sources = globSync(['src/**/*.{ts,tsx,mjs,typ,sql,css}', 'test/**/*.{ts,mjs}', 'cadran', '.ci/run'], { cwd: project });
// Written by a program from the API's own description.
const generated = ['src/web/api/schema.d.ts'];
const linesOf = (path: string) => readFileSync(join(project, path), 'utf8').split('\n').length - 1;

test('no source file is longer than 400 lines', () => {
  const long = sources.filter((path) => !generated.includes(path) && linesOf(path) > 400);
  expect(sources.length).toBeGreaterThan(500);
  expect(long.map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
});

describe.each(modules)('the module %s', (name) => {
  const at = (file: string) => join(project, 'src/modules', name, file);

  test('has its front door', () => expect(existsSync(at('index.ts'))).toBe(true));

  test('says in at most 40 lines what it is', () => {
    const readme = existsSync(at('README.md')) ? readFileSync(at('README.md'), 'utf8') : '';
    expect(readme).toMatch(/^# \S/);
    expect(readme.trim().split('\n').length).toBeLessThanOrEqual(40);
  });

  test('holds no drawer: nothing is called utils, helpers, common, misc or manager', () => {
    const drawers = globSync('**/*', { cwd: join(project, 'src/modules', name) }).filter((path) =>
      /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/|$)/i.test(path),
    );
    expect(drawers).toEqual([]);
  });
});

test('what production code imports comes with npm ci, not from a neighbour folder', () => {
  const outside = sources.filter(
    (path) =>
      path !== 'test/architecture/layout.test.ts' &&
      /\.\.\/shared\/(design|seed|reference|fixtures|e-invoice)\//.test(readFileSync(join(project, path), 'utf8')),
  );
  expect(outside).toEqual([]);
});
