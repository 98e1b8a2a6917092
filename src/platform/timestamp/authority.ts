import { createHash } from 'node:crypto';

/** Says that a digest existed at a moment: an RFC 3161 token over a SHA-256. */
export type TimestampAuthority = {
  /** What the evidence says about where the time comes from. `local` proves nothing to a third party; only a qualified one carries a presumption (eIDAS 41). */
  kind: 'local' | 'remote';
  name: string;
  /** @param digest SHA-256, 32 bytes. @returns the DER token. */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
};

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
