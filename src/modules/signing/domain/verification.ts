import type { Instant } from '../../../shared/time.ts';
import type { SigningState } from './signature-request.ts';

/** A filed document whose bytes are the file's, or its beginning. Nothing here says whose it is. */
export type KnownDocument = {
  sha256: string;
  title: string;
  kind: string;
  frozenAt: Instant;
  /** A signed version, or a new one, took its place. */
  replacedBy: { title: string; at: Instant; sha256: string } | null;
  /** The signature that it is about, when there was one. */
  signature: { number: string; state: SigningState; contentSha256: string; replaced: boolean; isSignedVersion: boolean } | null;
};

export type FileRead = {
  sha256: string;
  signatures: readonly { valid: boolean; coversWholeFile: boolean; ours: boolean }[];
  terms: { sha256: string } | null;
};

export type Verdict =
  | 'signed_here' // ours, signed by all, to the last byte
  | 'genuine' // ours, to the last byte
  | 'waiting' // ours, still to be signed
  | 'partly_signed' // ours, some have signed, nothing else was added
  | 'replaced' // ours, but a later version exists
  | 'void' // ours, but refused or withdrawn
  | 'extended' // begins with ours, and something was added
  | 'altered' // a signature no longer holds
  | 'sealed_here_unknown' // our seal, on a document that is not on file
  | 'signed_elsewhere' // sound signatures, not ours
  | 'signed_then_changed' // sound signatures, then something was added
  | 'unknown';

/** Which answers may be relied on, which ask for care, which say no. */
export const verdictTone: Readonly<Record<Verdict, 'good' | 'caution' | 'bad' | 'neutral'>> = {
  signed_here: 'good',
  genuine: 'good',
  waiting: 'caution',
  partly_signed: 'caution',
  replaced: 'caution',
  void: 'bad',
  extended: 'bad',
  altered: 'bad',
  sealed_here_unknown: 'caution',
  signed_elsewhere: 'neutral',
  signed_then_changed: 'caution',
  unknown: 'neutral',
};

/** One plain answer about a file: the worst news first, then what this installation knows of it, then what the file says alone. */
export const judgeFile = (
  file: FileRead,
  known: readonly KnownDocument[],
): { verdict: Verdict; document: KnownDocument | null } => {
  const whole = known.find(({ sha256 }) => sha256 === file.sha256) ?? null;
  const inside = known.at(-1) ?? null;
  const { signatures } = file;
  if (signatures.some(({ valid }) => !valid)) return { verdict: 'altered', document: inside };
  if (whole) return { verdict: ofKnown(whole), document: whole };
  const covered = signatures.some(({ coversWholeFile }) => coversWholeFile);
  const allOurs = signatures.length > 0 && signatures.every(({ ours }) => ours);
  if (inside) return { verdict: covered && allOurs ? 'partly_signed' : 'extended', document: inside };
  if (signatures.length === 0) return { verdict: 'unknown', document: null };
  if (!covered) return { verdict: 'signed_then_changed', document: null };
  return { verdict: allOurs ? 'sealed_here_unknown' : 'signed_elsewhere', document: null };
};

const ofKnown = (document: KnownDocument): Verdict => {
  const { signature } = document;
  if (signature && ['refused', 'withdrawn'].includes(signature.state)) return signature.replaced ? 'replaced' : 'void';
  if (document.replacedBy) return 'replaced';
  if (signature?.isSignedVersion) return 'signed_here';
  return signature && signature.state !== 'signed_on_paper' ? 'waiting' : 'genuine';
};

/** Whether the terms inside are those that were signed; null when there is nothing to compare. */
export const termsMatch = (file: FileRead, document: KnownDocument | null): boolean | null =>
  file.terms && document?.signature ? file.terms.sha256 === document.signature.contentSha256 : null;
