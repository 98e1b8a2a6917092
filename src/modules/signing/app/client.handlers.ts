import { record } from '../../../shared/decision.ts';
import { refuse } from '../../../shared/decision.ts';
import type { Actor } from '../../../shared/actor.ts';
import { type Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { consentToSign } from '../domain/consent-to-sign.ts';
import type { Origin } from '../domain/evidence.ts';
import { initialClause } from '../domain/initial-clause.ts';
import { refuseToSign } from '../domain/refuse-to-sign.ts';
import { signDocument } from '../domain/sign-document.ts';
import type { Signatory, SignatureRequestId } from '../domain/signature-request.ts';
import { hasSigned, openState, signersOf, signingStep } from '../domain/signing-order.ts';
import {
  addEvidence,
  findRequest,
  lockRequest,
  markSigned,
  type StoredRequest,
  updateRequest,
  updateSignatory,
} from '../db/signing.store.ts';
import { clientRefusedLetter, clientSignedLetter, refusedForOthersLetter } from '../emails/letters.ts';
import { consumeCode, sendCode } from './code.ts';
import type { SigningDeps } from './deps.ts';
import { sealSignatures, sendSigningLink } from './jobs.ts';
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
export const withOwnRequest = <T>(
  deps: SigningDeps,
  { signer, requestId }: FromSigner,
  work: (tx: Tx, request: StoredRequest, me: Signatory) => Promise<T>,
) =>
  deps.db.withTenant(signer.tenantId, signer, async (tx) => {
    const request = await lockRequest(tx, requestId);
    const me = request?.signatories.find(({ id }) => id === signer.signerId);
    if (!request || !me) return refuse('unknown_request');
    return work(tx, request, me);
  });

/** Keeps where the person stands, and what that makes of the whole. */
export const advance = async (tx: Tx, request: StoredRequest, me: Signatory, progress: Signatory['progress']): Promise<void> => {
  if (me.signed || me.progress === progress) return;
  await updateSignatory(tx, me.id, { progress });
  const state = openState({ signatories: request.signatories.map((one) => (one.id === me.id ? { ...one, progress } : one)) });
  if (state !== request.state && ['sent', 'read', 'consented'].includes(request.state))
    await updateRequest(tx, request.id, { state });
};

/** Keeps what was shown, how far it was scrolled and how long; opening the document unlocks the next step. */
export const viewScreen = (deps: SigningDeps) => (from: FromSigner, viewed: ViewedScreen) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const opensDocument = viewed.screen === 'document';
    const reached = signingStep(request, me, opensDocument ? 'read' : 'look', tx.now);
    if (!reached.ok) return reached;
    if (opensDocument && me.progress === 'sent') await advance(tx, request, me, 'read');
    await addEvidence(tx, request.id, {
      kind: 'screen_viewed',
      by: me,
      origin: from.origin,
      detail: { ...viewed, ...(opensDocument ? { documentSha256: request.documentSha256 } : {}) },
    });
    return record();
  });

export const initial = (deps: SigningDeps) => (from: FromSigner, command: { clauseId: string; initials: string }) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const decision = initialClause(request, me, command, { now: tx.now });
    if (!decision.ok) return decision;
    const clause = request.initials.find(({ id }) => id === command.clauseId)!;
    const initials = command.initials.trim();
    const kept = me.initialled.filter(({ id }) => id !== clause.id);
    await updateSignatory(tx, me.id, {
      initialled: JSON.stringify([...kept, { id: clause.id, initials, at: tx.now }]),
    });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'initialled',
      by: me,
      origin: from.origin,
      detail: { clauseId: clause.id, article: clause.article, label: clause.label, text: clause.text, initials },
    });
    return decision;
  });

export type Consent = { text: string; options?: readonly string[] | undefined };

export const giveConsent = (deps: SigningDeps) => (from: FromSigner, command: Consent) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const decision = consentToSign(request, me, command, { now: tx.now });
    if (!decision.ok) return decision;
    const { chosenOptions } = decision.facts[0]!;
    if (chosenOptions) await keepChoice(tx, request, me, chosenOptions);
    await advance(tx, request, me, 'consented');
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'consent_given',
      by: me,
      origin: from.origin,
      detail: { text: command.text, versions: request.versions, ...(chosenOptions ? { chosenOptions } : {}) },
    });
    return decision;
  });

/** Until a first signature the choice may change; those who had consented to another one consent again. */
const keepChoice = async (tx: Tx, request: StoredRequest, me: Signatory, chosen: readonly string[]): Promise<void> => {
  if (request.chosenOptions?.join() === chosen.join()) return;
  await updateRequest(tx, request.id, { chosen_options: JSON.stringify(chosen) });
  for (const other of signersOf(request)) {
    if (other.id !== me.id && other.progress === 'consented') await updateSignatory(tx, other.id, { progress: 'read' });
  }
};

export const askCode = (deps: SigningDeps) => (from: FromSigner) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const reached = signingStep(request, me, 'ask_code', tx.now);
    return reached.ok ? sendCode(tx, request, me, from.origin) : reached;
  });

export const sign = (deps: SigningDeps) => (from: FromSigner, command: { code: string; documentSha256: string }) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const decision = signDocument(
      request,
      me,
      { seenSha256: command.documentSha256, keptSha256: await keptSha256(deps, tx, request) },
      { now: tx.now },
    );
    if (!decision.ok) return decision;
    const code = await consumeCode(tx, request, me, command.code, from.origin);
    if (!code.ok) return code;
    await markSigned(tx, me.id, { method: 'email_code', order: hasSigned(request).length + 1, ...from.origin });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'signed',
      by: me,
      origin: from.origin,
      detail: { documentSha256: request.documentSha256, consentText: request.consentText },
    });
    await passOn(deps, tx, request, me);
    await enqueue(tx, sealSignatures, { requestId: request.id });
    return decision;
  });

/** After a signature: the next rank gets its links, or the prestataire is told that it is their turn. */
const passOn = async (deps: SigningDeps, tx: Tx, request: StoredRequest, me: Signatory): Promise<void> => {
  const after = (await findRequest(tx, request.id))!;
  const state = openState(after);
  await updateRequest(tx, request.id, { state });
  if (state === 'client_signed') await sendMail(tx, clientSignedLetter(after, me, deps.publicUrl));
  else await enqueue(tx, sendSigningLink, { requestId: request.id });
};

export const declineToSign = (deps: SigningDeps) => (from: FromSigner, command: { reason: string }) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const decision = refuseToSign(request, me, command, { now: tx.now });
    if (!decision.ok) return decision;
    const { reason } = decision.facts[0]!;
    await updateRequest(tx, request.id, { state: 'refused', closed_at: tx.now, refusal_reason: reason });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, { kind: 'refused', by: me, origin: from.origin, detail: { reason: command.reason } });
    await sendMail(tx, clientRefusedLetter(request, me, reason, deps.publicUrl));
    for (const other of signersOf(request))
      if (other.id !== me.id && other.linkSentAt) await sendMail(tx, refusedForOthersLetter(request, other, me, reason));
    return decision;
  });
