import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core';

/** What our judge looks for: the ISO 19005-3 requirements that a renderer, a patch or a signature can break. */
export type PdfARule =
  | 'unreadable'
  | 'trailer-id'
  | 'encrypted'
  | 'xmp-missing'
  | 'xmp-part'
  | 'xmp-conformance'
  | 'output-intent'
  | 'tags-missing'
  | 'language-missing'
  | 'font-not-embedded'
  | 'font-without-unicode'
  | 'forbidden-action'
  | 'lzw-filter'
  | 'attachment-without-relationship'
  | 'attachment-without-media-type'
  | 'attachment-not-associated'
  | 'factur-x-not-declared'
  | 'factur-x-extension-schema';

export type PdfAFinding = { rule: PdfARule; where: string | null };

/**
 * Structural findings against PDF/A-3 (and Factur-X when factur-x.xml is attached); none means nothing was found, not a
 * certificate: veraPDF is the outside judge. Fonts of a form's default resources are left out, they draw nothing.
 */
export const checkPdfA = async (bytes: Uint8Array): Promise<PdfAFinding[]> => {
  const pdf = await PDF.load(bytes).catch(() => null);
  if (!pdf) return [{ rule: 'unreadable', where: null }];
  if (pdf.isEncrypted) return [{ rule: 'encrypted', where: null }];
  const resolve = (value: PdfObject | undefined): PdfObject | undefined =>
    value instanceof PdfRef ? (pdf.getObject(value) ?? undefined) : value;
  const catalog = pdf.getCatalog();
  const dicts = reachable(catalog, resolve);
  const xmp = xmpOf(catalog, resolve);
  return [
    ...(hasTrailerId(bytes) ? [] : [finding('trailer-id')]),
    ...xmpFindings(xmp),
    ...catalogFindings(catalog, resolve, xmp),
    ...dicts.flatMap((dict) => [...fontFindings(dict, resolve), ...actionFindings(dict), ...filterFindings(dict)]),
    ...attachmentFindings(catalog, dicts, resolve, xmp),
  ];
};

type Resolve = (value: PdfObject | undefined) => PdfObject | undefined;

const finding = (rule: PdfARule, where: string | null = null): PdfAFinding => ({ rule, where });
const nameOf = (value: PdfObject | undefined): string | null => (value?.type === 'name' ? value.value : null);
const textOf = (value: PdfObject | undefined): string => (value?.type === 'string' ? value.asString() : '');
const dictAt = (dict: PdfDict, key: string, resolve: Resolve): PdfDict | null => {
  const value = resolve(dict.get(key));
  return value instanceof PdfDict ? value : null;
};
const itemsAt = (dict: PdfDict, key: string, resolve: Resolve): PdfObject[] => {
  const value = resolve(dict.get(key));
  return value instanceof PdfArray ? [...value] : value ? [value] : [];
};

/** Every dictionary a reader can reach from the catalog, each once. */
const reachable = (catalog: PdfDict, resolve: Resolve): PdfDict[] => {
  const seen = new Set<PdfObject>();
  const found: PdfDict[] = [];
  const pending: (PdfObject | undefined)[] = [catalog];
  while (pending.length > 0) {
    const value = resolve(pending.pop());
    if (value === undefined || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof PdfArray) pending.push(...value);
    if (!(value instanceof PdfDict)) continue;
    found.push(value);
    for (const [key, child] of value) if (key.value !== 'DR' && key.value !== 'Parent') pending.push(child);
  }
  return found;
};

/** Read in the last trailer or cross-reference stream: an incremental update must repeat it. */
const hasTrailerId = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes).toString('latin1');
  const at = Math.max(text.lastIndexOf('trailer'), text.lastIndexOf('/XRef'));
  return at >= 0 && /\/ID\s*\[/.test(text.slice(Math.max(0, at - 500)));
};

const xmpOf = (catalog: PdfDict, resolve: Resolve): string | null => {
  const metadata = dictAt(catalog, 'Metadata', resolve);
  return metadata instanceof PdfStream && !metadata.has('Filter') ? Buffer.from(metadata.data).toString('utf8') : null;
};

/** XMP may hold a property as an element or as an attribute. */
const xmpValue = (xmp: string, property: string): string | null =>
  new RegExp(`<${property}>([^<]*)</${property}>|${property}="([^"]*)"`).exec(xmp)?.slice(1).find(Boolean) ?? null;

