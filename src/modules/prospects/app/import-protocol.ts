import type { FileFormat } from '../domain/file/analyse-file.ts';
import type { ColumnMapping } from '../domain/file/fields.ts';
import type { ImportCounts } from '../domain/row/quality.ts';

/** What the reading thread is given: the bytes are handed over, not copied. */
export type ReadingOrder = {
  bytes: Uint8Array;
  format: FileFormat;
  mapping: ColumnMapping;
  foreignNumbers: 'reject' | 'keep';
  phoneKeyHex: string;
};

/** The columns of an accepted row, in the order in which `insertBatch` expects them, with their PostgreSQL types. */
export const acceptedColumns = {
  prospect_id: 'uuid',
  row_no: 'int',
  line_no: 'int',
  company: 'text',
  siret: 'text',
  siren: 'text',
  civility: 'text',
  first_name: 'text',
  last_name: 'text',
  job_title: 'text',
  phone: 'text',
  phone_kind: 'text',
  phone_country: 'text',
  other_phone: 'text',
  phone_hash: 'text',
  other_phone_hash: 'text',
  email: 'text',
  address: 'text',
  postal_code: 'text',
  city: 'text',
  department: 'text',
  zone: 'text',
  time_zone: 'text',
  naf: 'text',
  headcount: 'text',
  comment: 'text',
  extra: 'text',
  contact_class: 'text',
  import_notes: 'text',
  corrected: 'bool',
  warned: 'bool',
  filled: 'int',
} as const;
export const asideColumns = {
  row_no: 'int',
  line_no: 'int',
  verdict: 'text',
  code: 'text',
  field: 'text',
  given: 'text',
  first_row: 'int',
} as const;

export type AcceptedColumn = keyof typeof acceptedColumns;
export type AsideColumn = keyof typeof asideColumns;

/** A batch of sorted rows, each column already written as a PostgreSQL array, so that the main thread only passes it on. */
export type ReadBatch = {
  kind: 'batch';
  accepted: { rows: number; columns: Record<AcceptedColumn, string> };
  aside: { rows: number; columns: Record<AsideColumn, string> };
  rowsRead: number;
};
export type ReadEnd = { kind: 'end'; counts: ImportCounts };
export type FromReader = ReadBatch | ReadEnd;
/** The answer to a batch: one more may be sent. */
export type ToReader = { kind: 'next' };
