import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { recordingsOfDossier, scriptsOf } from '../../calls/queries.ts';
import { documentsAbout } from '../../dossier/queries.ts';
import { listProspects, suppressionHashes } from '../../prospects/queries.ts';
import { finalReportOf } from '../../reporting/queries.ts';
import type { Handover, HandoverItemKind } from '../domain/handover.ts';

export type HandoverFile = { name: string; mediaType: string; bytes: Uint8Array; sha256: string };

const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells
    .map((cell) => String(cell ?? ''))
    // A cell that a spreadsheet would run as a formula is shown as text.
    .map((cell) => (/^[=@\t\r]/.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(';')}\r\n`;
const csv = (rows: readonly (readonly (string | number | null)[])[]) =>
  Buffer.from(`\uFEFF${rows.map(csvLine).join('')}`, 'utf8');
const kept = (name: string, mediaType: string, bytes: Uint8Array): HandoverFile => ({
  name,
  mediaType,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** The item as Cadran holds it, ready to be handed over; null when there is nothing here to hand over. */
export const handoverFile = async (
  tx: Tx,
  files: Files,
  { missionId, dossierId, clientId }: Handover,
  item: HandoverItemKind,
): Promise<HandoverFile | null> => {
  switch (item) {
    case 'enriched_file':
      return kept('fichier-enrichi.csv', 'text/csv; charset=utf-8', await enrichedFile(tx, missionId));
    case 'scripts': {
      const scripts = await scriptsOf(tx, missionId);
      const texts = scripts.map(({ version, writtenAt, body }) => `Version ${version}, ${writtenAt.slice(0, 10)}\n\n${body}\n`);
      return texts.length ? kept('scripts.txt', 'text/plain; charset=utf-8', Buffer.from(texts.join('\n———\n\n'), 'utf8')) : null;
    }
    case 'recordings': {
      const rows = (await recordingsOfDossier(tx, dossierId)).map((one) => [
        one.recordingId,
        one.sealedAt,
        Math.round(one.durationMs / 1000),
        one.status,
        one.oggSha256 ?? one.legsSha256,
        one.purgedAt,
      ]);
      const heading = ['Enregistrement', 'Scellé le', 'Durée (s)', 'État', 'SHA-256', 'Détruit le'];
      return kept('enregistrements.csv', 'text/csv; charset=utf-8', csv([heading, ...rows]));
    }
    case 'final_report': {
      const report = await finalReportOf(tx, missionId);
      const document = report && (await documentsAbout(tx, { type: 'report', id: report.id })).at(-1);
      if (!document) return null;
      const { bytes, mediaType } = await files.read(tx, document.fileId);
      return kept('rapport-final.pdf', mediaType, bytes);
    }
    case 'suppression_list': {
      const rows = (await suppressionHashes(tx, { clientId, missionId })).map(({ hash, recordedAt, reason }) => [
        hash,
        recordedAt,
        reason,
      ]);
      return kept('oppositions.csv', 'text/csv; charset=utf-8', csv([['Empreinte du numéro', 'Inscrite le', 'Motif'], ...rows]));
    }
    case 'deliverables':
      return null;
  }
};

const columns = [
  ['Société', 'company'],
  ['SIRET', 'siret'],
  ['Prénom', 'firstName'],
  ['Nom', 'lastName'],
  ['Fonction', 'jobTitle'],
  ['Téléphone', 'phone'],
  ['Autre téléphone', 'otherPhone'],
  ['Courriel', 'email'],
  ['Adresse', 'address'],
  ['Code postal', 'postalCode'],
  ['Ville', 'city'],
  ['NAF', 'naf'],
  ['Effectif', 'headcount'],
  ['État', 'status'],
  ['Tentatives', 'attempts'],
  ['Dernière tentative', 'lastAttemptAt'],
  ['Dernière qualification', 'lastCode'],
  ['Commentaire', 'comment'],
] as const;

const enrichedFile = async (tx: Tx, missionId: Handover['missionId']): Promise<Uint8Array> => {
  const rows: (string | number | null)[][] = [columns.map(([heading]) => heading)];
  let after: string | undefined;
  do {
    const page = await listProspects(tx, { missionId, sort: 'added', limit: 2000, after });
    for (const prospect of page.prospects) rows.push(columns.map(([, field]) => prospect[field]));
    after = page.next ?? undefined;
  } while (after);
  return csv(rows);
};
