import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseFile, previewRows } from './analyse-file.ts';
import { checkMapping } from './check-mapping.ts';
import { csvReader, parseCsv } from './csv.ts';
import { decoderLabel } from './detect-encoding.ts';
import { type SortedRow, rowSorter } from './sort-rows.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../../../test/fixtures/prospects/${name}`, import.meta.url));
const bytesOf = (text: string) => new TextEncoder().encode(text);

const sortFile = (bytes: Uint8Array) => {
  const analysed = analyseFile(bytes);
  if (!analysed.ok) throw new Error(analysed.code);
  const { format, columns } = analysed.analysis;
  const sorter = rowSorter({ mapping: columns.map((c) => c.field), foreignNumbers: 'reject', rowsBefore: format.rowsBefore });
  const rows: SortedRow[] = [];
  const reader = csvReader(format.separator, (row) => {
    const sorted = sorter.sort(row);
    if (sorted) rows.push(sorted);
  });
  reader.push(new TextDecoder(decoderLabel(format.encoding)).decode(bytes));
  reader.end();
  return { analysis: analysed.analysis, counts: sorter.counts, rows };
};
const tally = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((c) => c === code).length]));

// The expected figures below were counted a second time by a separate program, in another language.
test('the Excel file: 400 rows, of which 314 callable, 64 without a usable number, 22 repeated', () => {
  const { analysis, counts, rows } = sortFile(fixture('prospects-excel-400.csv'));
  expect(analysis.format).toMatchObject({ encoding: 'windows-1252', separator: ';', hasHeader: true, rowsBefore: 2 });
  expect(analysis.titleLines).toEqual(['Export du 22/11/2026']);
  expect(counts).toMatchObject({ read: 400, accepted: 314, rejected: 64, duplicates: 22 });
  expect(tally(rows.flatMap((row) => (row.verdict === 'rejected' ? [row.fault.code] : [])))).toEqual({
    phone_foreign: 3,
    phone_incomplete: 22,
    phone_missing: 7,
    phone_not_a_number: 25,
    phone_unassigned: 7,
  });
  expect(tally(rows.flatMap((row) => (row.verdict === 'duplicate' ? [row.code] : [])))).toEqual({
    duplicate_phone_in_file: 2,
    duplicate_siret_in_file: 20,
  });
  expect(rows[0]).toMatchObject({
    line: 3,
    verdict: 'accepted',
    prospect: { company: 'Boulangerie O’Brien', postalCode: '01000', department: '01' },
  });
});

test('the CRM file: 300 rows with line breaks inside cells, of which 259 callable, 35 without a usable number, 6 repeated', () => {
  const { analysis, counts, rows } = sortFile(fixture('prospects-crm-300.csv'));
  expect(analysis.format).toMatchObject({ encoding: 'utf-8-bom', separator: ',', rowsBefore: 1 });
  expect(counts).toMatchObject({ read: 300, accepted: 259, rejected: 35, duplicates: 6 });
  // 329 line feeds, 28 of them inside quotes: the last row still knows on which line of the text it stands.
  expect(rows.at(-1)!.line).toBe(329);
  expect(rows.some((row) => row.verdict === 'accepted' && row.prospect.comment === 'Rappeler après les congés, "urgent"')).toBe(
    true,
  );
});

test('every column of both files is proposed by its heading', () => {
  for (const name of ['prospects-excel-400.csv', 'prospects-crm-300.csv']) {
    const { analysis } = sortFile(fixture(name));
    expect(analysis.columns.every((column) => column.confidence === 1)).toBe(true);
    expect(analysis.columns.map((column) => column.field)).toEqual([
      'company',
      'siret',
      'civility',
      'lastName',
      'jobTitle',
      'phone',
      'mobile',
      'email',
      'postalCode',
      'city',
      'naf',
      'headcount',
      'comment',
    ]);
  }
});

test('nothing is dropped silently: accepted, rejected and repeated rows add up to the rows read', () => {
  const cell = fc.constantFrom(
    '',
    'Acme',
    '0199001234',
    '199001234',
    '0639980001',
    'n.c.',
    '80599267400004',
    '75011',
    '"',
    '#N/A',
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 60 }), (cells) => {
      const sorter = rowSorter({ mapping: ['company', 'siret', 'phone', 'mobile'], foreignNumbers: 'reject', rowsBefore: 0 });
      const rows = cells.map((row, index) => sorter.sort({ cells: row, line: index + 1, brokenQuote: false }));
      const { read, accepted, rejected, duplicates, blank } = sorter.counts;
      expect(accepted + rejected + duplicates).toBe(read);
      expect(read + blank).toBe(cells.length);
      expect(rows.filter((row) => row !== null)).toHaveLength(read);
    }),
  );
});

test('however a file is cut into pieces, the same rows come out', () => {
  const text = 'a;"b\n""c""";d\r\n;;\n"x;y";"z\r\nw"\r\nlast;row;"open';
  const whole = parseCsv(text, ';');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (cuts) => {
      const rows: unknown[] = [];
      const reader = csvReader(';', (row) => rows.push(row));
      let at = 0;
      for (let i = 0; at < text.length; i += 1) reader.push(text.slice(at, (at += cuts[i % cuts.length]!)));
      reader.end();
      expect(rows).toEqual(whole);
    }),
  );
});

