import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderContract } from '../../src/modules/clauses/documents/contract.document.ts';
import { renderDossierIndex } from '../../src/modules/dossier/documents/index.document.ts';
import { renderInvoice } from '../../src/modules/invoicing/documents/invoice.document.ts';
import { renderReport } from '../../src/modules/reporting/documents/report.document.ts';
import { renderEvidence } from '../../src/modules/signing/documents/evidence.document.ts';
import { renderStamp } from '../../src/modules/signing/documents/stamp.document.ts';
import { checkPdfA, createPdf, type RenderedPdf } from '../../src/platform/pdf/index.ts';
import { instant } from '../../src/shared/time.ts';
import { demoContract, missionContract } from '../fixtures/documents/contract.ts';
import { consentText, dossierIndex, evidence, paperEvidence, stamp } from '../fixtures/documents/evidence.ts';
import { creditNote, finalInvoice, franchiseDeposit, longInvoice } from '../fixtures/documents/invoice.ts';
import { finalReport, weeklyReport } from '../fixtures/documents/report.ts';

const pdf = createPdf();
const folder = mkdtempSync(join(tmpdir(), 'cadran-documents-'));
const createdAt = instant('2026-04-10T08:00:00.000Z');
const xml = '<?xml version="1.0"?><invoice/>';

const documents: Record<string, { demo: boolean; render: () => Promise<RenderedPdf> }> = {
  'final invoice': { demo: false, render: () => renderInvoice(pdf, finalInvoice, { xml, createdAt }) },
  'deposit in franchise': { demo: false, render: () => renderInvoice(pdf, franchiseDeposit, { xml, createdAt }) },
  'credit note': { demo: false, render: () => renderInvoice(pdf, creditNote, { xml, createdAt }) },
  'invoice of forty lines': { demo: true, render: () => renderInvoice(pdf, longInvoice, { xml, createdAt }) },
  contract: { demo: false, render: () => renderContract(pdf, missionContract, { termsJson: '{"calls":1500}', createdAt }) },
  'demo contract': { demo: true, render: () => renderContract(pdf, demoContract, { termsJson: '{}', createdAt }) },
  'final report': { demo: false, render: () => renderReport(pdf, finalReport, { snapshotJson: '{}', createdAt }) },
  'weekly report': { demo: true, render: () => renderReport(pdf, weeklyReport, { snapshotJson: null, createdAt }) },
  evidence: { demo: false, render: () => renderEvidence(pdf, evidence, { createdAt }) },
  'evidence on paper': { demo: true, render: () => renderEvidence(pdf, paperEvidence, { createdAt }) },
  'dossier index': { demo: false, render: () => renderDossierIndex(pdf, dossierIndex, { createdAt }) },
};

const printed = new Map<string, { rendered: RenderedPdf; file: string; text: string; pages: string[] }>();

beforeAll(async () => {
  for (const [name, { render }] of Object.entries(documents)) {
    const rendered = await render();
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, rendered.bytes);
    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    printed.set(name, { rendered, file, pages, text: plain(pages.join('\n')) });
  }
});
afterAll(async () => {
  await pdf.close();
  rmSync(folder, { recursive: true });
});

/** Spaces of any width and line ends become one space: the words matter here, the page is looked at by eye. */
const plain = (text: string): string => text.replace(/[\s\u00A0\u202F]+/g, ' ');
const textOf = (name: string): string => printed.get(name)!.text;

describe.each(Object.keys(documents))('%s', (name) => {
  test('is PDF/A-3 as far as our judge sees', async () => {
    expect(await checkPdfA(printed.get(name)!.rendered.bytes)).toEqual([]);
  });

  test('says DÉMONSTRATION on every page when it is one, and never otherwise', () => {
    for (const page of printed.get(name)!.pages) expect(page.includes('DÉMONSTRATION')).toBe(documents[name]!.demo);
  });

  test('holds no English word', () => {
    const words = textOf(name)
      .replace(evidence.signers[0]!.userAgent!, '')
      .replace(/Mozilla.*?\(KHTML, like Gecko\)/g, '');
    const english =
      /\b(the|of|and|invoice|quote|page of|amount|signed|signature of|total due|draft|hash|week|call|calls|to|from|by|with|none|null|undefined|true|false)\b/gi;
    expect(words.match(english)).toBeNull();
  });

  test('numbers its pages', () => {
    const { pages } = printed.get(name)!;
    pages.forEach((page, index) => expect(page).toMatch(new RegExp(`\\b${index + 1} ?/ ?${pages.length}\\b`)));
  });

  test('gives the same bytes when it is printed again', async () => {
    const again = await documents[name]!.render();
    expect(Buffer.compare(again.bytes, printed.get(name)!.rendered.bytes)).toBe(0);
  });
});

