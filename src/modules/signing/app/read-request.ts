import { refuse } from '../../../shared/decision.ts';
import { addMilliseconds } from '../../../shared/time.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { findDocument } from '../../dossier/queries.ts';
import { countersignText } from '../domain/consent.ts';
import { maskedEmail } from '../domain/evidence.ts';
import { mayExtend, proposedExtension } from '../domain/extend.ts';
import { initialsMissing, initialsOf } from '../domain/initial-clause.ts';
import { nextReminderAt, reminderRules } from '../domain/reminders.ts';
import type { Signatory, SignatureRequestId } from '../domain/signature-request.ts';
import { hasSigned, signersInTurn, signingStep, stateFor } from '../domain/signing-order.ts';
import { codeRules } from '../domain/signing-code.ts';
import { type SigningRole, type SigningVerb, roleOfVerb, signingVerbs, step } from '../domain/transitions.ts';
import { codesOf } from '../db/codes.store.ts';
import { addEvidence, entriesOf, evidenceOf, findRequest, type StoredRequest } from '../db/signing.store.ts';
import type { FromSigner } from './client.handlers.ts';
import type { SigningDeps } from './deps.ts';
import type { FromOwner } from './provider.handlers.ts';

/** The request as one of its people may see it: their own progress, and who else is asked. */
export const readAsSigner =
  (deps: SigningDeps) =>
  ({ signer, requestId }: Omit<FromSigner, 'origin'>) =>
    deps.db.withTenant(signer.tenantId, signer, async (tx) => {
      const request = await findRequest(tx, requestId);
      const me = request?.signatories.find(({ id }) => id === signer.signerId);
      if (!request || !me) return refuse('unknown_request');
      const view = await common(tx, request, me, (verb) => signingStep(request, me, verb, tx.now), 'signer');
      return {
        ok: true as const,
        view: {
          ...view,
          state: stateFor(request, me),
          closedBecause: closedBecause(request),
          sender: { organisation: request.provider.organisation, email: request.provider.email, phone: request.provider.phone },
          code: await codeState(tx, me),
        },
      };
    });

/** The request as the prestataire sees it, with who did what and when. */
export const readAsOwner =
  (deps: SigningDeps) =>
  ({ member, requestId }: Omit<FromOwner, 'origin'>) =>
    deps.db.withTenant(member.tenantId, member, async (tx) => {
      const request = await findRequest(tx, requestId);
      if (!request) return refuse('unknown_request');
      const timeline = (await evidenceOf(tx, request.id)).map((entry) => ({
        at: entry.at,
        party: entry.party,
        kind: entry.kind,
        ip: entry.ip,
        screen: (entry.detail['screen'] as string | undefined) ?? null,
        who: request.signatories.find(({ id }) => id === entry.signatoryId)?.name ?? null,
        article: (entry.detail['article'] as string | undefined) ?? null,
        said: (entry.detail['reason'] as string | undefined) ?? null,
      }));
      const view = await common(
        tx,
        request,
        request.client,
        (verb) => (verb === 'extend' ? mayExtend(request, tx.now) : step(request, verb, 'owner', tx.now)),
        'owner',
      );
      return {
        ok: true as const,
        view: {
          ...view,
          code: await codeState(tx, request.provider),
          timeline,
          countersignText: countersignText(request.title, request.provider.organisation),
          refusalReason: request.refusalReason,
          withdrawal: request.withdrawal,
          paper: request.paper,
          dossierId: request.dossierId,
          reminders: { paused: request.remindersPaused, mostPerPerson: reminderRules.atMost },
          proposedExtension: proposedExtension(request, tx.now),
        },
      };
    });

type Ask = (verb: SigningVerb) => { ok: true } | { ok: false; code: string };

