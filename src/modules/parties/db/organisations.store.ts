import type { TenantId, UserId } from '../../../shared/ids.ts';
import { tables, type SystemTx, type Tx } from '../../../platform/db/index.ts';
import type { MemberRole } from '../../../shared/actor.ts';
import type { ProviderIdentity } from '../domain/identity.ts';
import type { Member } from '../domain/member.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartiesTables } from './tables.ts';

const db = (tx: Pick<Tx, 'sql'>) => tables<PartiesTables>(tx);

/** The organisation of this tenant. There is always one, once sign-up is committed. */
export const organisation = async (tx: Tx): Promise<Organisation> => {
  const row = await db(tx).selectFrom('organisations').selectAll().where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow();
  return {
    tenantId: row.tenant_id,
    identity: row.identity,
    isDemo: row.is_demo,
    version: row.version,
    createdAt: row.created_at,
  };
};

export const insertOrganisation = async (
  tx: Tx,
  { identity, isDemo }: { identity: ProviderIdentity; isDemo: boolean },
): Promise<void> => {
  await db(tx)
    .insertInto('organisations')
    .values({
      tenant_id: tx.tenantId,
      name: identity.name,
      identity: JSON.stringify(identity),
      is_demo: isDemo,
      version: 1,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
};

export const lockOrganisation = async (tx: Tx): Promise<Organisation> => {
  await db(tx).selectFrom('organisations').select('version').where('tenant_id', '=', tx.tenantId).forUpdate().execute();
  return organisation(tx);
};

export const saveOrganisation = async (tx: Tx, identity: ProviderIdentity): Promise<void> => {
  await db(tx)
    .updateTable('organisations')
    .set((row) => ({
      name: identity.name,
      identity: JSON.stringify(identity),
      version: row('version', '+', 1),
      updated_at: tx.now,
    }))
    .where('tenant_id', '=', tx.tenantId)
    .execute();
};

/** Members and invited people; those who left are not listed. */
export const members = async (tx: Tx): Promise<(Member & { invitedAt: string; joinedAt: string | null })[]> => {
  const rows = await db(tx)
    .selectFrom('members')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('state', '<>', 'removed')
    .orderBy('invited_at')
    .execute();
  return rows.map((row) => ({ ...memberOfRow(row), invitedAt: row.invited_at, joinedAt: row.joined_at }));
};

/** A member who may act today, or null. */
export const memberNamed = async (tx: Tx, userId: UserId): Promise<Member | null> => {
  const row = await db(tx)
    .selectFrom('members')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('user_id', '=', userId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row ? memberOfRow(row) : null;
};

export const lockMembers = async (tx: Tx): Promise<Member[]> => {
  const rows = await db(tx)
    .selectFrom('members')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map(memberOfRow);
};

/** The day someone joined stays, whatever their role becomes. */
export const saveMember = async (tx: Tx, member: Member): Promise<void> => {
  const changing = { role: member.role, state: member.state, display_name: member.displayName };
  const joinedAt = member.state === 'active' ? tx.now : null;
  await db(tx)
    .insertInto('members')
    .values({
      tenant_id: tx.tenantId,
      user_id: member.userId,
      email: member.email,
      invited_at: tx.now,
      joined_at: joinedAt,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'user_id'])
        .doUpdateSet((row) => ({ ...changing, joined_at: row.fn.coalesce('members.joined_at', 'excluded.joined_at') })),
    )
    .execute();
};

const memberOfRow = (row: {
  user_id: UserId;
  email: string;
  display_name: string;
  role: MemberRole;
  state: Member['state'];
}): Member => ({
  userId: row.user_id,
  email: row.email,
  displayName: row.display_name,
  role: row.role,
  state: row.state,
});

export type Membership = {
  tenantId: TenantId;
  name: string;
  role: MemberRole;
  displayName: string;
  email: string;
  isDemo: boolean;
};

/** Which organisations a person works for: the one question that starts from a person rather than from a tenant. */
export const membershipsOf = async (system: SystemTx, userId: UserId): Promise<Membership[]> => {
  const rows = await tables<PartiesTables>(system)
    .selectFrom('members')
    .innerJoin('organisations', 'organisations.tenant_id', 'members.tenant_id')
    .select([
      'members.tenant_id',
      'organisations.name',
      'organisations.is_demo',
      'members.role',
      'members.display_name',
      'members.email',
    ])
    .where('members.user_id', '=', userId)
    .where('members.state', '=', 'active')
    .orderBy('members.joined_at')
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    name: row.name,
    role: row.role,
    displayName: row.display_name,
    email: row.email,
    isDemo: row.is_demo,
  }));
};
