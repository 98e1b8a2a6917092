import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { readJournal } from '../../../platform/journal/index.ts';
import type { RecordingVault } from '../../../platform/recordings/index.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { recordingsOfDossier } from '../../calls/queries.ts';
import { canonicalContent, termsVersions } from '../../contracts/queries.ts';
import { electronicInvoicesOf } from '../../invoicing/queries.ts';
import { missionList } from '../../missions/queries.ts';
import { reportList } from '../../reporting/queries.ts';
import { JOURNAL, type ManifestFile } from '../bundle/manifest.ts';
import { documentsOf } from '../queries.ts';

export type BundleEntry = ManifestFile & { bytes: Uint8Array };
type Adapters = { files: Files; vault: RecordingVault };

export const entry = (
  path: string,
  bytes: Uint8Array | string,
  about: Pick<ManifestFile, 'kind' | 'title' | 'subject'>,
): BundleEntry => {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  return {
    path,
    bytes: buffer,
    sha256: createHash('sha256').update(buffer).digest('hex'),
    byteLength: buffer.byteLength,
    ...about,
  };
};

const folders = {
  framework: 'contrats',
  contract: 'contrats',
  amendment: 'contrats',
  general_terms: 'contrats',
  comparison: 'contrats',
  notice: 'notifications',
  vigilance: 'vigilance',
  audit: 'audits',
  handover: 'fin-de-mission',
  evidence: 'signatures',
  report: 'comptes-rendus',
  invoice: 'factures',
  scan: 'contrats',
} as const;

/** A title as a file name: « Devis et contrat DEV-2026-0001 » → devis-et-contrat-DEV-2026-0001. */
const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

const extension = (mediaType: string): string =>
  ({ 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' })[mediaType] ?? 'bin';

/** Reads everything the dossier holds, in one transaction, so that the journal and the files are of the same instant. */
export const collectBundle = async (
  tx: Tx,
  dossierId: DossierId,
  { files, vault }: Adapters,
  onProgress: (done: number, total: number) => Promise<void>,
) => {
  const journal = await readJournal(tx, dossierId);
  const documents = await documentsOf(tx, dossierId);
  const recordings = (await recordingsOfDossier(tx, dossierId)).filter(
    ({ status, oggBytes }) => status !== 'purged' && oggBytes !== null,
  );
  const missions = await missionList(tx, { dossierId });
  const invoices = await electronicInvoicesOf(tx, dossierId);
  const total = documents.length + recordings.length + invoices.length + missions.length;
  const entries: BundleEntry[] = [
    entry(JOURNAL, journal.map((fact) => `${JSON.stringify(fact)}\n`).join(''), {
      kind: 'journal',
      title: 'Journal',
      subject: null,
    }),
  ];
  let done = 0;
  const step = async () => {
    done += 1;
    if (done % 5 === 0 || done === total) await onProgress(done, total);
  };

  const names = new Map<string, number>();
  for (const document of documents) {
    const { bytes } = await files.read(tx, document.fileId);
    const base = `${folders[document.kind]}/${slug(document.title)}`;
    const times = (names.get(base) ?? 0) + 1;
    names.set(base, times);
    entries.push(
      entry(`${base}${times > 1 ? `-${times}` : ''}.${extension(document.mediaType)}`, bytes, {
        kind: document.kind,
        title: document.title,
        subject: document.subject,
      }),
    );
    await step();
  }
  for (const { id, number, cii } of invoices) {
    entries.push(
      entry(`factures/${slug(number)}.xml`, cii, {
        kind: 'invoice-xml',
        title: `Facture électronique ${number}`,
        subject: { type: 'invoice', id },
      }),
    );
    await step();
  }
  for (const mission of missions) {
    for (const { version, content } of await termsVersions(tx, mission.id))
      entries.push(
        entry(`conditions/${slug(content.number)}-v${version}.json`, canonicalContent(content).json, {
          kind: 'terms',
          title: `Conditions signées ${content.number}, version ${version}`,
          subject: { type: 'mission', id: mission.id },
        }),
      );
    for (const report of await reportList(tx, mission.id))
      entries.push(
        entry(
          `comptes-rendus/chiffres-${report.kind === 'final' ? 'final' : report.from}-${mission.id.slice(0, 8)}.json`,
          JSON.stringify(report.snapshot),
          { kind: 'report-figures', title: `Chiffres figés : ${report.label}`, subject: { type: 'report', id: report.id } },
        ),
      );
    await step();
  }
  for (const recording of recordings) {
    const bytes = await vault.read(
      { tenantId: tx.tenantId, recordingId: recording.recordingId },
      'listening.ogg',
      recording.oggBytes!,
    );
    entries.push(
      entry(`enregistrements/${recording.recordingId}.ogg`, bytes, {
        kind: 'recording',
        title: `Enregistrement de l’appel ${recording.attemptId}`,
        subject: { type: 'recording', id: recording.recordingId },
      }),
    );
    await step();
  }
  return { journal, documents, missions, entries };
};
