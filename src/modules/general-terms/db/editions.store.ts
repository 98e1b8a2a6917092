import type { Insertable, Selectable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { type GeneralTermsEdition, GeneralTermsContent } from '../domain/edition.ts';
import type { GeneralTermsTables } from './tables.ts';

type Row = Selectable<GeneralTermsTables['general_terms_editions']>;

const editionFrom = (row: Row): GeneralTermsEdition => ({
  edition: row.edition,
  publishedAt: row.published_at,
  publishedOn: row.published_on,
  note: row.note,
  content: GeneralTermsContent.parse(row.content),
  contentSha256: row.content_sha256,
  file: { fileId: row.file_id, sha256: row.file_sha256, byteLength: row.byte_length },
});

const editions = (tx: Tx) =>
  tables<GeneralTermsTables>(tx).selectFrom('general_terms_editions').selectAll().where('tenant_id', '=', tx.tenantId);

/** Every edition, the one in force first. */
export const generalTermsEditions = async (tx: Tx): Promise<GeneralTermsEdition[]> =>
  (await editions(tx).orderBy('edition', 'desc').execute()).map(editionFrom);

/** The edition in force; null until the organisation has published one. */
export const currentGeneralTerms = async (tx: Tx): Promise<GeneralTermsEdition | null> => {
  const row = await editions(tx).orderBy('edition', 'desc').limit(1).executeTakeFirst();
  return row ? editionFrom(row) : null;
};

/** An edition by its number, in force or superseded. */
export const generalTermsEdition = async (tx: Tx, edition: number): Promise<GeneralTermsEdition | null> => {
  const row = await editions(tx).where('edition', '=', edition).executeTakeFirst();
  return row ? editionFrom(row) : null;
};

export const insertEdition = (tx: Tx, { file, content, ...edition }: GeneralTermsEdition) =>
  tables<GeneralTermsTables>(tx)
    .insertInto('general_terms_editions')
    .values({
      tenant_id: tx.tenantId,
      edition: edition.edition,
      published_at: edition.publishedAt,
      published_on: edition.publishedOn,
      note: edition.note,
      content: JSON.stringify(content),
      content_sha256: edition.contentSha256,
      file_id: file.fileId,
      file_sha256: file.sha256,
      byte_length: file.byteLength,
    } as Insertable<GeneralTermsTables['general_terms_editions']>)
    .execute();
