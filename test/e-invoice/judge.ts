import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { validateXML } from 'xmllint-wasm';
import { schematronToXslt } from './schematron.ts';

export type Layer = 'XSD' | 'EN 16931' | 'Factur-X' | 'BR-FR';
export type Finding = { layer: Layer; rule: string; fatal: boolean; message: string };

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const schematrons: [Layer, string][] = [
  ['EN 16931', 'EN16931-CII.sch'],
  ['Factur-X', 'Factur-X_EN16931.sch'],
  ['BR-FR', 'BR-FR-Flux2-CII.sch'],
];

/** Every finding of the four official layers on one CII invoice. An invoice is good when none is fatal. */
export const judge = async (xml: string): Promise<Finding[]> => {
  const findings = await judgeBySchema(xml);
  for (const [layer, file] of schematrons) findings.push(...judgeByRules(layer, await compiledRules(file), xml));
  return findings;
};

export const fatalFindings = async (xml: string): Promise<Finding[]> => (await judge(xml)).filter((finding) => finding.fatal);

const judgeBySchema = async (xml: string): Promise<Finding[]> => {
  const folder = join(here, 'xsd');
  const files = await Promise.all(
    (await readdir(folder)).map(async (fileName) => ({ fileName, contents: await readFile(join(folder, fileName), 'utf8') })),
  );
  const main = files.filter(({ fileName }) => fileName === 'Factur-X_EN16931.xsd');
  const preload = files.filter((file) => !main.includes(file));
  const { errors } = await validateXML({ xml: [{ fileName: 'invoice.xml', contents: xml }], schema: main, preload });
  return errors.map(({ message }) => ({ layer: 'XSD', rule: 'XSD', fatal: true, message }));
};

const judgeByRules = (layer: Layer, stylesheetInternal: object, xml: string): Finding[] => {
  const SaxonJS = require('saxon-js') as { transform: (options: object, mode: 'sync') => { principalResult: string } };
  const stylesheetBaseURI = pathToFileURL(join(cacheFolder, '/')).href;
  const { principalResult } = SaxonJS.transform(
    { stylesheetInternal, stylesheetBaseURI, sourceText: xml, destination: 'serialized' },
    'sync',
  );
  return [...principalResult.matchAll(/<finding rule="([^"]*)" flag="([^"]*)">([\s\S]*?)<\/finding>/g)].map(([, rule, flag, text]) => {
    const message = text!.replace(/\s+/g, ' ').trim();
    const ruleInText = /\[([A-Z0-9-]+)\]/.exec(message)?.[1] ?? '';
    return { layer, rule: rule || ruleInText, fatal: flag !== 'warning' && flag !== 'information', message };
  });
};

// Compiling takes about 15 s a file, so compiled rules outlive the run; the name follows the content, so they never go stale.
const cacheFolder = join(tmpdir(), 'cadran-e-invoice-rules');
const loaded = new Map<string, Promise<object>>();

const compiledRules = (file: string): Promise<object> => {
  if (!loaded.has(file)) loaded.set(file, compileRules(file));
  return loaded.get(file)!;
};

const compileRules = async (file: string): Promise<object> => {
  await mkdir(cacheFolder, { recursive: true });
  const codes = 'Factur-X_EN16931_codedb.xml';
  await copyFile(join(here, 'rules', codes), join(cacheFolder, codes));
  const xslt = schematronToXslt(await readFile(join(here, 'rules', file), 'utf8'));
  const compiled = join(cacheFolder, `${createHash('sha256').update(xslt).digest('hex').slice(0, 20)}.sef.json`);
  if (!existsSync(compiled)) {
    const own = `${compiled}.${process.pid}`;
    await writeFile(`${own}.xslt`, xslt);
    const compiler = require.resolve('xslt3/xslt3.js');
    await promisify(execFile)(process.execPath, [compiler, `-xsl:${own}.xslt`, `-export:${own}`, '-nogo'], { maxBuffer: 1 << 26 });
    await rename(own, compiled); // whole or not at all, when two runs compile at once
  }
  return JSON.parse(await readFile(compiled, 'utf8')) as object;
};
