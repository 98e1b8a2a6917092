import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { P12Signer, type Signer } from '@libpdf/core';
import { type Instant, instant } from '../../shared/time.ts';
import { type TimestampAuthority, localTimestampAuthority, remoteTimestampAuthority } from '../timestamp/index.ts';
import { hexSha256, oneLine } from '../timestamp/cms.ts';
import { openIdentities } from './identities.ts';
import { type SealRequest, keySigner, sealPdf } from './seal.ts';

export { type SealRequest, type Stamp, type StampRect } from './seal.ts';
export { type InspectionAnswer, type InspectionFailure, inspectPdf, type PdfInspection } from './inspect.ts';
export { type VerifiedSignature, verifySignatures } from './verify.ts';

/** The installation's seal and clock. */
export type SignaturePlatform = {
  /** B-T when an authority answers; B-B only when asked. */
  seal(bytes: Uint8Array, request: SealRequest & { level?: 'B-B' | 'B-T' }): Promise<Uint8Array>;
  /** An RFC 3161 token (DER) over a SHA-256 digest of 32 bytes. */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
  authority: { kind: 'local' | 'remote'; name: string };
  /** The certificate that seals, for the evidence page and the operator's expiry alarm. `imported`: a P12 of the operator. */
  certificate: SealCertificate;
};

export type SealCertificate = {
  subject: string;
  issuer: string;
  serialNumber: string;
  sha256: string;
  validFrom: Instant;
  expiresAt: Instant;
  imported: boolean;
};

export type SignatureOptions = {
  /** Where the installation's keys live: `<data>/seal`. */
  folder: string;
  clock: () => Date;
  /** A PKCS#12 of the operator replaces the installation's own seal. */
  p12?: { path: string; password: string } | null;
  /** An RFC 3161 authority. Without one, the built-in local authority, which says that it is local. */
  timestampUrl?: string | null;
};

export const openSignature = async (options: SignatureOptions): Promise<SignaturePlatform> => {
  const identities = await openIdentities(options.folder, options.clock());
  const imported = options.p12 ? await importP12(options.p12) : null;
  const own = identities.seal;
  const signer = imported ?? keySigner(own.certificateDer, own.privateKey, own.chainDer);
  const authority: TimestampAuthority = options.timestampUrl
    ? remoteTimestampAuthority(options.timestampUrl)
    : localTimestampAuthority(identities.timestamp, options.clock);
  return {
    seal: (bytes, request) => sealPdf(bytes, request, { signer, ...(request.level === 'B-B' ? {} : { authority }) }),
    timestamp: (digest) => authority.timestamp(digest),
    authority: { kind: authority.kind, name: authority.name },
    certificate: describe(signer.certificate, imported !== null),
  };
};

const describe = (der: Uint8Array, imported: boolean): SealCertificate => {
  const certificate = new X509Certificate(der);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serialNumber: certificate.serialNumber,
    sha256: hexSha256(certificate.raw),
    validFrom: instant(certificate.validFromDate),
    expiresAt: instant(certificate.validToDate),
    imported,
  };
};

const importP12 = async ({ path, password }: { path: string; password: string }): Promise<Signer> => {
  try {
    return await P12Signer.create(readFileSync(path), password, {});
  } catch (failure) {
    throw new Error(`The certificate ${path} cannot be opened: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
};

export const sealFolder = (dataFolder: string): string => join(dataFolder, 'seal');
