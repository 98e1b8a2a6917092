import { record } from '../../../shared/decision.ts';
import { refuse } from '../../../shared/decision.ts';
import type { Actor } from '../../../shared/actor.ts';
import { type Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { consentToSign } from '../domain/consent-to-sign.ts';
import type { Origin } from '../domain/evidence.ts';
import { refuseToSign } from '../domain/refuse-to-sign.ts';
import { signDocument } from '../domain/sign-document.ts';
import type { SignatureRequestId } from '../domain/signature-request.ts';
import { step } from '../domain/transitions.ts';
import { addEvidence, lockRequest, markSigned, type StoredRequest, updateRequest } from '../db/signing.store.ts';
import { clientRefusedLetter, clientSignedLetter } from '../emails/letters.ts';
import { consumeCode, sendCode } from './code.ts';
import type { SigningDeps } from './deps.ts';
import { sealSignatures } from './jobs.ts';
import { keptSha256 } from './kept-document.ts';
import { recordSigning } from './open-signature-request.ts';

export type Signer = Extract<Actor, { kind: 'signer' }>;
export type FromSigner = { signer: Signer; requestId: SignatureRequestId; origin: Origin };
export type ViewedScreen = {
  screen: 'summary' | 'document' | 'terms';
  seconds: number;
  scrolledPercent: number;
  pagesSeen: number;
};

/** Loads the signer's own request, locked. A stranger's request and a missing one get the same answer. */
const withOwnRequest = <T>(
  deps: SigningDeps,
  { signer, requestId }: FromSigner,
  work: (tx: Tx, request: StoredRequest) => Promise<T>,
) =>
  deps.db.withTenant(signer.tenantId, signer, async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (!request || request.client.id !== signer.signerId) return refuse('unknown_request');
    return work(tx, request);
  });

/** Keeps what was shown, how far it was scrolled and how long; opening the document unlocks the next step. */
export const viewScreen = (deps: SigningDeps) => (from: FromSigner, viewed: ViewedScreen) =>
  withOwnRequest(deps, from, async (tx, request) => {
    const reached = step(request, viewed.screen === 'document' ? 'read' : 'look', 'signer', tx.now);
    if (!reached.ok) return reached;
    if (reached.next !== request.state) await updateRequest(tx, request.id, { state: reached.next });
    await addEvidence(tx, request.id, {
      kind: 'screen_viewed',
      party: 'client',
      origin: from.origin,
      detail: { ...viewed, ...(viewed.screen === 'document' ? { documentSha256: request.documentSha256 } : {}) },
    });
    return record();
  });

export const giveConsent = (deps: SigningDeps) => (from: FromSigner, command: { text: string }) =>
  withOwnRequest(deps, from, async (tx, request) => {
    const decision = consentToSign(request, command, { now: tx.now });
    if (!decision.ok) return decision;
    await updateRequest(tx, request.id, { state: 'consented' });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'consent_given',
      party: 'client',
      origin: from.origin,
      detail: { text: command.text, versions: request.versions },
    });
    return decision;
  });

export const askCode = (deps: SigningDeps) => (from: FromSigner) =>
  withOwnRequest(deps, from, async (tx, request) => {
    const reached = step(request, 'ask_code', 'signer', tx.now);
    return reached.ok ? sendCode(tx, request, 'client', from.origin) : reached;
  });

export const sign = (deps: SigningDeps) => (from: FromSigner, command: { code: string; documentSha256: string }) =>
  withOwnRequest(deps, from, async (tx, request) => {
    const decision = signDocument(
      request,
      { seenSha256: command.documentSha256, keptSha256: await keptSha256(deps, tx, request) },
      { now: tx.now },
    );
    if (!decision.ok) return decision;
    const code = await consumeCode(tx, request, 'client', command.code, from.origin);
    if (!code.ok) return code;
    await updateRequest(tx, request.id, { state: 'client_signed' });
    await markSigned(tx, request.id, 'client', 'email_code', from.origin);
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'signed',
      party: 'client',
      origin: from.origin,
      detail: { documentSha256: request.documentSha256, consentText: request.consentText },
    });
    await sendMail(tx, clientSignedLetter(request, deps.publicUrl));
    await enqueue(tx, sealSignatures, { requestId: request.id });
    return decision;
  });

export const declineToSign = (deps: SigningDeps) => (from: FromSigner, command: { reason: string }) =>
  withOwnRequest(deps, from, async (tx, request) => {
    const decision = refuseToSign(request, command, { now: tx.now });
    if (!decision.ok) return decision;
    await updateRequest(tx, request.id, { state: 'refused', closed_at: tx.now, refusal_reason: decision.facts[0]!.reason });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'refused',
      party: 'client',
      origin: from.origin,
      detail: { reason: command.reason },
    });
    await sendMail(tx, clientRefusedLetter(request, decision.facts[0]!.reason, deps.publicUrl));
    return decision;
  });
