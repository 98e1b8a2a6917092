import type { ClientId, ContactId, TenantId, UserId } from '../../shared/ids.ts';
import { newId } from '../../shared/ids.ts';
import { refuse } from '../../shared/decision.ts';
import { addMinutes, type Instant } from '../../shared/time.ts';
import type { Database, Tx } from '../db/index.ts';
import { tables } from '../db/index.ts';
import type { AuthTables, LinkRow } from './tables.ts';
import { newToken, tenantOfToken, tokenHash } from './tokens.ts';

type Subject = { type: string; id: string };
type Person = { email: string; displayName: string };

/** What a link is for, and the person it lets in. */
export type NewAccessLink = Person & { subject?: Subject; expiresAt?: Instant } & (
    | { purpose: 'sign'; signerId: string; clientId?: ClientId; contactId?: ContactId }
    | { purpose: 'review' | 'portal'; clientId: ClientId; contactId?: ContactId }
    | { purpose: 'sign-in' | 'invite'; userId: UserId }
  );
export type LinkPurpose = NewAccessLink['purpose'];

// A sign-in link replaces a password, so it lives minutes and opens once. The others are read again and again until their day.
const habits: Record<LinkPurpose, { minutes: number; singleUse: boolean }> = {
  sign: { minutes: 60 * 24 * 60, singleUse: false },
  review: { minutes: 30 * 24 * 60, singleUse: false },
  portal: { minutes: 90 * 24 * 60, singleUse: false },
  'sign-in': { minutes: 15, singleUse: true },
  invite: { minutes: 7 * 24 * 60, singleUse: true },
};

/** Makes a link. Its token exists in the mail and here, once: only the hash is kept. `path` goes after the public address. */
export const createAccessLink = async (
  tx: Tx,
  link: NewAccessLink,
): Promise<{ linkId: string; token: string; path: string; expiresAt: Instant }> => {
  const token = newToken(tx.tenantId);
  const linkId = newId<string>();
  const expiresAt = link.expiresAt ?? addMinutes(tx.now, habits[link.purpose].minutes);
  await tables<AuthTables>(tx)
    .insertInto('access_links')
    .values({
      tenant_id: tx.tenantId,
      id: linkId,
      token_hash: tokenHash(token),
      purpose: link.purpose,
      subject_type: link.subject?.type ?? null,
      subject_id: link.subject?.id ?? null,
      client_id: 'clientId' in link ? (link.clientId ?? null) : null,
      contact_id: 'contactId' in link ? (link.contactId ?? null) : null,
      signer_id: 'signerId' in link ? link.signerId : null,
      user_id: 'userId' in link ? link.userId : null,
      display_name: link.displayName,
      email: link.email,
      single_use: habits[link.purpose].singleUse,
      expires_at: expiresAt,
      created_at: tx.now,
    })
    .execute();
  return { linkId, token, path: `/lien/${token}`, expiresAt };
};

/** Closes every link to a subject, for example when a quote is withdrawn or a person leaves; open sessions end with them. */
export const revokeAccessLinks = async (
  tx: Tx,
  where: { subject?: Subject; clientId?: ClientId; userId?: UserId; signerId?: string; linkId?: string },
): Promise<void> => {
  let query = tables<AuthTables>(tx)
    .updateTable('access_links')
    .set({ revoked_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('revoked_at', 'is', null);
  if (where.subject) query = query.where('subject_type', '=', where.subject.type).where('subject_id', '=', where.subject.id);
  if (where.clientId) query = query.where('client_id', '=', where.clientId);
  if (where.userId) query = query.where('user_id', '=', where.userId);
  if (where.signerId) query = query.where('signer_id', '=', where.signerId);
  if (where.linkId) query = query.where('id', '=', where.linkId);
  if (!Object.values(where).some(Boolean)) throw new Error('say which links to close');
  await query.execute();
};

const system = (tenantId: TenantId) => ({ kind: 'system', name: 'access-links', tenantId }) as const;

/** A transaction in the tenant that a token belongs to. */
export const inTenantOf = <T>(db: Database, token: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const tenantId = tenantOfToken(token);
  return db.withTenant(tenantId, system(tenantId), work);
};

/** The link behind a token, whether it still opens or not: to tell its holder what became of it. */
export const readAccessLink = (tx: Tx, token: string): Promise<LinkRow | undefined> =>
  tables<AuthTables>(tx)
    .selectFrom('access_links')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();

/** The link behind a token, if it still opens. The same look-up is made for a forged token as for a real one. */
export const findAccessLink = async (tx: Tx, token: string) => judgeLink(await readAccessLink(tx, token), tx.now);

/** Marks a link as used. Of two clicks at once on a single-use link, one wins. */
export const useAccessLink = async (tx: Tx, token: string) => {
  const found = await findAccessLink(tx, token);
  if (!found.ok) return found;
  const { link } = found;
  const marked = await tables<AuthTables>(tx)
    .updateTable('access_links')
    .set((row) => ({ first_used_at: row.fn.coalesce('first_used_at', row.val(tx.now)) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', link.id)
    .where((row) => row.or([row('single_use', '=', false), row('first_used_at', 'is', null)]))
    .executeTakeFirst();
  return Number(marked.numUpdatedRows) === 1 ? found : refuse('link_used');
};

/** Whether a link opens, and if not, why: each reason has its own sentence. */
export const judgeLink = (link: LinkRow | undefined, now: Instant) => {
  if (!link) return refuse('link_unknown');
  if (link.revoked_at) return refuse('link_revoked');
  if (link.single_use && link.first_used_at) return refuse('link_used');
  if (now >= link.expires_at) return refuse('link_expired');
  return { ok: true as const, link };
};
