import { CryptoKeySigner, PDF, PdfArray, PdfDict, PdfNumber, type PdfObject, type Signer } from '@libpdf/core';
import type { Instant } from '../../shared/time.ts';
import type { TimestampAuthority } from '../timestamp/authority.ts';

/** A place on a page, in points from its bottom left corner: what `platform/pdf` answers for a label. */
export type StampRect = { x: number; y: number; width: number; height: number };
/** The visible mark: a one-page PDF drawn inside the rectangle. Page 1 is the first. */
export type Stamp = { pdf: Uint8Array; page: number; rect: StampRect };
export type SealRequest = {
  fieldName: string;
  reason: string;
  signerName: string;
  signedAt: Instant;
  stamp?: Stamp;
};

/**
 * Seals a document (PAdES baseline): B-T with a time authority, B-B without. The bytes received are kept as they are and the
 * signature is written after them, so that earlier signatures still hold and anybody can cut the original back out.
 */
export const sealPdf = async (
  bytes: Uint8Array,
  request: SealRequest,
  { signer, authority }: { signer: Signer; authority?: TimestampAuthority },
): Promise<Uint8Array> => {
  const pdf = await PDF.load(bytes);
  const blocker = pdf.canSaveIncrementally();
  if (blocker) throw new Error(`This PDF cannot be signed without being rewritten: ${blocker}`);
  if (request.stamp) await placeStamp(pdf, request.fieldName, request.stamp);
  const { bytes: sealed } = await pdf.sign({
    signer,
    fieldName: request.fieldName,
    reason: withoutParentheses(request.reason),
    contactInfo: withoutParentheses(request.signerName),
    signingTime: new Date(request.signedAt),
    estimatedSize: 16_384,
    ...(authority ? { level: 'B-T' as const, timestampAuthority: authority } : { level: 'B-B' as const }),
  });
  if (sealed.length <= bytes.length || Buffer.compare(sealed.subarray(0, bytes.length), bytes) !== 0) {
    throw new Error('Sealing rewrote the document instead of adding to it');
  }
  return sealed;
};

export const keySigner = (certificateDer: Uint8Array, privateKey: CryptoKey, chainDer: Uint8Array[]): Signer =>
  new CryptoKeySigner(privateKey, certificateDer, 'EC', 'ECDSA', chainDer);

/** The library escapes them twice, and a reader would see the backslashes. */
const withoutParentheses = (text: string) => text.replaceAll('(', '[').replaceAll(')', ']');

/**
 * The library always signs an invisible field on page 1. The field is made beforehand with its appearance, and the two entries
 * that it would overwrite (rectangle and page) are held.
 */
const placeStamp = async (pdf: PDF, fieldName: string, stamp: Stamp): Promise<void> => {
  const page = pdf.getPage(stamp.page - 1);
  if (!page) throw new Error(`The stamp is meant for page ${stamp.page}, which does not exist`);
  const appearance = await pdf.embedPage(await PDF.load(stamp.pdf), 0);
  const field = pdf.getOrCreateForm().createSignatureField(fieldName);
  const dict = field.getDict();
  dict.set('AP', PdfDict.of({ N: appearance.ref }));
  const { x, y, width, height } = stamp.rect;
  const held: Record<string, PdfObject> = {
    Rect: new PdfArray([x, y, x + width, y + height].map((value) => PdfNumber.of(Math.round(value * 100) / 100))),
    P: page.ref,
  };
  const set = dict.set.bind(dict);
  dict.set = (key, value) => set(key, held[String(key)] ?? value);
  const annotations = page.dict.getArray('Annots', pdf.context.registry.resolve.bind(pdf.context.registry));
  if (annotations) annotations.push(field.getRef()!);
  else page.dict.set('Annots', new PdfArray([field.getRef()!]));
};
