import { createHash } from 'node:crypto';
import { guestCookie, readGuestSession, type Accounts } from '../../../platform/auth/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Identify } from '../../../platform/http/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { TenantId, UserId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { memberNamed } from '../db/organisations.store.ts';

/** How long a recognised session is believed without asking the database again. A removed member keeps at most this. */
const believedMs = 2_000;

/** Recognises who sends a request, from its cookies. Without our cookies, the database is not asked. */
export const identifyByCookies = ({ db, accounts }: { db: Database; accounts: Accounts }): Identify & { forget(): void } => {
  const recent = new Map<string, { actor: Promise<Actor | null>; until: number }>();

  const remembered = (cookie: string, recognise: () => Promise<Actor | null>): Promise<Actor | null> => {
    const key = createHash('sha256').update(cookie).digest('base64');
    const known = recent.get(key);
    if (known && known.until > Date.now()) return known.actor;
    if (recent.size > 5_000) recent.clear();
    const actor = recognise();
    recent.set(key, { actor, until: Date.now() + believedMs });
    // A failure is not remembered: the next request asks again.
    actor.catch(() => recent.delete(key));
    return actor;
  };

  const identify: Identify = async (request) => {
    const memberCookie = request.cookies['cadran.session_token'] ?? request.cookies['__Secure-cadran.session_token'];
    const guest = request.cookies[guestCookie];
    const found = await Promise.all([
      memberCookie ? remembered(memberCookie, () => memberBehind(db, accounts, request.headers.cookie ?? '')) : null,
      guest ? remembered(guest, () => readGuestSession(db, guest, instant(new Date()))) : null,
    ]);
    return found.filter((actor) => actor !== null);
  };
  return Object.assign(identify, { forget: () => recent.clear() });
};

const memberBehind = async (db: Database, accounts: Accounts, cookie: string): Promise<Actor | null> => {
  const session = await accounts.readSession(new Headers({ cookie }));
  return session && memberActor(db, session.tenantId, session.userId);
};

const memberActor = (db: Database, tenantId: TenantId, userId: UserId): Promise<Actor | null> =>
  db.withTenant(tenantId, { kind: 'system', name: 'identify', tenantId }, async (tx) => {
    const member = await memberNamed(tx, userId);
    return member && { kind: 'member', userId, tenantId, role: member.role, displayName: member.displayName };
  });
