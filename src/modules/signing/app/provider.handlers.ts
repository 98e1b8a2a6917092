import { refuse } from '../../../shared/decision.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { revokeAccessLinks } from '../../../platform/auth/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { addDocument } from '../../dossier/queries.ts';
import { countersignText } from '../domain/consent.ts';
import type { Origin } from '../domain/evidence.ts';
import { extendRequest } from '../domain/extend.ts';
import { recordPaperSignature, scanKind } from '../domain/record-paper-signature.ts';
import { countersignDocument } from '../domain/sign-document.ts';
import type { SignatureRequestId } from '../domain/signature-request.ts';
import { hasSigned, signersInTurn } from '../domain/signing-order.ts';
import { step } from '../domain/transitions.ts';
import { addEvidence, lockRequest, markSigned, type StoredRequest, updateRequest } from '../db/signing.store.ts';
import { consumeCode, sendCode } from './code.ts';
import type { SigningDeps } from './deps.ts';
import { fileEvidence, sealSignatures, sendSigningLink } from './jobs.ts';
import { keptSha256 } from './kept-document.ts';
import { recordSigning } from './open-signature-request.ts';

export type Member = Extract<Actor, { kind: 'member' }>;
export type FromOwner = { member: Member; requestId: SignatureRequestId; origin: Origin };
export type Proof = { code: string } | { password: string };

export const withRequest = <T>(
  deps: SigningDeps,
  { member, requestId }: FromOwner,
  work: (tx: Tx, request: StoredRequest) => Promise<T>,
) =>
  deps.db.withTenant(member.tenantId, member, async (tx) => {
    const request = await lockRequest(tx, requestId);
    return request ? work(tx, request) : refuse('unknown_request');
  });

export const askCountersignCode = (deps: SigningDeps) => (from: FromOwner) =>
  withRequest(deps, from, async (tx, request) => {
    const reached = step(request, 'ask_countersign_code', 'owner', tx.now);
    return reached.ok ? sendCode(tx, request, request.provider, from.origin) : reached;
  });

/** The last signature: state, journal, mission and deposit invoice are kept together or not at all. */
export const countersign = (deps: SigningDeps) => async (from: FromOwner, command: { proof: Proof; documentSha256: string }) => {
  const { proof } = command;
  const method = 'password' in proof ? ('password' as const) : ('email_code' as const);
  return withRequest(deps, from, async (tx, request) => {
    const decision = countersignDocument(
      request,
      {
        seenSha256: command.documentSha256,
        keptSha256: await keptSha256(deps, tx, request),
        method,
      },
      { now: tx.now },
    );
    if (!decision.ok) return decision;
    const proved =
      'password' in proof
        ? await passwordHolds(deps, from, request, proof.password)
        : await consumeCode(tx, request, request.provider, proof.code, from.origin);
    if (!proved.ok) return proved;
    await updateRequest(tx, request.id, { state: 'signed', closed_at: tx.now });
    await markSigned(tx, request.provider.id, { method, order: hasSigned(request).length + 1, ...from.origin });
    await addEvidence(tx, request.id, {
      kind: 'signed',
      by: request.provider,
      origin: from.origin,
      detail: {
        documentSha256: request.documentSha256,
        method,
        account: from.member.userId,
        text: countersignText(request.title, request.provider.organisation),
      },
    });
    await recordSigning(tx, request, decision.facts);
    await enqueue(tx, sealSignatures, { requestId: request.id });
    return decision;
  });
};

/** A password proves the signatory only when the account is the signatory's own. */
const passwordHolds = async (deps: SigningDeps, { member }: FromOwner, request: StoredRequest, password: string) => {
  const userId = await deps.checkPassword(request.provider.email, password);
  return userId === member.userId ? { ok: true as const } : refuse('password_wrong');
};

export type PaperSignature = { signedOn: CivilDate; signatoryName: string; scan: { bytes: Uint8Array; name: string } };

export const recordPaper = (deps: SigningDeps) => (from: FromOwner, command: PaperSignature) =>
  withRequest(deps, from, async (tx, request) => {
    const kind = scanKind(command.scan.bytes);
    const decision = recordPaperSignature(request, { ...command, scan: kind }, { now: tx.now });
    if (!decision.ok || kind === null) return decision;
    const stored = await deps.files.put(tx, { bytes: command.scan.bytes, name: command.scan.name, mediaType: kind });
    const scan = await addDocument(tx, {
      dossierId: request.dossierId,
      kind: 'scan',
      title: `${request.title}, signé sur papier`,
      subject: request.subject,
      file: { ...stored, mediaType: kind },
    });
    const paper = {
      signedOn: command.signedOn,
      signatoryName: command.signatoryName.trim(),
      scanDocumentId: scan.documentId,
      recordedBy: from.member.displayName,
    };
    await updateRequest(tx, request.id, { state: 'signed_on_paper', closed_at: tx.now, paper: JSON.stringify(paper) });
    await revokeAccessLinks(tx, { subject: { type: 'signature', id: request.id } });
    await addEvidence(tx, request.id, {
      kind: 'paper_recorded',
      by: request.client,
      origin: from.origin,
      detail: { ...paper, scanSha256: scan.sha256 },
    });
    await recordSigning(tx, request, decision.facts);
    await enqueue(tx, fileEvidence, { requestId: request.id });
    return decision;
  });

/** A new link to those whose turn it is; the old ones die and codes are counted again from it. */
export const resendLink = (deps: SigningDeps) => (from: FromOwner) =>
  withRequest(deps, from, async (tx, request) => {
    const reached = step(request, 'resend_link', 'owner', tx.now);
    if (!reached.ok) return reached;
    for (const person of signersInTurn(request)) {
      await revokeAccessLinks(tx, { signerId: person.id });
      await enqueue(tx, sendSigningLink, { requestId: request.id, again: person.id });
    }
    return { ok: true as const };
  });

/** More time, in one click; whoever waits is told with a new link when the old deadline had passed. */
export const extend = (deps: SigningDeps) => (from: FromOwner, command: { until?: CivilDate | undefined }) =>
  withRequest(deps, from, async (tx, request) => {
    const decision = extendRequest(request, command, { now: tx.now });
    if (!decision.ok) return decision;
    const { expiresAt } = decision.facts[0]!;
    await updateRequest(tx, request.id, { expires_at: expiresAt });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'extended',
      by: request.provider,
      origin: from.origin,
      detail: { from: request.expiresAt, expiresAt },
    });
    for (const person of signersInTurn(request)) await enqueue(tx, sendSigningLink, { requestId: request.id, again: person.id });
    return decision;
  });

/** The prestataire may hold the reminders, and let them go on. */
export const setReminders = (deps: SigningDeps) => (from: FromOwner, command: { paused: boolean }) =>
  withRequest(deps, from, async (tx, request) => {
    const reached = step(request, 'pause_reminders', 'owner', tx.now);
    if (!reached.ok) return reached;
    if (request.remindersPaused === command.paused) return { ok: true as const };
    await updateRequest(tx, request.id, { reminders_paused: command.paused });
    await addEvidence(tx, request.id, {
      kind: command.paused ? 'reminders_paused' : 'reminders_resumed',
      by: request.provider,
      origin: from.origin,
    });
    return { ok: true as const };
  });
