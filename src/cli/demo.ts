import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFigures } from '../demo/check-figures.ts';
import { playMission } from '../demo/play-mission.ts';
import { saveEvidence } from '../demo/save-evidence.ts';
import { openStage } from '../demo/stage.ts';
import { paris } from '../demo/story.ts';
import { readBundle } from '../modules/dossier/bundle/read-bundle.ts';
import { verifyBundle } from '../modules/dossier/bundle/verify-bundle.ts';

/** Several times faster than life: a two-minute call is told in six seconds, and recorded in full. */
const simulatedSpeed = 20;

/** Plays the canonical mission on a server of its own, holds every figure against those computed by hand, and writes the evidence. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      franchise: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  });
  if (!values.out) {
    console.error('Usage : ./cadran demo --out DOSSIER [--franchise] [--quick]');
    return 2;
  }
  const out = path.resolve(values.out);
  const vatRegime = values.franchise ? 'franchise' : 'real';
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cadran-demo-'));
  const stage = await openStage({ dataDir, startAt: paris('2026-03-02T09:00'), simulatedSpeed });
  try {
    const started = Date.now();
    const played = await playMission(stage, { vatRegime, ring: !values.quick, simulatedSpeed, onProgress: showProgress });
    console.log(`\n  Le devis vague de l’article a été refusé : ${played.missing.join(' ')}`);
    const figures = await checkFigures(played, vatRegime);
    const wrong = figures.filter(({ expected, found }) => expected !== found);
    for (const { name, expected, found } of figures)
      console.log(expected === found ? `  ✓ ${name} : ${found}` : `  ✗ ${name} : ${found}, attendu ${expected}`);
    const files = await saveEvidence(stage, played, out);
    const report = await verifyBundle(await readBundle(path.join(out, 'dossier.zip')));
    for (const { ok, sentence } of report.checks.filter((check) => !check.ok)) console.log(`  ${ok ? '✓' : '✗'} ${sentence}`);
    console.log(`\n  ${files.length} fichiers dans ${out}, en ${Math.round((Date.now() - started) / 1000)} s.`);
    console.log(
      `  ${figures.length - wrong.length} chiffres exacts sur ${figures.length} ; dossier ${report.ok ? 'intègre' : 'rompu'} (${report.checks.length} vérifications).`,
    );
    return wrong.length === 0 && report.ok ? 0 : 1;
  } finally {
    await stage.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};

const showProgress = (done: number, total: number, sentence: string) => {
  const line = total > 1 ? `  ${String(Math.floor((done / total) * 100)).padStart(3)} %  ${sentence}` : `       ${sentence}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line.padEnd(60)}`);
  else if (total <= 1 || done % 250 === 0 || done === total) console.log(line);
};
