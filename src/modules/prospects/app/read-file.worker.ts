import { createSecretKey, randomFillSync } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { v7 } from 'uuid';
import { csvReader } from '../domain/file/csv.ts';
import { decoderLabel } from '../domain/file/detect-encoding.ts';
import { type SortedRow, rowSorter } from '../domain/file/sort-rows.ts';
import { USEFUL_FIELDS } from '../domain/row/quality.ts';
import {
  type AcceptedColumn,
  type AsideColumn,
  type FromReader,
  type ReadingOrder,
  type ToReader,
  acceptedColumns,
  asideColumns,
} from './import-protocol.ts';
import { pgArray, quoted } from './pg-array.ts';
import { hashPhone } from './phone-hash.ts';

// Reads and sorts a prospect file apart from the server's thread, which stays free to answer.
// At most a few batches are ahead of the database, so a large file takes no more memory than a small one.

const PIECE_BYTES = 64 * 1024;
const BATCH_ROWS = 2_000;
const MAX_BATCHES_AHEAD = 3;

const port = parentPort!;
const order = workerData as ReadingOrder;
const key = createSecretKey(order.phoneKeyHex, 'hex');
const unmapped = order.format.headings
  .map((heading, column) => ({ heading, column }))
  .filter(({ heading, column }) => order.mapping[column] === null && !/^(motif|ligne du fichier)$/i.test(heading));

let credits = MAX_BATCHES_AHEAD;
let wake: (() => void) | null = null;
port.on('message', (_: ToReader) => {
  credits += 1;
  wake?.();
});
const post = (message: FromReader) => port.postMessage(message);

type Columns<Name extends string> = Record<Name, ReturnType<typeof pgArray>>;
const columnsOf = <Name extends string>(types: Record<Name, string>): Columns<Name> =>
  Object.fromEntries(Object.keys(types).map((name) => [name, pgArray()])) as Columns<Name>;
const closed = <Name extends string>(columns: Columns<Name>): Record<Name, string> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, array]) => [name, (array as ReturnType<typeof pgArray>).close()]),
  ) as Record<Name, string>;

const emptyBatch = () => ({
  accepted: columnsOf<AcceptedColumn>(acceptedColumns),
  acceptedRows: 0,
  aside: columnsOf<AsideColumn>(asideColumns),
  asideRows: 0,
});
let batch = emptyBatch();

const addAccepted = (row: Extract<SortedRow, { verdict: 'accepted' }>) => {
  const { prospect: p } = row;
  const c = batch.accepted;
  batch.acceptedRows += 1;
  c.prospect_id.add(nextId());
  c.row_no.add(row.row);
  c.line_no.add(row.line);
  c.company.add(p.company);
  c.siret.add(p.siret);
  c.siren.add(p.siren);
  c.civility.add(p.civility);
  c.first_name.add(p.firstName);
  c.last_name.add(p.lastName);
  c.job_title.add(p.jobTitle);
  c.phone.add(p.phone);
  c.phone_kind.add(p.phoneKind);
  c.phone_country.add(p.phoneCountry);
  c.other_phone.add(p.otherPhone);
  c.phone_hash.add(hashPhone(key, p.phone));
  c.other_phone_hash.add(p.otherPhone === null ? null : hashPhone(key, p.otherPhone));
  c.email.add(p.email);
  c.address.add(p.address);
  c.postal_code.add(p.postalCode);
  c.city.add(p.city);
  c.department.add(p.department);
  c.zone.add(p.zone);
  c.time_zone.add(p.timeZone);
  c.naf.add(p.naf);
  c.headcount.add(p.headcount);
  c.comment.add(p.comment);
  c.extra.add(extraOf(row.cells));
  c.contact_class.add(p.contactClass);
  c.import_notes.add(notesOf(row));
  c.corrected.add(row.corrections.length > 0);
  c.warned.add(row.warnings.length > 0);
  c.filled.add(USEFUL_FIELDS.reduce((filled, field) => filled + (p[field] === null ? 0 : 1), 0));
};

/** UUIDv7s whose random part is drawn by the thousand: one draw at a time would cost more than reading the row. */
const pool = new Uint8Array(16 * 1024);
let drawn = pool.length;
const nextId = (): string => {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const random = pool.subarray(drawn, (drawn += 16));
  ids += 1;
  return v7({ random, msecs: started + Math.floor(ids / 4096), seq: ids & 4095 });
};
const started = Date.now();
let ids = 0;

/** Columns that feed no field go along with the prospect, under their own headings: they return in the enriched file. */
const extraOf = (cells: readonly string[]): string | null => {
  if (unmapped.length === 0) return null;
  const extra: Record<string, string> = {};
  for (const { heading, column } of unmapped) {
    const cell = cells[column]?.replaceAll('\u0000', '').trim();
    if (cell) extra[heading || `Colonne ${column + 1}`] = cell.slice(0, 2_000);
  }
  return Object.keys(extra).length === 0 ? null : JSON.stringify(extra);
};

const notesOf = (row: Extract<SortedRow, { verdict: 'accepted' }>): string => {
  if (row.corrections.length === 0 && row.warnings.length === 0) return '{}';
  return `{${[...new Set([...row.corrections, ...row.warnings].map((note) => quoted(note.code)))].join(',')}}`;
};

const addAside = (row: Exclude<SortedRow, { verdict: 'accepted' }>) => {
  const c = batch.aside;
  batch.asideRows += 1;
  c.row_no.add(row.row);
  c.line_no.add(row.line);
  c.verdict.add(row.verdict);
  c.code.add(row.verdict === 'rejected' ? row.fault.code : row.code);
  c.field.add(row.verdict === 'rejected' ? row.fault.field : null);
  c.given.add(row.verdict === 'rejected' ? row.fault.given.replaceAll('\u0000', '').slice(0, 200) : null);
  c.first_row.add(row.verdict === 'duplicate' ? row.firstRow : null);
};

const sorter = rowSorter({ mapping: order.mapping, foreignNumbers: order.foreignNumbers, rowsBefore: order.format.rowsBefore });
const reader = csvReader(order.format.separator, (csv) => {
  const row = sorter.sort(csv);
  if (row?.verdict === 'accepted') addAccepted(row);
  else if (row) addAside(row);
});

const flush = async (): Promise<void> => {
  if (batch.acceptedRows + batch.asideRows === 0) return;
  while (credits === 0) await new Promise<void>((resolve) => (wake = resolve));
  credits -= 1;
  const { accepted, acceptedRows, aside, asideRows } = batch;
  batch = emptyBatch();
  post({
    kind: 'batch',
    accepted: { rows: acceptedRows, columns: closed(accepted) },
    aside: { rows: asideRows, columns: closed(aside) },
    rowsRead: sorter.counts.read,
  });
};

const decoder = new TextDecoder(decoderLabel(order.format.encoding));
for (let at = 0; at < order.bytes.length; at += PIECE_BYTES) {
  reader.push(decoder.decode(order.bytes.subarray(at, at + PIECE_BYTES), { stream: true }));
  if (batch.acceptedRows + batch.asideRows >= BATCH_ROWS) await flush();
}
reader.push(decoder.decode());
reader.end();
await flush();
post({ kind: 'end', counts: { ...sorter.counts } });
port.close();
