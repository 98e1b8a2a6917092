import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/time.ts';
import { audit } from '../domain/audit.ts';
import { aBomb, aDoc, aDocx, anOdt, aPdf } from '../testing/sample-files.ts';
import { readUploadedContract } from './read-upload.ts';

const words = readFileSync(new URL('../../../../test/fixtures/audit/contrat-desequilibre.txt', import.meta.url), 'utf8').trim();
const read = async (name: string, bytes: Uint8Array) => {
  const answer = await readUploadedContract({ name, bytes });
  if (!answer.ok) throw new Error(answer.code);
  return answer;
};
const refused = async (name: string, bytes: Uint8Array) => {
  const answer = await readUploadedContract({ name, bytes });
  return answer.ok ? 'read' : answer.code;
};
const today = '2026-11-23' as CivilDate;
const found = async (name: string, bytes: Uint8Array) =>
  audit([(await read(name, bytes)).document], { today })
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('D'));

describe('a contract that is uploaded', () => {
  it('is read the same from Word, OpenDocument, PDF and text', async () => {
    const expected = ['D03', 'D01', 'D09'];
    const lines = words.split('\n').flatMap((line) => line.match(/.{1,95}(\s|$)/g) ?? ['']);
    expect(await found('contrat.docx', await aDocx(words))).toEqual(expected);
    expect(await found('contrat.odt', await anOdt(words))).toEqual(expected);
    expect(await found('contrat.pdf', aPdf([lines]))).toEqual(expected);
    expect(await found('contrat.txt', Buffer.from(words))).toEqual(expected);
    expect(await found('contrat-windows.txt', Buffer.from(words.replaceAll('’', "'"), 'latin1'))).toEqual(expected);
  }, 60_000);

  it('keeps the headings, lists and tables of a Word file', async () => {
    const { document } = await read('contrat.docx', await aDocx(words));
    expect(document.sections.map(({ number, heading }) => [number, heading])).toContainEqual(['5', 'Résiliation']);
    expect(document.sections.at(-1)!.paragraphs.at(-1)!.text).toBe('Total | 2 400 €');
  });

  it('says the page and the line of what it found', async () => {
    const { document } = await read(
      'contrat.pdf',
      aPdf([['Contrat'], ['Article 1 : Prix', 'Les factures sont payables à 90 jours.']]),
    );
    const place = audit([document], { today }).findings.find(({ rule }) => rule === 'D07')!.place;
    expect(place).toMatchObject({ article: '1', page: 2, line: 2 });
  });

  it('of three hundred pages is read whole; beyond, it says which pages were read', async () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        `Article ${(index % 90) + 1} : Clause`,
        `Les parties conviennent de la disposition numéro ${index}.`,
      ]);
    expect((await read('long.pdf', aPdf(pages(300)))).pages).toEqual({ total: 300, read: 300, withoutText: [] });
    expect((await read('trop-long.pdf', aPdf(pages(320)))).pages).toEqual({ total: 320, read: 300, withoutText: [] });
  }, 60_000);

  it('names the pages that are pictures, when others have words', async () => {
    expect((await read('mixte.pdf', aPdf([['Contrat de prestation'], [], ['Fin']]))).pages).toEqual({
      total: 3,
      read: 3,
      withoutText: [2],
    });
  });

  it('that cannot be read is refused, and the reason is told apart', async () => {
    expect(await refused('secret.pdf', aPdf([['Contrat']], { encrypted: true }))).toBe('unreadable_encrypted');
    expect(await refused('scan.pdf', aPdf([[], []]))).toBe('unreadable_image_only');
    expect(await refused('ancien.doc', aDoc())).toBe('unreadable_old_word');
    expect(await refused('casse.docx', (await aDocx(words)).subarray(0, 400))).toBe('unreadable_broken');
    expect(await refused('casse.pdf', Buffer.from('%PDF-1.7 rien'))).toBe('unreadable_broken');
    expect(await refused('bombe.docx', await aBomb())).toBe('unreadable_bomb');
    expect(await refused('vide.txt', Buffer.from('  \n '))).toBe('unreadable_empty');
    expect(await refused('image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]))).toBe('unreadable_format');
  }, 60_000);
});
