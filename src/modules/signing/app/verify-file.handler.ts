import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { tables } from '../../../platform/db/index.ts';
import { inspectPdf, type PdfInspection, type SignaturePlatform } from '../../../platform/signature/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { documentsWithHash } from '../../dossier/queries.ts';
import { judgeFile, type KnownDocument, termsMatch } from '../domain/verification.ts';
import type { SigningTables } from '../db/tables.ts';

type Deps = { db: Database; signature: SignaturePlatform };

/** What this file is, for whoever holds it: computed, answered, forgotten. */
export const verifyFile = (deps: Deps) => async (bytes: Uint8Array) => {
  const read = await inspectPdf(bytes);
  if (!read.ok) return refuse(failures[read.failure]);
  const { inspection } = read;
  const signatures = inspection.signatures.map((one) => ({
    ...one,
    ours: one.certificateSha256 === deps.signature.certificate.sha256,
    bytesAfter: inspection.byteLength - one.revisionLength,
  }));
  const file = { sha256: inspection.sha256, signatures, terms: inspection.terms };
  const known = await deps.db.asSystem((tx) => knownDocuments(tx, inspection));
  const { verdict, document } = judgeFile(file, known);
  return {
    ok: true as const,
    verdict,
    document,
    file: { sha256: inspection.sha256, byteLength: inspection.byteLength, pages: inspection.pages },
    signatures,
    terms: inspection.terms && { ...inspection.terms, matches: termsMatch(file, document) },
  };
};

const failures = {
  not_a_pdf: 'file_not_a_pdf',
  encrypted: 'file_encrypted',
  unreadable: 'file_unreadable',
  too_slow: 'file_too_slow',
} as const;

/** Filed documents that are this file or begin it, the longest last. */
const knownDocuments = async (tx: SystemTx, inspection: PdfInspection): Promise<KnownDocument[]> => {
  const found = await documentsWithHash(
    tx,
    inspection.revisions.map(({ sha256 }) => sha256),
  );
  const known = await Promise.all(
    found.map(async (row) => ({
      length: Number(row.byteLength),
      document: {
        sha256: row.sha256,
        title: row.title,
        kind: row.kind,
        frozenAt: row.frozenAt,
        replacedBy:
          row.replacedByTitle && row.replacedAt && row.replacedBySha256
            ? { title: row.replacedByTitle, at: row.replacedAt, sha256: row.replacedBySha256 }
            : null,
        signature: await signatureAbout(tx, row),
      },
    })),
  );
  return known.sort((one, other) => one.length - other.length).map(({ document }) => document);
};

const signatureAbout = async (
  tx: SystemTx,
  { tenantId, documentId }: { tenantId: string; documentId: string },
): Promise<KnownDocument['signature']> => {
  const row = await tables<SigningTables>(tx)
    .selectFrom('signature_requests')
    .select(['number', 'state', 'content_sha256', 'withdrawal', 'final_document_id'])
    .where('tenant_id', '=', tenantId as never)
    .where((where) =>
      where.or([where('document_id', '=', documentId as never), where('final_document_id', '=', documentId as never)]),
    )
    .orderBy('opened_at', 'desc')
    .executeTakeFirst();
  return row
    ? {
        number: row.number,
        state: row.state,
        contentSha256: row.content_sha256,
        replaced: row.withdrawal?.replaced ?? false,
        isSignedVersion: row.final_document_id === documentId,
      }
    : null;
};
