import { ZipFile } from 'yazl';

/** Files as people upload them, made here: nothing binary is kept in the project. */

const zipped = (parts: Record<string, string | Buffer>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk) => chunks.push(chunk as Buffer));
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    zip.outputStream.on('error', reject);
  });

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const isHeading = (line: string) => /^(Article \d|[A-ZÉÈÀÊ’' °]{8,}$)/.test(line);

/** A Word file: each line a paragraph, headings by their style, the last line in a table. */
export const aDocx = (text: string): Promise<Buffer> => {
  const paragraph = (line: string) =>
    `<w:p><w:pPr>${isHeading(line) ? '<w:pStyle w:val="Titre1"/>' : ''}</w:pPr><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;
  return zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text.split('\n').map(paragraph).join('')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Total</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2 400 €</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
  });
};

export const anOdt = (text: string): Promise<Buffer> =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${text
      .split('\n')
      .map((line) => (isHeading(line) ? `<text:h>${escaped(line)}</text:h>` : `<text:p>${escaped(line)}</text:p>`))
      .join('')}</office:text></office:body></office:document-content>`,
  });

/** Sixty-one megabytes of one letter, in sixty kilobytes. */
export const aBomb = (): Promise<Buffer> => zipped({ 'word/document.xml': Buffer.alloc(61 * 1024 * 1024, 0x61) });

// WinAnsi: what French needs beyond Latin-1.
const winAnsi: Record<string, number> = { '’': 0x92, '€': 0x80, '–': 0x96, œ: 0x9c, Œ: 0x8c, '…': 0x85 };
const pdfText = (text: string) =>
  [...text].map((character) => `\\${(winAnsi[character] ?? character.charCodeAt(0)).toString(8).padStart(3, '0')}`).join('');

/** A PDF of these pages, each a list of lines; a page without lines has a picture of nothing. `encrypted`: under a password. */
export const aPdf = (pages: readonly (readonly string[])[], { encrypted = false } = {}): Buffer => {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((lines, index) => {
    const drawn =
      lines.length === 0
        ? '0 0 200 200 re f'
        : `BT /F1 11 Tf 50 780 Td 14 TL ${lines.map((line) => `(${pdfText(line)}) Tj T*`).join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  });
  if (encrypted)
    objects.push(`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`);
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00><00>]` : ''} >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(body, 'latin1');
};

/** What Word wrote before 2007 begins so. */
export const aDoc = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
