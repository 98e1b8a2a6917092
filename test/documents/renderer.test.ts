import { afterAll, expect, test } from 'vitest';
import { renderInvoice } from '../../src/modules/invoicing/documents/invoice.document.ts';
import { finalInvoice } from '../fixtures/documents/invoice.ts';
import { instant } from '../../src/shared/time.ts';
import { createPdf } from '../../src/platform/pdf/index.ts';

const createdAt = instant('2026-04-10T08:00:00.000Z');
const pdf = createPdf({ documentsPerWorker: 2 });
afterAll(() => pdf.close());

const sample = () => renderInvoice(pdf, finalInvoice, { xml: '<invoice/>', createdAt });

test('the same invoice always gives the same bytes, also after the worker was replaced', async () => {
  const rendered = await Promise.all([sample(), sample(), sample(), sample(), sample()]);
  for (const { bytes } of rendered) expect(Buffer.compare(bytes, rendered[0]!.bytes)).toBe(0);
});

test('a template that is missing refuses its own document and no other', async () => {
  const missing = pdf.render({ template: 'modules/none.typ', data: {}, standard: 'a-3b', createdAt });
  const [refused, printed] = await Promise.allSettled([missing, sample()]);
  expect(refused.status).toBe('rejected');
  expect(printed.status).toBe('fulfilled');
});

test('a label that is not on the page is a fault, never a stamp in a corner', async () => {
  const template = 'modules/invoicing/documents/invoice.typ';
  await expect(pdf.render({ template, data: finalInvoice, standard: 'a-3b', createdAt, query: ['sig-client'] })).rejects.toThrow(
    'sig-client',
  );
});

test('a name that no font can write still prints, with a visible gap', async () => {
  const buyer = { ...finalInvoice.buyer, name: 'Fusée 🚀 株式会社 *S* #panic("x") $x$ @ref' };
  const rendered = await renderInvoice(pdf, { ...finalInvoice, buyer }, { xml: null, createdAt });
  expect(rendered.pages).toBe(1);
});

test('once closed, the renderer says so', async () => {
  const closed = createPdf();
  await closed.close();
  await expect(renderInvoice(closed, finalInvoice, { xml: null, createdAt })).rejects.toThrow('closed');
});