const common = async (tx: Tx, request: StoredRequest, me: Signatory, ask: Ask, role: SigningRole) => ({
  requestId: request.id,
  subject: request.subject,
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
  me: person(me),
  client: person(request.client),
  provider: person(request.provider),
  signatories: request.signatories.map((one) => seat(request, one)),
  initials: request.initials.map((clause) => ({
    ...clause,
    initialled: me.initialled.find(({ id }) => id === clause.id) ?? null,
  })),
  mustInitial: me.party === 'client' && role === 'signer' ? initialsMissing(request, me).length : 0,
  suggestedInitials: initialsOf(me.name),
  options: request.options,
  chosenOptions: request.chosenOptions,
  optionsSettled: request.options !== null && hasSigned(request).length > 0,
  steps: await stepsOf(tx, request, me),
  can: Object.fromEntries(signingVerbs.filter((verb) => roleOfVerb[verb] === role).map((verb) => [verb, preview(ask(verb))])),
  files: { signed: request.finalDocumentId !== null || request.paper !== null, evidence: request.evidenceDocumentId !== null },
});

/** The same rule as the command, asked before the click. */
const preview = (reached: ReturnType<Ask>) =>
  reached.ok ? { allowed: true as const } : { allowed: false as const, code: reached.code };

const person = ({ name, capacity, organisation, email, signed }: Signatory) => ({
  name,
  capacity,
  organisation,
  maskedEmail: maskedEmail(email),
  signedAt: signed?.at ?? null,
});

/** One line of the table of signatures: who, in which order, where they stand, when they are reminded. */
const seat = (request: StoredRequest, one: Signatory) => ({
  signatoryId: one.id,
  party: one.party,
  principal: one.principal,
  rank: one.rank,
  duty: one.duty,
  ...person(one),
  standing: standing(request, one),
  linkSentAt: one.linkSentAt,
  initialled: one.initialled.length,
  delegation: one.delegation && { fromName: one.delegation.fromName, reason: one.delegation.reason, at: one.delegation.at },
  reminders: one.reminders,
  lastReminderAt: one.lastReminderAt,
  nextReminderAt:
    isOpen(request) && !request.remindersPaused && signersInTurn(request).some(({ id }) => id === one.id)
      ? nextReminderAt(one, request)
      : null,
});

const isOpen = (request: StoredRequest) => ['sent', 'read', 'consented'].includes(request.state);

const standing = (request: StoredRequest, one: Signatory) => {
  if (one.dismissedAt) return 'dismissed' as const;
  if (one.delegatedTo) return 'delegated' as const;
  if (one.signed) return 'signed' as const;
  if (one.duty === 'copy') return 'copy' as const;
  if (['preparing', 'refused', 'withdrawn', 'signed_on_paper'].includes(request.state)) return 'none' as const;
  return signersInTurn(request).some(({ id }) => id === one.id) ? one.progress : ('waiting' as const);
};

/** What a person who comes back to a closed request is told. */
const closedBecause = (request: StoredRequest) =>
  request.withdrawal && { reason: request.withdrawal.reason, replaced: request.withdrawal.replaced };

const stepsOf = async (tx: Tx, request: StoredRequest, me: Signatory) => {
  const own = entriesOf(await evidenceOf(tx, request.id), me);
  const first = (found: (entry: (typeof own)[number]) => boolean) => own.find(found)?.at ?? null;
  return {
    summaryViewedAt: first((entry) => entry.kind === 'screen_viewed'),
    documentViewedAt: first((entry) => entry.kind === 'screen_viewed' && entry.detail['screen'] === 'document'),
    consentedAt: first((entry) => entry.kind === 'consent_given'),
    codeSentAt: first((entry) => entry.kind === 'code_sent'),
    signedAt: me.signed?.at ?? null,
  };
};

const codeState = async (tx: Tx, me: Signatory) => {
  const last = (await codesOf(tx, me.id)).at(-1);
  if (!last || last.usedAt) return null;
  return {
    sentTo: maskedEmail(me.email),
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
      const { actor } = from;
      const me = actor.kind === 'signer' ? request?.signatories.find(({ id }) => id === actor.signerId) : null;
      if (!request || me === undefined) return refuse('unknown_request');
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
      if (which === 'document' && me) {
        await addEvidence(tx, request.id, {
          kind: 'document_served',
          by: me,
          origin: from.origin,
          detail: { sha256: file.sha256 },
        });
      }
      return { ok: true as const, file };
    });