const xmpFindings = (xmp: string | null): PdfAFinding[] => {
  if (xmp === null) return [finding('xmp-missing')];
  const part = xmpValue(xmp, 'pdfaid:part');
  const conformance = xmpValue(xmp, 'pdfaid:conformance');
  return [
    ...(part === '3' ? [] : [finding('xmp-part', part)]),
    ...(conformance && /^[ABU]$/.test(conformance) ? [] : [finding('xmp-conformance', conformance)]),
  ];
};

const catalogFindings = (catalog: PdfDict, resolve: Resolve, xmp: string | null): PdfAFinding[] => {
  const intents = itemsAt(catalog, 'OutputIntents', resolve).map(resolve);
  const intent = intents.some(
    (one) => one instanceof PdfDict && nameOf(one.get('S')) === 'GTS_PDFA1' && dictAt(one, 'DestOutputProfile', resolve) !== null,
  );
  const accessible = xmp !== null && xmpValue(xmp, 'pdfaid:conformance') === 'A';
  const tagged = dictAt(catalog, 'StructTreeRoot', resolve) !== null && dictAt(catalog, 'MarkInfo', resolve) !== null;
  return [
    ...(intent ? [] : [finding('output-intent')]),
    ...(accessible && !tagged ? [finding('tags-missing')] : []),
    ...(accessible && textOf(catalog.get('Lang')) === '' ? [finding('language-missing')] : []),
  ];
};

const fontFindings = (dict: PdfDict, resolve: Resolve): PdfAFinding[] => {
  const subtype = nameOf(dict.get('Subtype'));
  if (nameOf(dict.get('Type')) !== 'Font' || subtype === 'Type3' || subtype?.startsWith('CIDFont')) return [];
  const descendant = resolve(itemsAt(dict, 'DescendantFonts', resolve)[0]);
  const descriptor = dictAt(descendant instanceof PdfDict ? descendant : dict, 'FontDescriptor', resolve);
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(key));
  const font = nameOf(dict.get('BaseFont'));
  return [
    ...(embedded ? [] : [finding('font-not-embedded', font)]),
    ...(dict.has('ToUnicode') ? [] : [finding('font-without-unicode', font)]),
  ];
};

const forbiddenActions = new Set(
  'JavaScript Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView'.split(' '),
);

const actionFindings = (dict: PdfDict): PdfAFinding[] => {
  const action = nameOf(dict.get('S'));
  const named = dict.has('JavaScript') || dict.has('JS');
  return named || (action !== null && forbiddenActions.has(action)) ? [finding('forbidden-action', action ?? 'JavaScript')] : [];
};

const filterFindings = (dict: PdfDict): PdfAFinding[] => {
  const filters = dict instanceof PdfStream ? itemsAt(dict, 'Filter', (value) => value).map(nameOf) : [];
  return filters.includes('LZWDecode') ? [finding('lzw-filter')] : [];
};

const attachmentFindings = (catalog: PdfDict, dicts: PdfDict[], resolve: Resolve, xmp: string | null): PdfAFinding[] => {
  const associated = new Set(itemsAt(catalog, 'AF', resolve).map(resolve));
  return dicts
    .filter((dict) => dict.has('EF'))
    .flatMap((file) => {
      const name = textOf(resolve(file.get('UF')) ?? resolve(file.get('F')));
      const streams = dictAt(file, 'EF', resolve)!;
      const content = dictAt(streams, 'UF', resolve) ?? dictAt(streams, 'F', resolve);
      return [
        ...(nameOf(file.get('AFRelationship')) ? [] : [finding('attachment-without-relationship', name)]),
        ...(content && nameOf(content.get('Subtype')) ? [] : [finding('attachment-without-media-type', name)]),
        ...(associated.has(file) ? [] : [finding('attachment-not-associated', name)]),
        ...(name === 'factur-x.xml' ? facturXFindings(xmp ?? '') : []),
      ];
    });
};

const facturXFindings = (xmp: string): PdfAFinding[] => {
  const declared =
    xmpValue(xmp, 'fx:DocumentType') === 'INVOICE' &&
    xmpValue(xmp, 'fx:DocumentFileName') === 'factur-x.xml' &&
    xmpValue(xmp, 'fx:Version') !== null &&
    xmpValue(xmp, 'fx:ConformanceLevel') !== null;
  const described = xmp.includes('<pdfaSchema:prefix>fx</pdfaSchema:prefix>');
  return [...(declared ? [] : [finding('factur-x-not-declared')]), ...(described ? [] : [finding('factur-x-extension-schema')])];
};
