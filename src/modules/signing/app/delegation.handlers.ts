import { revokeAccessLinks } from '../../../platform/auth/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { type Delegate, delegateSignature, refuseDelegate } from '../domain/delegate.ts';
import { maskedEmail } from '../domain/evidence.ts';
import type { SignatoryId } from '../domain/signature-request.ts';
import { openState } from '../domain/signing-order.ts';
import { addEvidence, findRequest, insertSignatory, updateRequest, updateSignatory } from '../db/signing.store.ts';
import { delegatedLetter, delegationRefusedLetter } from '../emails/letters.ts';
import { type FromSigner, withOwnRequest } from './client.handlers.ts';
import type { SigningDeps } from './deps.ts';
import { sendSigningLink } from './jobs.ts';
import { recordSigning, signatory } from './open-signature-request.ts';
import { type FromOwner, withRequest } from './provider.handlers.ts';

/** The pen passes to somebody else of the same organisation: a new link leaves, the old one dies, the prestataire is told. */
export const delegate = (deps: SigningDeps) => (from: FromSigner, command: Delegate) =>
  withOwnRequest(deps, from, async (tx, request, me) => {
    const decision = delegateSignature(request, me, command, { now: tx.now });
    if (!decision.ok) return decision;
    const { to, capacity, email, reason } = decision.facts[0]!;
    const person = signatory(
      { name: to, capacity, email, phone: null, organisation: me.organisation, siren: me.siren },
      {
        party: me.party,
        rank: me.rank,
        principal: me.principal,
        place: me.place,
        delegation: { fromId: me.id, fromName: me.name, reason, at: tx.now },
      },
    );
    await updateSignatory(tx, me.id, { principal: false, delegated_to: person.id });
    await insertSignatory(tx, request.id, person);
    await updateRequest(tx, request.id, { state: openState((await findRequest(tx, request.id))!) });
    await revokeAccessLinks(tx, { signerId: me.id });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'delegated',
      by: me,
      origin: from.origin,
      detail: { to, capacity, email: maskedEmail(email), reason },
    });
    await sendMail(tx, delegatedLetter(request, me, person, deps.publicUrl));
    await enqueue(tx, sendSigningLink, { requestId: request.id });
    return decision;
  });

/** The prestataire does not accept the person: the first one is asked again, by a new link. */
export const dismissDelegate = (deps: SigningDeps) => (from: FromOwner, command: { signatoryId: SignatoryId; reason: string }) =>
  withRequest(deps, from, async (tx, request) => {
    const decision = refuseDelegate(request, command, { now: tx.now });
    if (!decision.ok) return decision;
    const person = request.signatories.find(({ id }) => id === command.signatoryId)!;
    const first = request.signatories.find(({ id }) => id === person.delegation!.fromId)!;
    await updateSignatory(tx, person.id, { principal: false, dismissed_at: tx.now });
    await updateSignatory(tx, first.id, { principal: person.principal, delegated_to: null });
    await updateRequest(tx, request.id, { state: openState((await findRequest(tx, request.id))!) });
    await revokeAccessLinks(tx, { signerId: person.id });
    await recordSigning(tx, request, decision.facts);
    await addEvidence(tx, request.id, {
      kind: 'delegation_refused',
      by: request.provider,
      origin: from.origin,
      detail: { to: person.name, reason: decision.facts[0]!.reason },
    });
    for (const one of [first, person])
      await sendMail(tx, delegationRefusedLetter(request, one, person, decision.facts[0]!.reason));
    await enqueue(tx, sendSigningLink, { requestId: request.id, again: first.id });
    return decision;
  });
