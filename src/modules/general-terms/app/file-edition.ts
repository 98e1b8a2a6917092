import type { Tx } from '../../../platform/db/index.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { addDocument, documentsOf } from '../../dossier/queries.ts';
import type { GeneralTermsEdition } from '../domain/edition.ts';

/** Files an edition in a client's dossier, once: it stays readable there for what was signed under it. */
export const fileEdition = async (tx: Tx, dossierId: DossierId, { edition, file }: GeneralTermsEdition): Promise<void> => {
  const filed = await documentsOf(tx, dossierId);
  if (filed.some(({ kind, sha256 }) => kind === 'general_terms' && sha256 === file.sha256)) return;
  await addDocument(tx, {
    dossierId,
    kind: 'general_terms',
    title: `Conditions générales, édition ${edition}`,
    file: { ...file, mediaType: 'application/pdf' },
    subject: { type: 'organisation', id: tx.tenantId },
  });
};