test.each([
  ['final invoice', 'Facture n° FA-2026-0003'],
  ['final invoice', 'SIRET 812 345 676 00017'],
  ['final invoice', 'RCS Lyon 812 345 676'],
  ['final invoice', 'TVA 20 % sur 2 220,00 €'],
  ['final invoice', 'facture n° FA-2026-0001 du 5 mars 2026'],
  ['final invoice', 'dont HT 480,00 €, TVA 96,00 €'],
  ['final invoice', '2 088,00 €'],
  ['final invoice', 'FR76 3000 6000 0112 3456 7890 189'],
  ['final invoice', '(art. L441-10 C. com.)'],
  ['final invoice', 'Catégorie d’opération : prestations de services.'],
  ['deposit in franchise', 'Facture d’acompte n° FA-2026-0001'],
  ['deposit in franchise', 'TVA non applicable, art. 293 B du CGI.'],
  ['credit note', 'corrige la facture n° FA-2026-0003 du 10 avril 2026'],
  ['contract', 'L’essentiel'],
  ['contract', 'Le silence vaut validation.'],
  ['contract', 'sens de l’article 5'],
  ['contract', '20 mars + 30 jours = 19 avril, puis fin avril'],
  ['contract', missionContract.termsSha256],
  ['final report', '1 410 / 1 500'],
  ['final report', '× Refusé'],
  ['evidence', consentText],
  ['evidence', '5 mars 2026 à 10 h 00 min 00 s (UTC+01:00)'],
  ['evidence', "claire.o'martin@oeuvre.example"],
  ['evidence on paper', 'elle n’établit ni l’identité des signataires'],
  ['dossier index', 'contrat/01.pdf'],
])('%s says « %s »', (name, sentence) => {
  expect(textOf(name)).toContain(sentence);
});

test('an invoice in franchise shows no VAT amount, no column and no number', () => {
  expect(textOf('deposit in franchise')).not.toMatch(/TTC|TVA \d+ %|TVA FR19|Total HT/);
});

test('forty lines: the totals are on one page and every line is there once', () => {
  const { pages, text } = printed.get('invoice of forty lines')!;
  const last = plain(pages.at(-1)!);
  expect(last).toContain('Total HT 3 600,00 €');
  expect(last).toContain('3 744,00 €');
  expect(text.match(/Rendez-vous validé RDV-\d\d/g)).toHaveLength(40);
});

test('the contract carries its own terms, and the invoice its XML', () => {
  for (const [name, attached, content] of [
    ['contract', 'cadran-terms.json', '{"calls":1500}'],
    ['final invoice', 'factur-x.xml', xml],
  ] as const) {
    const out = join(folder, attached);
    execFileSync('pdfdetach', ['-save', '1', '-o', out, printed.get(name)!.file]);
    expect(execFileSync('cat', [out], { encoding: 'utf8' })).toBe(content);
  }
});

test('both stamps have their place on the signature page, apart from each other', () => {
  const { positions, pages } = printed.get('contract')!.rendered;
  const [provider, client] = [positions['sig-provider']!, positions['sig-client']!];
  expect([provider.page, client.page]).toEqual([pages, pages]);
  expect(provider.x + provider.width).toBeLessThan(client.x);
  expect(provider.y).toBeGreaterThan(0);
});

test('a reference to a clause that is not in the document never reaches paper', async () => {
  const dangling = { ...missionContract, parts: missionContract.parts.slice(1) };
  expect(() => renderContract(pdf, dangling, { termsJson: '{}', createdAt })).toThrow('criteres');
});

test('a stamp has exactly the size that the contract reserved', async () => {
  const rendered = await renderStamp(pdf, stamp, { createdAt });
  const file = join(folder, 'stamp.pdf');
  writeFileSync(file, rendered.bytes);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Page size:\s+204\.09 x 76\.54/);
});
