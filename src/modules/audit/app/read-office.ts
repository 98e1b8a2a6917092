import { DOMParser, type Element as XmlElement, type Node as XmlNode } from '@xmldom/xmldom';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { TextLine } from '../domain/read-text.ts';
import { uploadLimits } from '../domain/upload-limits.ts';
import type { ReadAnswer } from './read-upload.ts';

/** A Word or OpenDocument text: headings, paragraphs, lists and tables, in order. */
export const readOffice = async (bytes: Buffer): Promise<ReadAnswer> => {
  const parts = await partsOf(bytes, ['word/document.xml', 'content.xml', 'META-INF/manifest.xml', 'mimetype']);
  if (parts === 'bomb') return { ok: false, code: 'unreadable_bomb' };
  const { 'word/document.xml': word, 'content.xml': open, 'META-INF/manifest.xml': manifest, mimetype } = parts;
  if (manifest?.includes('encryption-data')) return { ok: false, code: 'unreadable_encrypted' };
  const source = word ?? (mimetype === undefined || mimetype.includes('text') ? open : undefined);
  if (source === undefined) return { ok: false, code: 'unreadable_format' };
  // A document type could declare entities that unfold without end; no word processor writes one.
  if (source.includes('<!DOCTYPE')) return { ok: false, code: 'unreadable_broken' };
  const root = new DOMParser().parseFromString(source, 'text/xml').documentElement;
  if (!root) return { ok: false, code: 'unreadable_broken' };
  const lines = word ? wordLines(root) : openLines(root);
  let characters = 0;
  const cut = lines.findIndex(({ text }) => (characters += text.length) > uploadLimits.characters);
  const kept = cut < 0 ? lines : lines.slice(0, cut);
  return { ok: true, lines: kept, pages: null, cutAt: cut < 0 ? null : uploadLimits.characters };
};

type Parts = Record<string, string>;

/** Only what is read is unfolded, and it stops at its limit, whatever the archive says of its sizes. */
const partsOf = (bytes: Buffer, wanted: readonly string[]): Promise<Parts | 'bomb'> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip?: ZipFile) => {
      if (error || !zip) return reject(error ?? new Error('no zip'));
      const parts: Parts = {};
      let unfolded = 0;
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: Entry) => {
        if (!wanted.includes(entry.fileName)) return zip.readEntry();
        zip.openReadStream(entry, (failure: Error | null, stream?: NodeJS.ReadableStream) => {
          if (failure || !stream) return reject(failure ?? new Error('no stream'));
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => {
            unfolded += chunk.length;
            if (unfolded > uploadLimits.unfoldedBytes) {
              (stream as NodeJS.ReadableStream & { destroy?: () => void }).destroy?.();
              return resolve('bomb');
            }
            chunks.push(chunk);
          });
          stream.on('error', reject);
          stream.on('end', () => {
            parts[entry.fileName] = Buffer.concat(chunks).toString('utf8');
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });

const elementsOf = (node: XmlNode): XmlElement[] => {
  const found: XmlElement[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.nodeType === 1) found.push(child as XmlElement);
  return found;
};
const named = (element: XmlElement, name: string) => elementsOf(element).find(({ nodeName }) => nodeName === name);

/** Text of a Word paragraph: its runs, tabs and breaks; what was deleted under revision is not there any more. */
const wordText = (node: XmlNode): string =>
  elementsOf(node)
    .map((element) => {
      switch (element.nodeName) {
        case 'w:t':
          return element.textContent ?? '';
        case 'w:tab':
        case 'w:br':
        case 'w:cr':
          return ' ';
        case 'w:noBreakHyphen':
          return '-';
        case 'w:del':
        case 'w:pPr':
        case 'w:rPr':
        case 'w:instrText':
          return '';
        default:
          return wordText(element);
      }
    })
    .join('');

const wordLines = (root: XmlElement): TextLine[] => {
  const body = named(root, 'w:body');
  if (!body) throw new Error('no body');
  const lines: TextLine[] = [];
  const push = (text: string, more: Partial<TextLine> = {}) => {
    if (text.trim() !== '') lines.push({ text, opens: true, line: lines.length + 1, ...more });
  };
  const walk = (parent: XmlElement): void => {
    for (const element of elementsOf(parent)) {
      if (element.nodeName === 'w:p') {
        const properties = named(element, 'w:pPr');
        const style = (properties && named(properties, 'w:pStyle')?.getAttribute('w:val')) ?? '';
        const isHeading = /^(heading|titre|title|\d$)/i.test(style) || Boolean(properties && named(properties, 'w:outlineLvl'));
        const isItem = Boolean(properties && named(properties, 'w:numPr')) && !isHeading;
        const text = wordText(element);
        push(isItem ? `- ${text}` : text, isHeading ? { heading: true } : {});
      } else if (element.nodeName === 'w:tbl')
        for (const row of elementsOf(element).filter(({ nodeName }) => nodeName === 'w:tr'))
          push(
            elementsOf(row)
              .filter(({ nodeName }) => nodeName === 'w:tc')
              .map((cell) => wordText(cell).trim())
              .join(' | '),
          );
      else if (element.nodeName === 'w:sdt' || element.nodeName === 'w:sdtContent' || element.nodeName === 'w:ins') walk(element);
    }
  };
  walk(body);
  return lines;
};

const openText = (node: XmlNode): string => {
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.nodeValue ?? '';
    else if (child.nodeType === 1) {
      const name = child.nodeName;
      if (name === 'text:s' || name === 'text:tab' || name === 'text:line-break') text += ' ';
      else if (name !== 'text:tracked-changes' && name !== 'office:annotation') text += openText(child);
    }
  }
  return text;
};

const openLines = (root: XmlElement): TextLine[] => {
  const body = named(root, 'office:body');
  const content = body && named(body, 'office:text');
  if (!content) throw new Error('no text');
  const lines: TextLine[] = [];
  const push = (text: string, more: Partial<TextLine> = {}) => {
    if (text.trim() !== '') lines.push({ text, opens: true, line: lines.length + 1, ...more });
  };
  const walk = (parent: XmlElement, inList: boolean): void => {
    for (const element of elementsOf(parent)) {
      if (element.nodeName === 'text:h') push(openText(element), { heading: true });
      else if (element.nodeName === 'text:p') push(inList ? `- ${openText(element)}` : openText(element));
      else if (element.nodeName === 'table:table-row')
        push(
          elementsOf(element)
            .filter(({ nodeName }) => nodeName === 'table:table-cell')
            .map((cell) => openText(cell).trim())
            .join(' | '),
        );
      else if (element.nodeName !== 'text:tracked-changes') walk(element, inList || element.nodeName === 'text:list');
    }
  };
  walk(content, false);
  return lines;
};
