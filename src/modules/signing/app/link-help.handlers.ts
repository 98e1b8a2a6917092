import { readAccessLink, inTenantOf } from '../../../platform/auth/index.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { Origin } from '../domain/evidence.ts';
import { maskedEmail } from '../domain/evidence.ts';
import { linkStanding, mayAskLinkAgain } from '../domain/link-help.ts';
import type { Signatory, SignatureRequestId } from '../domain/signature-request.ts';
import { signersInTurn, signersOf } from '../domain/signing-order.ts';
import { addEvidence, entriesOf, evidenceOf, findRequest, lockRequest, type StoredRequest } from '../db/signing.store.ts';
import type { SigningTables } from '../db/tables.ts';
import { moreTimeLetter } from '../emails/letters.ts';
import { type FromSigner, withOwnRequest } from './client.handlers.ts';
import type { SigningDeps } from './deps.ts';
import { sendLink } from './send-signing-link.job.ts';

/** What became of a link, for whoever holds it: enough to know what to do and whom to write to, and nothing of the document. */
export const describeSigningLink = (deps: SigningDeps) => (token: string) =>
  inTenantOf(deps.db, token, async (tx) => {
    const held = await heldBy(tx, token);
    if (!held) return refuse('unknown_request');
    const { link, request, person } = held;
    const standing = linkStanding({ revoked: link.revoked_at !== null, expiresAt: link.expires_at }, request, person, tx.now);
    const { organisation, email, phone } = request.provider;
    return {
      ok: true as const,
      standing,
      requestId: request.id,
      title: request.title,
      email: maskedEmail(person.email),
      expiresAt: request.expiresAt,
      reason: request.withdrawal?.reason ?? null,
      delegatedTo: request.signatories.find(({ id }) => id === person.delegatedTo)?.name ?? null,
      sender: { organisation, email, phone },
    };
  });

/** The same link again, to the same address; past the deadline, the prestataire is asked for more time instead. */
export const askLinkAgain = (deps: SigningDeps) => (token: string, origin: Origin) =>
  inTenantOf(deps.db, token, async (tx) => {
    const held = await heldBy(tx, token);
    return held ? again(deps, tx, held.request, held.person, origin) : refuse('unknown_request');
  });

/**
 * For who came without a link: another browser, a cleared session. The answer is the same whether the address is known or not;
 * the link only ever goes to the address of the document.
 */
export const askLinkByEmail =
  (deps: SigningDeps) =>
  async ({ requestId, email, origin }: { requestId: SignatureRequestId; email: string; origin: Origin }) => {
    const owner = await deps.db.asSystem((tx) =>
      tables<SigningTables>(tx)
        .selectFrom('signature_requests')
        .select('tenant_id')
        .where('request_id', '=', requestId)
        .executeTakeFirst(),
    );
    if (!owner) return;
    await deps.db.withTenant(
      owner.tenant_id,
      { kind: 'system', name: 'signing-links', tenantId: owner.tenant_id },
      async (tx) => {
        const request = await lockRequest(tx, requestId);
        const person = request && signersOf(request).find((one) => one.email.toLowerCase() === email.trim().toLowerCase());
        if (request && person && person.id !== request.provider.id) await again(deps, tx, request, person, origin);
      },
    );
  };

/** The same request from the page of the document itself. */
export const askMoreTime = (deps: SigningDeps) => (from: FromSigner) =>
  withOwnRequest(deps, from, (tx, request, me) => again(deps, tx, request, me, from.origin));

const heldBy = async (tx: Tx, token: string) => {
  const link = await readAccessLink(tx, token);
  if (!link?.signer_id || link.subject_type !== 'signature') return null;
  const request = await findRequest(tx, link.subject_id as SignatureRequestId);
  const person = request?.signatories.find(({ id }) => id === link.signer_id);
  return request && person ? { link, request, person } : null;
};

const again = async (deps: SigningDeps, tx: Tx, found: StoredRequest, { id }: Signatory, origin: Origin) => {
  const request = (await lockRequest(tx, found.id))!;
  const person = request.signatories.find((one) => one.id === id)!;
  const open = ['sent', 'read', 'consented'].includes(request.state);
  if (!open || !signersInTurn(request).some((one) => one.id === person.id)) return refuse('link_again_closed');
  const sent = entriesOf(await evidenceOf(tx, request.id), person)
    .filter(({ kind }) => kind === 'link_asked_again')
    .map(({ at }) => at);
  const allowed = mayAskLinkAgain(sent, tx.now);
  if (!allowed.ok) return allowed;
  await addEvidence(tx, request.id, { kind: 'link_asked_again', by: person, origin });
  if (tx.now >= request.expiresAt) {
    await sendMail(tx, moreTimeLetter(request, person, deps.publicUrl));
    return { ok: true as const, sent: 'more_time' as const, to: request.provider.organisation };
  }
  await sendLink(deps, tx, request, person);
  return { ok: true as const, sent: 'link' as const, to: maskedEmail(person.email) };
};
