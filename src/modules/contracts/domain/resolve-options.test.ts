import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { lineAmount, sumCents } from '../../../shared/money.ts';
import type { ContractContent } from './contract-content.ts';
import { firmLines, optionalLines, resolveOptions } from './resolve-options.ts';
import { PriceLine } from './terms/price.terms.ts';

const content = (lines: readonly unknown[]): ContractContent =>
  ({
    number: 'DEV-1',
    terms: { ...canonicalTerms, price: { ...canonicalTerms.price, lines: lines.map((line) => PriceLine.parse(line)) } },
  }) as never;
const aLine = (id: string, optional: boolean, cents: number, kind = 'forfait') => ({
  id,
  kind,
  label: id,
  quantity: 1.5,
  unitPriceCents: cents,
  ...(optional ? { optional } : {}),
});
const net = (lines: ContractContent['terms']['price']['lines']) =>
  sumCents(lines.map((line) => lineAmount(line.quantity, line.unitPriceCents)));

test('a document without options is what was signed, unchanged', () => {
  const signed = content([aLine('a', false, 100)]);
  expect(resolveOptions(signed, ['a'])).toBe(signed);
});

test('what the client ticks is bought, what stays blank is not, and the firm lines are always bought', () => {
  const signed = content([aLine('firm', false, 100), aLine('taken', true, 200), aLine('left', true, 300)]);
  const bought = resolveOptions(signed, ['taken']);
  expect(bought.terms.price.lines.map(({ id }) => id)).toEqual(['firm', 'taken']);
  expect(bought.terms.price.lines.some((line) => 'optional' in line)).toBe(false);
  expect(bought.chosenOptions).toEqual(['taken']);
});

test('ticking what is not offered buys nothing', () => {
  const signed = content([aLine('firm', false, 100), aLine('option', true, 200)]);
  expect(resolveOptions(signed, ['firm', 'unknown']).chosenOptions).toEqual([]);
});

test('the price is announced as it is once the options are known', () => {
  const signed = content([aLine('firm', false, 100), aLine('option', true, 200, 'appointment')]);
  expect(resolveOptions(signed, []).terms.price.model).toBe('forfait');
  expect(resolveOptions(signed, ['option']).terms.price.model).toBe('mixed');
});

test('the total bought is the firm total plus the ticked options, to the cent', () => {
  const lines = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,4}$/),
      optional: fc.boolean(),
      cents: fc.integer({ min: 0, max: 9_999_999 }),
      ticked: fc.boolean(),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (drawn) => {
      const signed = content([aLine('zz-firm', false, 1), ...drawn.map(({ id, optional, cents }) => aLine(id, optional, cents))]);
      const ticked = drawn.flatMap(({ id, ticked: yes }) => (yes ? [id] : []));
      const all = signed.terms.price.lines;
      const expected = sumCents([net(firmLines(all)), net(optionalLines(all).filter(({ id }) => ticked.includes(id)))]);
      expect(net(resolveOptions(signed, ticked).terms.price.lines)).toBe(expected);
    }),
  );
});
