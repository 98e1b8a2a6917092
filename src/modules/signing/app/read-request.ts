import { refuse } from '../../../shared/decision.ts';
import { type Instant, addMilliseconds } from '../../../shared/time.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { findDocument } from '../../dossier/queries.ts';
import { countersignText } from '../domain/consent.ts';
import { maskedEmail } from '../domain/evidence.ts';
import type { Party, SignatureRequestId } from '../domain/signature-request.ts';
import { codeRules } from '../domain/signing-code.ts';
import { type SigningRole, type SigningVerb, roleOfVerb, signingVerbs, step } from '../domain/transitions.ts';
import { codesOf } from '../db/codes.store.ts';
import { addEvidence, evidenceOf, findRequest, type StoredRequest } from '../db/signing.store.ts';
import type { FromSigner } from './client.handlers.ts';
import type { SigningDeps } from './deps.ts';
import type { FromOwner } from './provider.handlers.ts';

/** The request as the client's signatory may see it. */
export const readAsSigner =
  (deps: SigningDeps) =>
  ({ signer, requestId }: Omit<FromSigner, 'origin'>) =>
    deps.db.withTenant(signer.tenantId, signer, async (tx) => {
      const request = await findRequest(tx, requestId);
      if (!request || request.client.id !== signer.signerId) return refuse('unknown_request');
      return {
        ok: true as const,
        view: { ...(await common(tx, request, 'signer')), code: await codeState(tx, request, 'client') },
      };
    });

/** The request as the prestataire sees it, with who did what and when. */
export const readAsOwner =
  (deps: SigningDeps) =>
  ({ member, requestId }: Omit<FromOwner, 'origin'>) =>
    deps.db.withTenant(member.tenantId, member, async (tx) => {
      const request = await findRequest(tx, requestId);
      if (!request) return refuse('unknown_request');
      const timeline = (await evidenceOf(tx, request.id)).map(({ at, party, kind, ip, detail }) => ({
        at,
        party,
        kind,
        ip,
        screen: (detail['screen'] as string | undefined) ?? null,
      }));
      return {
        ok: true as const,
        view: {
          ...(await common(tx, request, 'owner')),
          code: await codeState(tx, request, 'provider'),
          timeline,
          countersignText: countersignText(request.title, request.provider.organisation),
          refusalReason: request.refusalReason,
          paper: request.paper,
          dossierId: request.dossierId,
          subject: request.subject,
        },
      };
    });

const common = async (tx: Tx, request: StoredRequest, role: SigningRole) => ({
  requestId: request.id,
  number: request.number,
  title: request.title,
  demo: request.demo,
  state: request.state,
  expiresAt: request.expiresAt,
  now: tx.now,
  documentSha256: request.documentSha256,
  summary: request.summary,
  versions: request.versions,
  consentText: request.consentText,
  client: person(request, 'client'),
  provider: person(request, 'provider'),
  steps: await stepsOf(tx, request),
  can: Object.fromEntries(
    signingVerbs.filter((verb) => roleOfVerb[verb] === role).map((verb) => [verb, preview(request, verb, role, tx.now)]),
  ),
  files: { signed: request.finalDocumentId !== null || request.paper !== null, evidence: request.evidenceDocumentId !== null },
});

/** The same rule as the command, asked before the click. */
const preview = (request: StoredRequest, verb: SigningVerb, role: SigningRole, now: Instant) => {
  const reached = step(request, verb, role, now);
  return reached.ok ? { allowed: true as const } : { allowed: false as const, code: reached.code };
};

const person = (request: StoredRequest, party: Party) => {
  const { name, capacity, organisation, email } = request[party];
  return { name, capacity, organisation, maskedEmail: maskedEmail(email), signedAt: request.signed[party]?.at ?? null };
};

const stepsOf = async (tx: Tx, request: StoredRequest) => {
  const own = (await evidenceOf(tx, request.id)).filter((entry) => entry.party === 'client');
  const first = (found: (entry: (typeof own)[number]) => boolean) => own.find(found)?.at ?? null;
  return {
    summaryViewedAt: first((entry) => entry.kind === 'screen_viewed'),
    documentViewedAt: first((entry) => entry.kind === 'screen_viewed' && entry.detail['screen'] === 'document'),
    consentedAt: first((entry) => entry.kind === 'consent_given'),
    codeSentAt: first((entry) => entry.kind === 'code_sent'),
    signedAt: request.signed.client?.at ?? null,
  };
};

const codeState = async (tx: Tx, request: StoredRequest, party: Party) => {
  const last = (await codesOf(tx, request.id, party)).at(-1);
  if (!last || last.usedAt) return null;
  return {
    sentTo: maskedEmail(request[party].email),
    sentAt: last.sentAt,
    expiresAt: last.expiresAt,
    attemptsLeft: Math.max(0, codeRules.attempts - last.failedAttempts),
    resendAt: addMilliseconds(last.sentAt, codeRules.secondsBetween * 1000),
  };
};

export type SigningFile = 'document' | 'signed' | 'evidence';

/** The very bytes: what is to be signed, what was signed, what proves it. */
export const readSigningFile =
  (deps: SigningDeps) =>
  async (
    from: { actor: FromSigner['signer'] | FromOwner['member']; requestId: SignatureRequestId; origin: FromSigner['origin'] },
    which: SigningFile,
  ) =>
    deps.db.withTenant(from.actor.tenantId, from.actor, async (tx) => {
      const request = await findRequest(tx, from.requestId);
      if (!request || (from.actor.kind === 'signer' && request.client.id !== from.actor.signerId))
        return refuse('unknown_request');
      if (request.state === 'withdrawn' && from.actor.kind === 'signer') return refuse('request_withdrawn');
      if (which === 'document' && !request.fileId) return refuse('document_not_ready');
      const documentId =
        which === 'signed'
          ? (request.finalDocumentId ?? request.paper?.scanDocumentId)
          : which === 'evidence'
            ? request.evidenceDocumentId
            : request.documentId;
      const document = documentId ? await findDocument(tx, documentId) : null;
      if (!document) return refuse('file_not_ready');
      const file = await deps.files.read(tx, document.fileId);
      if (which === 'document' && from.actor.kind === 'signer') {
        await addEvidence(tx, request.id, {
          kind: 'document_served',
          party: 'client',
          origin: from.origin,
          detail: { sha256: file.sha256 },
        });
      }
      return { ok: true as const, file };
    });
