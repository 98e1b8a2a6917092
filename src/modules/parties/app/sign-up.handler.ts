import type { Accounts } from '../../../platform/auth/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import { newId, type DossierId, type TenantId, type UserId } from '../../../shared/ids.ts';
import { insertOrganisation, membershipsOf, saveMember } from '../db/organisations.store.ts';
import type { ProviderIdentity } from '../domain/identity.ts';
import type { MemberJoined } from '../domain/member.ts';
import type { OrganisationRegistered } from '../domain/organisation.ts';

export type SignUp = { person: { name: string; email: string; password: string }; identity: ProviderIdentity; isDemo: boolean };

/**
 * A provider opens its organisation and becomes its first owner. The account lives outside the tenant, so it comes first;
 * a sign-up cut in between is finished by signing up again with the same password.
 */
export const signUpHandler =
  ({ db, accounts }: { db: Database; accounts: Accounts }) =>
  async (command: SignUp) => {
    const { person, identity, isDemo } = command;
    const created = await accounts.create(person);
    const userId = created ?? (await unfinishedSignUp(db, accounts, person));
    if (!userId) return refuse('email_taken');
    try {
      const tenantId = await registerOrganisation(db, { userId, person, identity, isDemo });
      return { ok: true as const, userId, tenantId };
    } catch (error) {
      if (created) await accounts.remove(created).catch(() => {});
      throw error;
    }
  };

const unfinishedSignUp = async (
  db: Database,
  accounts: Accounts,
  { email, password }: SignUp['person'],
): Promise<UserId | null> => {
  const userId = await accounts.checkPassword(email, password);
  if (!userId) return null;
  const memberships = await db.asSystem((system) => membershipsOf(system, userId));
  return memberships.length ? null : userId;
};

const registerOrganisation = async (
  db: Database,
  { userId, person, identity, isDemo }: SignUp & { userId: UserId },
): Promise<TenantId> => {
  const tenantId = newId<TenantId>();
  const actor: Actor = { kind: 'member', userId, tenantId, role: 'owner', displayName: person.name };
  const facts = record<OrganisationRegistered | MemberJoined>(
    { type: 'OrganisationRegistered', name: identity.name, siren: identity.siren, isDemo },
    { type: 'MemberJoined', userId, displayName: person.name, role: 'owner' },
  ).facts;
  await db.withTenant(tenantId, actor, async (tx) => {
    await insertOrganisation(tx, { identity, isDemo });
    await saveMember(tx, { userId, email: person.email, displayName: person.name, role: 'owner', state: 'active' });
    await recordFacts(tx, {
      dossierId: tenantId as string as DossierId,
      stream: { type: 'organisation', id: tenantId },
      expectedVersion: 0,
      facts,
    });
  });
  return tenantId;
};
