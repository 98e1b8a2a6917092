import { PDF, PdfNumber, PdfString } from '@libpdf/core';
import type * as asn1js from 'asn1js';
import type * as pkijs from 'pkijs';
import { type Instant, instant } from '../../shared/time.ts';
import { sha256 } from '../timestamp/authority.ts';
import { hexSha256, oneLine, readSignedContent, signatureProblem, signedAttribute } from '../timestamp/cms.ts';
import { type ReadTimestamp, readTimestamp } from '../timestamp/read-timestamp.ts';

/** One signature found in a PDF. `valid`: the bytes it covers are those that were signed, and the signature is by the certificate it names. */
export type VerifiedSignature = {
  fieldName: string;
  /** What the signature says of itself: « Bon pour accord, Hélène Marchand, Marchand Mesure SAS ». */
  reason: string | null;
  valid: boolean;
  /** Why it does not hold. */
  problem: string | null;
  problemKind: 'hole' | 'unreadable' | 'timestamp' | keyof typeof problems | null;
  /** The last signature covers everything; an earlier one covers the file as it stood then. */
  coversWholeFile: boolean;
  /** Length, and SHA-256, of the file as it stood right after this signature. */
  revisionLength: number;
  revisionSha256: string;
  /** The time that the signature claims; `timestamp` is the one that an authority attests. */
  signedAt: Instant | null;
  timestamp: ReadTimestamp | null;
  subject: string | null;
  issuer: string | null;
  certificateSha256: string | null;
};

const oid = { signingTime: '1.2.840.113549.1.9.5', timestampToken: '1.2.840.113549.1.9.16.2.14' } as const;

/** Checks every signature of a PDF, offline: covered bytes, CMS signature, certificate named by it, timestamp. Trust in the certificate is for the reader. */
export const verifySignatures = async (bytes: Uint8Array): Promise<VerifiedSignature[]> => {
  const fields = await signatureFields(bytes);
  return Promise.all(fields.map((field) => verifyOne(bytes, field)));
};

type SignatureFieldFound = { name: string; byteRange: number[]; reason: string | null };

const signatureFields = async (bytes: Uint8Array): Promise<SignatureFieldFound[]> => {
  const pdf = await PDF.load(bytes);
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry);
  return (pdf.getForm()?.getSignatureFields() ?? [])
    .filter((field) => field.isSigned())
    .map((field) => {
      const range = field.getSignatureDict()?.getArray('ByteRange', resolve);
      const numbers = range ? [...Array(range.length).keys()].map((index) => range.at(index)) : [];
      const reason = field.getSignatureDict()?.get('Reason', resolve);
      return {
        name: field.name,
        reason: reason instanceof PdfString ? reason.asString() : null,
        byteRange: numbers.map((number) => (number instanceof PdfNumber ? number.value : Number.NaN)),
      };
    })
    .sort((one, other) => end(one.byteRange) - end(other.byteRange));
};

const end = (range: number[]) => (range[2] ?? 0) + (range[3] ?? 0);

const verifyOne = async (bytes: Uint8Array, field: SignatureFieldFound): Promise<VerifiedSignature> => {
  const revisionLength = end(field.byteRange);
  const found: VerifiedSignature = {
    fieldName: field.name,
    reason: field.reason,
    valid: false,
    problem: null,
    problemKind: null,
    coversWholeFile: revisionLength === bytes.length,
    revisionLength,
    revisionSha256: hexSha256(bytes.subarray(0, revisionLength)),
    signedAt: null,
    timestamp: null,
    subject: null,
    issuer: null,
    certificateSha256: null,
  };
  const parts = coveredBytes(bytes, field.byteRange);
  if (!parts) return { ...found, problem: 'The signature leaves out more of the file than itself.', problemKind: 'hole' };
  try {
    return { ...found, ...(await verifyCms(parts.covered, parts.cms)) };
  } catch (failure) {
    return {
      ...found,
      problem: `The signature cannot be read: ${failure instanceof Error ? failure.message : String(failure)}`,
      problemKind: 'unreadable',
    };
  }
};

/** Everything except the signature's own hexadecimal digits: a larger hole could hide a change (signature wrapping). */
const coveredBytes = (bytes: Uint8Array, range: number[]): { covered: Uint8Array; cms: Uint8Array } | null => {
  const [start, firstLength, second, secondLength] = range;
  if (range.length !== 4 || start !== 0 || !range.every(Number.isSafeInteger)) return null;
  if (firstLength! <= 0 || second! <= firstLength! || second! + secondLength! > bytes.length) return null;
  const hole = Buffer.from(bytes.subarray(firstLength!, second!)).toString('latin1');
  if (!/^<[0-9A-Fa-f]+>$/.test(hole)) return null;
  const covered = Buffer.concat([bytes.subarray(0, firstLength!), bytes.subarray(second!, second! + secondLength!)]);
  return { covered: new Uint8Array(covered), cms: new Uint8Array(Buffer.from(hole.slice(1, -1), 'hex')) };
};

const verifyCms = async (covered: Uint8Array, padded: Uint8Array): Promise<Partial<VerifiedSignature>> => {
  const cms = readSignedContent(padded);
  const problem = signatureProblem(cms, covered);
  const timestamp = await timestampOf(cms.signer);
  const badTimestamp = timestamp?.valid === false ? `The timestamp does not hold: ${timestamp.reason}.` : null;
  return {
    valid: problem === null && badTimestamp === null,
    problem: problem ? problems[problem] : badTimestamp,
    problemKind: problem ?? (badTimestamp ? 'timestamp' : null),
    signedAt: signingTime(cms.signer),
    timestamp,
    subject: oneLine(cms.certificate.subject),
    issuer: oneLine(cms.certificate.issuer),
    certificateSha256: hexSha256(cms.certificate.raw),
  };
};

const problems = {
  changed: 'The document was changed after this signature.',
  forged: 'The signature is not by the certificate it shows.',
  certificate_not_named: 'The signature does not name the certificate that made it (PAdES requires it).',
} as const;

const signingTime = (signer: pkijs.SignerInfo): Instant | null => {
  const value = signedAttribute(signer, oid.signingTime) as { toDate?: () => Date } | undefined;
  return value?.toDate ? instant(value.toDate()) : null;
};

const timestampOf = async (signer: pkijs.SignerInfo): Promise<ReadTimestamp | null> => {
  const value = signer.unsignedAttrs?.attributes.find((attribute) => attribute.type === oid.timestampToken)?.values[0] as
    asn1js.Sequence | undefined;
  if (!value) return null;
  return readTimestamp(new Uint8Array(value.valueBeforeDecodeView), sha256(new Uint8Array(signer.signature.getValue())));
};
