import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { P12Signer, type Signer } from '@libpdf/core';
import { type Instant, instant } from '../../shared/time.ts';
import { type TimestampAuthority, localTimestampAuthority, remoteTimestampAuthority } from '../timestamp/index.ts';
import { openIdentities } from './identities.ts';
import { type SealRequest, keySigner, sealPdf } from './seal.ts';

export { type SealRequest, type Stamp, type StampRect } from './seal.ts';
export { type VerifiedSignature, verifySignatures } from './verify.ts';

/** The installation's seal and clock. */
export type SignaturePlatform = {
  /** B-T when an authority answers; B-B only when asked. */
  seal(bytes: Uint8Array, request: SealRequest & { level?: 'B-B' | 'B-T' }): Promise<Uint8Array>;
  /** An RFC 3161 token (DER) over a SHA-256 digest of 32 bytes. */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
  authority: { kind: 'local' | 'remote'; name: string };
  /** The certificate that seals, for the evidence page and the operator's expiry alarm. `imported`: a P12 of the operator. */
  certificate: { subject: string; imported: boolean; expiresAt: Instant | null };
};

export type SignatureOptions = {
  /** Where the installation's keys live: `<data>/seal`. */
  folder: string;
  clock: () => Date;
  /** A PKCS#12 of the operator replaces the installation's own seal. */
  p12?: { path: string; password: string };
  /** An RFC 3161 authority. Without one, the built-in local authority, which says that it is local. */
  timestampUrl?: string;
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
    certificate: imported
      ? { subject: 'P12', imported: true, expiresAt: null }
      : { subject: own.subject, imported: false, expiresAt: instant(own.expiresAt) },
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
