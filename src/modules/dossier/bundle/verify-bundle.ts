import { createHash } from 'node:crypto';
import { type ChainBreak, type JournalEntry, verifyChain } from '../../../platform/journal/verify.ts';
import { verifySignatures } from '../../../platform/signature/verify.ts';
import { readTimestamp } from '../../../platform/timestamp/index.ts';
import { CHECKSUMS, checksumLines, JOURNAL, Manifest, MANIFEST, MANIFEST_TOKEN } from './manifest.ts';
import type { BundleFiles } from './read-bundle.ts';
import { checkFacts } from './check-facts.ts';

/** One thing that was checked: what, whether it holds, and the sentence that says it. */
export type Check = { about: string; ok: boolean; sentence: string };
export type BundleReport = { ok: boolean; checks: Check[]; notes: string[] };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Checks a bundle with nothing but its own bytes: no database, no server, no network. */
export const verifyBundle = async (files: BundleFiles): Promise<BundleReport> => {
  const checks: Check[] = [];
  const notes: string[] = [];
  const check = (about: string, ok: boolean, holds: string, breaks: string) =>
    checks.push({ about, ok, sentence: ok ? holds : breaks });
  const done = (): BundleReport => ({ ok: checks.every(({ ok }) => ok), checks, notes });

  const manifestBytes = files.get(MANIFEST);
  const manifest = manifestBytes && parseManifest(manifestBytes);
  if (!manifest) {
    check('manifeste', false, '', `Le manifeste ${MANIFEST} est absent ou illisible : rien ne peut être vérifié.`);
    return done();
  }

  await checkTimestamp(manifestBytes, files.get(MANIFEST_TOKEN), check, notes);
  checkFiles(files, manifest, manifestBytes, check);
  const journal = readJournalFile(files.get(JOURNAL));
  if (!journal) check('journal', false, '', `Le journal ${JOURNAL} est absent ou illisible.`);
  else {
    const chain = verifyChain(journal, manifest.journal.head);
    check(
      'journal',
      chain.ok,
      `Le journal est entier : ${chain.entries} faits chaînés, dans l’ordre.`,
      `Le journal est rompu : ${chain.breaks.map(brokenWords).join(' ; ')}.`,
    );
    check(
      'journal',
      journal.length === manifest.journal.entries,
      'Le journal compte autant de faits que le manifeste.',
      `Le manifeste annonce ${manifest.journal.entries} faits, le journal en contient ${journal.length}.`,
    );
    for (const found of checkFacts(journal, files, manifest)) checks.push(found);
  }
  await checkSignatures(files, manifest, check);
  if (manifest.isDemo) notes.push('Ce dossier est une démonstration : il ne vaut pas preuve.');
  return done();
};

const brokenWords = ({ seq, problem }: ChainBreak): string =>
  ({
    missing: `le fait n° ${seq} manque`,
    out_of_order: `le fait n° ${seq} n’est pas à sa place`,
    changed: `le contenu du fait n° ${seq} a changé`,
    unlinked: `le fait n° ${seq} ne suit pas le précédent`,
    version_gap: `la suite du fait n° ${seq} a un trou`,
    other_dossier: `le fait n° ${seq} appartient à un autre dossier`,
  })[problem];

type Say = (about: string, ok: boolean, holds: string, breaks: string) => void;

const parseManifest = (bytes: Uint8Array): Manifest | null => {
  try {
    return Manifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
};

const readJournalFile = (bytes: Uint8Array | undefined): JournalEntry[] | null => {
  if (!bytes) return null;
  try {
    return Buffer.from(bytes)
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as JournalEntry);
  } catch {
    return null;
  }
};

const checkTimestamp = async (manifestBytes: Uint8Array, token: Uint8Array | undefined, check: Say, notes: string[]) => {
  if (!token) return check('horodatage', false, '', `L’horodatage ${MANIFEST_TOKEN} est absent.`);
  const read = await readTimestamp(token, createHash('sha256').update(manifestBytes).digest());
  if (!read.valid) return check('horodatage', false, '', `L’horodatage du manifeste ne tient pas : ${read.reason}.`);
  check('horodatage', true, `Le manifeste est horodaté du ${read.at} par ${read.authority}.`, '');
  if (read.local)
    notes.push(
      'L’horodatage vient de l’installation elle-même : il prouve l’intégrité depuis l’export, pas la date face à un opérateur malhonnête.',
    );
};

const checkFiles = (files: BundleFiles, manifest: Manifest, manifestBytes: Uint8Array, check: Say) => {
  const missing = manifest.files.filter(({ path }) => !files.has(path));
  const changed = manifest.files.filter(({ path, sha256: expected }) => files.has(path) && sha256(files.get(path)!) !== expected);
  const listed = new Set([...manifest.files.map(({ path }) => path), MANIFEST, MANIFEST_TOKEN, CHECKSUMS]);
  const added = [...files.keys()].filter((path) => !listed.has(path));
  check(
    'fichiers',
    missing.length === 0,
    `Les ${manifest.files.length} fichiers du manifeste sont présents.`,
    `Fichiers absents : ${missing.map(({ path }) => path).join(', ')}.`,
  );
  check(
    'fichiers',
    changed.length === 0,
    'Chaque fichier a l’empreinte annoncée.',
    `Fichiers modifiés : ${changed.map(({ path }) => path).join(', ')}.`,
  );
  check('fichiers', added.length === 0, 'Aucun fichier n’a été ajouté.', `Fichiers ajoutés : ${added.join(', ')}.`);
  const expected = checksumLines([
    ...manifest.files,
    { path: MANIFEST, sha256: sha256(manifestBytes) },
    { path: MANIFEST_TOKEN, sha256: sha256(files.get(MANIFEST_TOKEN) ?? new Uint8Array()) },
  ]);
  const sums = files.get(CHECKSUMS);
  check(
    'fichiers',
    sums !== undefined && Buffer.from(sums).toString('utf8') === expected,
    `${CHECKSUMS} dit la même chose.`,
    `${CHECKSUMS} est absent ou ne correspond pas aux fichiers.`,
  );
};

const checkSignatures = async (files: BundleFiles, manifest: Manifest, check: Say) => {
  for (const { path, title } of manifest.files.filter(({ kind, path }) => kind === 'contract' && path.endsWith('.pdf'))) {
    const bytes = files.get(path);
    if (!bytes) continue;
    const signatures = await verifySignatures(bytes).catch(() => null);
    if (signatures === null) check('signatures', false, '', `Les signatures de ${path} sont illisibles.`);
    else if (signatures.length > 0) {
      const broken = signatures.filter(({ valid }) => !valid);
      const coversAll = signatures.some(({ coversWholeFile }) => coversWholeFile);
      check(
        'signatures',
        broken.length === 0 && coversAll,
        `${title} : ${signatures.length} signature(s) PAdES valide(s), la dernière couvre tout le fichier.`,
        `${title} : signature rompue (${broken.map(({ fieldName, problem }) => `${fieldName} : ${problem}`).join(' ; ') || 'des octets suivent la dernière signature'}).`,
      );
    }
  }
};
