import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

type Row = { name: string; amount: number };
const columns = [
  { header: 'Nom', value: (row: Row) => row.name },
  { header: 'Montant', value: (row: Row) => row.amount },
];
const linesOf = (rows: Row[]) => csvOf(columns, rows).split('\r\n');

test('a list opens in French Excel: its mark, semicolons, a decimal comma', () => {
  expect(csvOf(columns, [{ name: 'Béton', amount: 12.5 }])).toBe('\ufeffNom;Montant\r\nBéton;12,5\r\n');
});

test('a separator, a quote or a line break inside a cell stays inside it', () => {
  expect(linesOf([{ name: 'A; "B"\nC', amount: 1 }])[1]).toBe('"A; ""B""\nC";1');
});

test.each(['=1+1', '+33', '-2', '@cmd', '\tx'])(
  'a cell that starts like a formula (%s) does not run in a spreadsheet',
  (name) => {
    expect(linesOf([{ name, amount: 1 }])[1]).toMatch(/^'/);
  },
);
