import * as pkijs from 'pkijs';
import { type Instant, instant } from '../../shared/time.ts';
import { hexSha256, oneLine, readSignedContent, signatureProblem } from './cms.ts';
import { localPolicy } from './local.ts';

/** What a token says, and whether it says it about this digest with a sound signature. Trust in its authority is the reader's to give. */
export type ReadTimestamp =
  | { valid: true; at: Instant; authority: string; local: boolean; serialNumber: string; certificateSha256: string }
  | { valid: false; reason: string };

const timeStamping = '1.3.6.1.5.5.7.3.8';

/** Checks an RFC 3161 token offline: SHA-256 imprint, signature, the certificate's permission to timestamp. */
export const readTimestamp = async (token: Uint8Array, digest: Uint8Array): Promise<ReadTimestamp> => {
  try {
    const cms = readSignedContent(token);
    if (!cms.content) return { valid: false, reason: 'the token holds no time' };
    const tstInfo = pkijs.TSTInfo.fromBER(new Uint8Array(cms.content).buffer);
    if (Buffer.compare(new Uint8Array(tstInfo.messageImprint.hashedMessage.getValue()), digest) !== 0) {
      return { valid: false, reason: 'the token is about another digest' };
    }
    const problem = signatureProblem(cms, cms.content);
    // Authorities older than RFC 5816 name their certificate by SHA-1: the signature is checked all the same.
    if (problem && problem !== 'certificate_not_named') return { valid: false, reason: 'the token’s signature does not hold' };
    if (!(cms.certificate.keyUsage ?? []).includes(timeStamping))
      return { valid: false, reason: 'its certificate may not timestamp' };
    return {
      valid: true,
      at: instant(tstInfo.genTime),
      authority: oneLine(cms.certificate.subject),
      serialNumber: Buffer.from(tstInfo.serialNumber.valueBlock.valueHexView).toString('hex'),
      local: tstInfo.policy === localPolicy,
      certificateSha256: hexSha256(cms.certificate.raw),
    };
  } catch (failure) {
    return { valid: false, reason: `the token cannot be read: ${failure instanceof Error ? failure.message : String(failure)}` };
  }
};
