import { refuse } from '../../../shared/decision.ts';
import { checkSignatories, type PlannedSignatory } from '../domain/other-signatories.ts';
import type { SignedSubject } from '../domain/signature-request.ts';
import { plannedSignatories, savePlan } from '../db/plans.store.ts';
import { signatureOf } from '../queries.ts';
import type { SigningDeps } from './deps.ts';
import type { Member } from './provider.handlers.ts';

export const readPlan = (deps: SigningDeps) => (member: Member, subject: SignedSubject) =>
  deps.db.withTenant(member.tenantId, member, async (tx) => ({ people: await plannedSignatories(tx, subject) }));

/** Until the document leaves: afterwards its people are those that were frozen with it. */
export const planSignatories = (deps: SigningDeps) => (member: Member, subject: SignedSubject, people: PlannedSignatory[]) =>
  deps.db.withTenant(member.tenantId, member, async (tx) => {
    const asked = await signatureOf(tx, subject);
    if (asked && !['withdrawn', 'refused'].includes(asked.state)) return refuse('already_asked_to_sign');
    const tidy = people.map((one) => ({ ...one, name: one.name.trim(), capacity: one.capacity.trim(), email: one.email.trim() }));
    const checked = checkSignatories(tidy);
    if (!checked.ok) return checked;
    await savePlan(tx, subject, tidy);
    return { ok: true as const, people: tidy };
  });
