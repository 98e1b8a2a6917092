import { createHash, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Tx } from '../../../platform/db/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Origin } from '../domain/evidence.ts';
import { maskedEmail } from '../domain/evidence.ts';
import type { Signatory } from '../domain/signature-request.ts';
import { checkCode, codeExpiry, codeRules, mayAskCode } from '../domain/signing-code.ts';
import { codesOf, countFailure, insertCode, markCodeUsed } from '../db/codes.store.ts';
import { addEvidence, type StoredRequest } from '../db/signing.store.ts';
import { codeLetter } from '../emails/letters.ts';

// Slow enough that the million possible codes outlast the ten minutes of one.
const hashing = { memoryCost: 4096, timeCost: 2, parallelism: 1 };

/** Sends six digits to the person's own address. */
export const sendCode = async (tx: Tx, request: StoredRequest, signer: Signatory, origin: Origin) => {
  const sent = (await codesOf(tx, signer.id)).filter((code) => !signer.linkSentAt || code.sentAt >= signer.linkSentAt);
  const allowed = mayAskCode(sent, tx.now);
  if (!allowed.ok) return allowed;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = codeExpiry(tx.now);
  const sentTo = maskedEmail(signer.email);
  await insertCode(tx, { requestId: request.id, signer, hash: await hash(code, hashing), expiresAt });
  await sendMail(tx, codeLetter(request, signer, code));
  await addEvidence(tx, request.id, {
    kind: 'code_sent',
    by: signer,
    origin,
    detail: { channel: 'e-mail', to: sentTo, expiresAt },
  });
  return { ok: true as const, sentTo, expiresAt, resendInSeconds: codeRules.secondsBetween };
};

/** Checks the digits; a failure is counted in the same transaction, which the caller lets commit. */
export const consumeCode = async (tx: Tx, request: StoredRequest, signer: Signatory, typed: string, origin: Origin) => {
  const last = (await codesOf(tx, signer.id)).at(-1) ?? null;
  const matches = last !== null && (await verify(last.hash, typed.replace(/\D/g, '')));
  const checked = checkCode(last, matches, tx.now);
  if (checked.ok && last) {
    await markCodeUsed(tx, last.id);
    // Once used, its hash opens nothing: it is kept so that the code in the mail can be matched to this signature.
    const codeSha256 = createHash('sha256').update(typed.replace(/\D/g, '')).digest('hex');
    await addEvidence(tx, request.id, { kind: 'code_used', by: signer, origin, detail: { sentAt: last.sentAt, codeSha256 } });
    return checked;
  }
  if (
    last &&
    !checked.ok &&
    (checked.code === 'code_wrong' || (checked.code === 'code_locked' && last.failedAttempts < codeRules.attempts))
  ) {
    await countFailure(tx, last.id);
    await addEvidence(tx, request.id, { kind: 'code_refused', by: signer, origin, detail: { reason: checked.code } });
  }
  return checked;
};
