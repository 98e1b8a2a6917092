import { createAccessLink, revokeAccessLinks, type Accounts } from '../../../platform/auth/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Actor, MemberRole } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { DossierId, UserId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/refusal.ts';
import { lockMembers, organisation, saveMember } from '../db/organisations.store.ts';
import { changeRole, removeMember } from '../domain/change-member.ts';
import { inviteMember } from '../domain/invite-member.ts';
import type { Member } from '../domain/member.ts';
import { invitationMail } from '../emails/invitation.mail.ts';

type Owner = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database; accounts: Accounts; publicUrl: string };
export type Invitation = { email: string; displayName: string; role: MemberRole; language: Language };

/** An owner asks someone in by e-mail; the link lets them choose a password and start. */
export const inviteMemberHandler =
  ({ db, accounts, publicUrl }: Deps) =>
  async (actor: Owner, { email, displayName, role, language }: Invitation) => {
    const account = (await accounts.find(email))?.userId ?? (await accounts.create({ email, name: displayName, password: null }));
    const userId = account ?? (await accounts.find(email))!.userId;
    return db.withTenant(actor.tenantId, actor, async (tx) => {
      const known = (await lockMembers(tx)).find((member) => member.userId === userId) ?? null;
      const decision = inviteMember(known, { userId, displayName, role });
      if (!decision.ok) return decision;
      await saveMember(tx, { userId, email, displayName, role, state: 'invited' });
      await revokeAccessLinks(tx, { userId });
      const { path } = await createAccessLink(tx, { purpose: 'invite', userId, email, displayName });
      const { identity } = await organisation(tx);
      await sendMail(
        tx,
        invitationMail({
          to: { email, name: displayName },
          organisation: identity.name,
          invitedBy: actor.displayName,
          role,
          url: publicUrl + path,
          language,
        }),
      );
      await recordOfOrganisation(tx, decision.facts);
      return { ...decision, userId };
    });
  };

export const changeRoleHandler =
  ({ db }: Pick<Deps, 'db'>) =>
  (actor: Owner, { userId, role }: { userId: UserId; role: MemberRole }) =>
    onMember(db, actor, userId, async (tx, members, member) => {
      const decision = changeRole(members, member, { role });
      if (decision.ok) await saveMember(tx, { ...member, role });
      return decision;
    });

/** Sessions of this person in this organisation end: the member row is read on each request. */
export const removeMemberHandler =
  ({ db }: Pick<Deps, 'db'>) =>
  (actor: Owner, { userId }: { userId: UserId }) =>
    onMember(db, actor, userId, async (tx, members, member) => {
      const decision = removeMember(members, member);
      if (!decision.ok) return decision;
      await saveMember(tx, { ...member, state: 'removed' });
      await revokeAccessLinks(tx, { userId });
      return decision;
    });

const onMember = <D extends { ok: true; facts: { type: string }[] } | { ok: false }>(
  db: Database,
  actor: Owner,
  userId: UserId,
  decide: (tx: Tx, members: Member[], member: Member) => Promise<D>,
) =>
  db.withTenant(actor.tenantId, actor, async (tx) => {
    const members = (await lockMembers(tx)).filter((member) => member.state !== 'removed');
    const member = members.find((one) => one.userId === userId);
    if (!member) return refuse('unknown_member');
    const decision = await decide(tx, members, member);
    if (decision.ok) await recordOfOrganisation(tx, decision.facts);
    return decision;
  });

/** Facts about the organisation itself are chained under its own id. */
export const recordOfOrganisation = (tx: Tx, facts: readonly { type: string }[]) =>
  recordFacts(tx, { dossierId: tx.tenantId as string as DossierId, stream: { type: 'organisation', id: tx.tenantId }, facts });
