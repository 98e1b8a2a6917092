import { z } from 'zod';
import { documentKinds } from '../domain/document.ts';

/** One file of the bundle, with what it proves. */
export const ManifestFile = z.object({
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteLength: z.number().int().nonnegative(),
  kind: z.enum(['index', 'journal', 'terms', ...documentKinds, 'report-figures', 'invoice-xml', 'recording', 'readme']),
  title: z.string(),
  /** What the file is about, so that the journal can be held against it. */
  subject: z.object({ type: z.string(), id: z.string() }).nullable(),
});
export type ManifestFile = z.output<typeof ManifestFile>;

/** The list that everything else is held against. It is itself timestamped: `manifest.json.tsr`. */
export const Manifest = z.object({
  schema: z.literal('cadran-bundle/1'),
  dossierId: z.string(),
  provider: z.string(),
  client: z.string(),
  isDemo: z.boolean(),
  exportedAt: z.string(),
  journal: z.object({ entries: z.number().int(), head: z.string() }),
  files: z.array(ManifestFile),
});
export type Manifest = z.output<typeof Manifest>;

export const MANIFEST = 'manifest.json';
export const MANIFEST_TOKEN = 'manifest.json.tsr';
export const CHECKSUMS = 'SHA256SUMS';
export const JOURNAL = 'journal/journal.jsonl';

/** `sha256sum -c SHA256SUMS` checks every listed file, the manifest and its timestamp, without any program of ours. */
export const checksumLines = (files: readonly { path: string; sha256: string }[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