test('cells written between quotes are read back as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', '"', '\n', '\r\n', ',') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const text = rows.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(';')).join('\r\n');
      expect(parseCsv(text, ';').map((row) => row.cells)).toEqual(rows);
    }),
  );
});

test('one quote left open does not swallow the rows that follow', () => {
  const rows = parseCsv('nom;tel;note\n"Le Bistrot;0199001234;x\nGarage;0199001235;"à revoir ; vite"\n', ';');
  expect(rows.map((row) => [row.line, row.cells.length, row.brokenQuote])).toEqual([
    [1, 3, false],
    [2, 3, true],
    [3, 3, false],
  ]);
});

test.each([
  ['', 'file_empty'],
  ['  \r\n \r\n', 'file_empty'],
  ['Raison sociale;Téléphone\r\n', 'file_without_rows'],
  ['Export du 22/11\r\n\r\nRaison sociale;Téléphone\r\n;;\r\n', 'file_without_rows'],
  ['PK\u0003\u0004xlsx', 'file_is_a_workbook'],
  ['%PDF-1.7\u0000\u0001\u0002', 'file_not_text'],
  ['a;b\u0000c', 'file_not_text'],
])('refused: %j is %s', (text, code) => {
  expect(analyseFile(bytesOf(text))).toMatchObject({ ok: false, code });
});

test('a file over 64 MB is refused before it is read', () => {
  expect(analyseFile(new Uint8Array(64 * 1024 * 1024 + 1))).toMatchObject({ ok: false, code: 'file_too_large' });
});

test.each([
  [';', 'Nom;Tel\nA;0199001234\n'],
  [',', 'Nom,Tel,Note\nA,0199001234,"b; c; d"\n'],
  ['\t', 'Nom\tTel\nA\t0199001234\n'],
  ['|', 'Nom|Tel\nA|0199001234\n'],
])('the separator %j is recognised', (separator, text) => {
  const analysed = analyseFile(bytesOf(text));
  expect(analysed.ok && analysed.analysis.format.separator).toBe(separator);
});

test('Excel’s « Texte Unicode » (UTF-16) is read too', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Société\tTéléphone\nAcmé\t0199001234\n', 'utf16le')]);
  const analysed = analyseFile(bytes);
  expect(analysed.ok && analysed.analysis.format).toMatchObject({
    encoding: 'utf-16le',
    separator: '\t',
    headings: ['Société', 'Téléphone'],
  });
});

test('a file without headings is mapped by what its cells hold', () => {
  const analysed = analyseFile(bytesOf('Acme;80599267400004;0199001234;75011\nBeta;80599267400004;0199001235;69003\n'));
  if (!analysed.ok) throw new Error(analysed.code);
  expect(analysed.analysis.format).toMatchObject({ hasHeader: false, rowsBefore: 0 });
  expect(analysed.analysis.columns.map((c) => [c.field, c.confidence])).toEqual([
    [null, 0],
    ['siret', 0.5],
    ['phone', 0.5],
    ['postalCode', 0.5],
  ]);
});

test('headings in words that nobody knows are still headings, and the cells below tell what they head', () => {
  const analysed = analyseFile(bytesOf('Blop;Zorg\nAlpha;0199001234\nBeta;0199001235\n'));
  if (!analysed.ok) throw new Error(analysed.code);
  expect(analysed.analysis.format).toMatchObject({ hasHeader: true, rowsBefore: 1, headings: ['Blop', 'Zorg'] });
  expect(analysed.analysis.columns.map((c) => c.field)).toEqual([null, 'phone']);
});

test('English headings and headings in other words are proposed, less surely', () => {
  const analysed = analyseFile(
    bytesOf('Company name,Phone number,Nom du contact principal,Tél. portable\nA,0199001234,B,0639980001\n'),
  );
  expect(analysed.ok && analysed.analysis.columns.map((c) => [c.field, c.confidence])).toEqual([
    ['company', 1],
    ['phone', 1],
    ['lastName', 0.7],
    ['mobile', 1],
  ]);
});

test('the preview shows the first twenty prospects with what was put right', () => {
  const { analysis } = sortFile(fixture('prospects-excel-400.csv'));
  const preview = previewRows(
    analysis.sample,
    analysis.columns.map((c) => c.field),
  );
  expect(preview).toHaveLength(20);
  expect(preview[0]).toMatchObject({
    row: 1,
    verdict: 'accepted',
    corrections: [{ field: 'postalCode', given: '1000', kept: '01000' }],
  });
});

test.each([
  [['company', null], 'mapping_without_phone'],
  [['phone', 'phone'], 'mapping_field_twice'],
  [['phone'], 'mapping_wrong_width'],
] as const)('the mapping %j is refused: %s', (mapping, code) => {
  expect(checkMapping([...mapping], 2)).toMatchObject({ ok: false, code });
});
