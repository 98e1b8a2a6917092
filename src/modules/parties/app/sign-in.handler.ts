import { setTimeout as wait } from 'node:timers/promises';
import { createAccessLink, type Accounts } from '../../../platform/auth/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { TenantId, UserId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/refusal.ts';
import { membershipsOf, type Membership } from '../db/organisations.store.ts';
import { signInMail } from '../emails/sign-in.mail.ts';

type Deps = { db: Database; accounts: Accounts; publicUrl: string };

/** A member signs in with a password, into the organisation named, or the first joined. */
export const signInHandler =
  ({ db, accounts }: Deps) =>
  async (command: { email: string; password: string; tenantId?: TenantId | undefined }) => {
    const userId = await accounts.checkPassword(command.email, command.password);
    if (!userId) return refuse('wrong_credentials');
    const memberships = await membershipsFor(db, userId);
    const membership = memberships.find((one) => one.tenantId === (command.tenantId ?? one.tenantId));
    if (!membership) return refuse('no_organisation');
    return { ok: true as const, userId, tenantId: membership.tenantId };
  };

export const membershipsFor = (db: Database, userId: UserId): Promise<Membership[]> =>
  db.asSystem((system) => membershipsOf(system, userId));

/** A member asks for a link instead of a password. The answer never tells whether the address has an account. */
export const askSignInLinkHandler =
  (deps: Deps) =>
  async (command: { email: string; language: Language }): Promise<void> => {
    await Promise.all([mailSignInLink(deps, command), wait(250)]);
  };

const mailSignInLink = async (
  { db, accounts, publicUrl }: Deps,
  { email, language }: { email: string; language: Language },
): Promise<void> => {
  const account = await accounts.find(email);
  const membership = account && (await membershipsFor(db, account.userId))[0];
  if (!membership) return;
  await db.withTenant(membership.tenantId, { kind: 'system', name: 'sign-in', tenantId: membership.tenantId }, async (tx) => {
    const { path } = await createAccessLink(tx, {
      purpose: 'sign-in',
      userId: account.userId,
      email,
      displayName: membership.displayName,
    });
    await sendMail(
      tx,
      signInMail({ to: { email, name: membership.displayName }, organisation: membership.name, url: publicUrl + path, language }),
    );
  });
};
