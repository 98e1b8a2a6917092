import type { Actor } from '../../shared/actor.ts';
import { newId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database, Tx } from '../db/index.ts';
import { tables } from '../db/index.ts';
import { inTenantOf } from './access-links.ts';
import type { AuthTables, LinkRow } from './tables.ts';
import { newToken, tokenHash } from './tokens.ts';

export const guestCookie = 'cadran_guest';
export const guestSessionDays = 30;

/** Opens the session of a client or a signer, once their link was used. Measured in real time: a demo's clock does not age it. */
export const openGuestSession = async (
  tx: Tx,
  link: LinkRow,
  realNow: Instant,
): Promise<{ token: string; maxAgeSeconds: number }> => {
  const token = newToken(tx.tenantId);
  const maxAgeSeconds = guestSessionDays * 24 * 3600;
  await tables<AuthTables>(tx)
    .insertInto('guest_sessions')
    .values({
      tenant_id: tx.tenantId,
      id: newId<string>(),
      token_hash: tokenHash(token),
      link_id: link.id,
      created_at: realNow,
      expires_at: new Date(Date.parse(realNow) + maxAgeSeconds * 1000).toISOString() as Instant,
    })
    .execute();
  return { token, maxAgeSeconds };
};

/** Who a guest session belongs to, or null when it ended, ran out, or its link was closed. */
export const readGuestSession = (db: Database, token: string, realNow: Instant): Promise<Actor | null> =>
  inTenantOf(db, token, async (tx) => {
    const row = await tables<AuthTables>(tx)
      .selectFrom('guest_sessions')
      .innerJoin('access_links', (join) =>
        join
          .onRef('access_links.tenant_id', '=', 'guest_sessions.tenant_id')
          .onRef('access_links.id', '=', 'guest_sessions.link_id'),
      )
      .selectAll('access_links')
      .where('guest_sessions.tenant_id', '=', tx.tenantId)
      .where('guest_sessions.token_hash', '=', tokenHash(token))
      .where('guest_sessions.ended_at', 'is', null)
      .where('guest_sessions.expires_at', '>', realNow)
      .where('access_links.revoked_at', 'is', null)
      .executeTakeFirst();
    return row ? guestActor(row) : null;
  });

export const guestActor = (link: LinkRow): Actor | null => {
  const { tenant_id: tenantId, display_name: displayName } = link;
  if (link.signer_id) return { kind: 'signer', signerId: link.signer_id, tenantId, displayName };
  if (link.client_id) return { kind: 'client', clientId: link.client_id, tenantId, contactId: link.contact_id, displayName };
  return null;
};

export const endGuestSession = (db: Database, token: string, realNow: Instant): Promise<void> =>
  inTenantOf(db, token, async (tx) => {
    await tables<AuthTables>(tx)
      .updateTable('guest_sessions')
      .set({ ended_at: realNow })
      .where('tenant_id', '=', tx.tenantId)
      .where('token_hash', '=', tokenHash(token))
      .execute();
  });
