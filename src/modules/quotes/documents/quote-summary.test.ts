import { expect, it } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { Terms } from '../../contracts/index.ts';
import { draftSummary, quoteSummary } from './quote-summary.ts';

it('the page of a complete draft says what the signed page will say', () => {
  const signed = quoteSummary(Terms.parse(canonicalDraft)).map(({ label, prose }) => ({
    label,
    words: prose.map((inline) => ('text' in inline ? inline.text : '')).join(''),
  }));
  expect(draftSummary(canonicalDraft)).toEqual(signed);
});
it('a line that lacks a condition waits, and the others are said', () => {
  const lines = draftSummary({ ...canonicalDraft, price: {} });
  expect(lines.filter(({ words }) => words === null).map(({ label }) => label)).toEqual(['Prix']);
});
