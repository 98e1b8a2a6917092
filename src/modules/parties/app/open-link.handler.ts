import { findAccessLink, inTenantOf, openGuestSession, useAccessLink, type Accounts } from '../../../platform/auth/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { lockMembers, organisation, saveMember } from '../db/organisations.store.ts';
import type { MemberJoined } from '../domain/member.ts';
import { recordOfOrganisation } from './members.handlers.ts';

type Deps = { db: Database; accounts: Accounts };

/** What a link opens, without using it: mail readers follow links by themselves, and must not spend them. */
export const describeLinkHandler =
  ({ db, accounts }: Deps) =>
  (token: string) =>
    inTenantOf(db, token, async (tx) => {
      const found = await findAccessLink(tx, token);
      if (!found.ok) return found;
      const { identity, isDemo } = await organisation(tx);
      const needsPassword = found.link.purpose === 'invite' && !(await accounts.hasPassword(found.link.user_id!));
      return { ok: true as const, link: found.link, organisation: { name: identity.name, isDemo }, needsPassword };
    });

export type OpenLink = { token: string; password?: string | undefined; realNow: Instant };

/** Uses a link: a guest session for a client or a signer, a member's session for a sign-in or an invitation. */
export const openLinkHandler =
  ({ db, accounts }: Deps) =>
  async ({ token, password, realNow }: OpenLink) => {
    const opened = await inTenantOf(db, token, async (tx) => {
      const used = await useAccessLink(tx, token);
      if (!used.ok) return used;
      const { link } = used;
      if (!link.user_id) return { ok: true as const, link, guest: await openGuestSession(tx, link, realNow) };
      const member = await admitMember(tx, link.user_id);
      return member ? { ok: true as const, link, guest: null } : refuse('link_revoked');
    });
    if (opened.ok && opened.link.purpose === 'invite' && password) {
      // Only a first password: an invitation must not take over the account of someone who has one.
      if (!(await accounts.hasPassword(opened.link.user_id!))) await accounts.setPassword(opened.link.user_id!, password);
    }
    return opened;
  };

/** An invited person who opens the link has joined; a member who left is not let in. */
const admitMember = async (tx: Tx, userId: UserId): Promise<boolean> => {
  const member = (await lockMembers(tx)).find((one) => one.userId === userId);
  if (!member || member.state === 'removed') return false;
  if (member.state === 'invited') {
    await saveMember(tx, { ...member, state: 'active' });
    const joined: MemberJoined = { type: 'MemberJoined', userId, displayName: member.displayName, role: member.role };
    await recordOfOrganisation(tx, [joined]);
  }
  return true;
};
