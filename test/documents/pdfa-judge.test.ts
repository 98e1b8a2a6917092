import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderInvoice } from '../../src/modules/invoicing/documents/invoice.document.ts';
import { finalInvoice } from '../fixtures/documents/invoice.ts';
import { instant } from '../../src/shared/time.ts';
import { checkPdfA, createPdf } from '../../src/platform/pdf/index.ts';

const pdf = createPdf();
let invoice: Buffer;
beforeAll(async () => {
  const rendered = await renderInvoice(pdf, finalInvoice, { xml: '<invoice/>', createdAt: instant('2026-04-10T08:00:00.000Z') });
  invoice = Buffer.from(rendered.bytes);
});
afterAll(() => pdf.close());

const rules = async (bytes: Uint8Array): Promise<string[]> => (await checkPdfA(bytes)).map(({ rule }) => rule);

test('a page printed by a browser is no archive document', async () => {
  const print = readFileSync(new URL('../fixtures/documents/chromium-print.pdf', import.meta.url));
  expect(await rules(print)).toEqual(expect.arrayContaining(['trailer-id', 'xmp-missing', 'output-intent']));
});

test('something that is no PDF is unreadable', async () => {
  expect(await rules(Buffer.from('bonjour'))).toEqual(['unreadable']);
});

/** Same length, so that no offset in the file moves. */
const altered = (from: string, to: string): Buffer => {
  expect(invoice.includes(from)).toBe(true);
  return Buffer.from(invoice.toString('latin1').replaceAll(from, to.padEnd(from.length)), 'latin1');
};

test.each([
  ['font-not-embedded', '/FontFile2', '/FontNone2'],
  ['font-without-unicode', '/ToUnicode', '/ToUnknown'],
  ['output-intent', '/GTS_PDFA1', '/GTS_OTHER'],
  ['xmp-part', '<pdfaid:part>3', '<pdfaid:part>1'],
  ['attachment-without-relationship', '/AFRelationship', '/AFRelatedToNot'],
  ['attachment-not-associated', '/AF [', '/AX ['],
  ['factur-x-not-declared', '<fx:DocumentType>INVOICE', '<fx:DocumentType>RECEIPT'],
  ['trailer-id', '/ID [', '/IX ['],
])('finds %s', async (rule, from, to) => {
  expect(await rules(altered(from, to))).toContain(rule);
});
