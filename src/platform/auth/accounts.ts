import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { newId, type TenantId, type UserId } from '../../shared/ids.ts';
import type { Database } from '../db/index.ts';

type Options = { db: Database; secret: string; publicUrl: string };
export type SetCookies = { setCookies: string[] };

/** Accounts of members: passwords and sessions. better-auth stays behind this door. */
export type Accounts = {
  /** Null when the address already has an account. */
  create(person: { email: string; name: string; password: string | null }): Promise<UserId | null>;
  find(email: string): Promise<{ userId: UserId; name: string } | null>;
  remove(userId: UserId): Promise<void>;
  /** Takes as long for an unknown address as for a wrong password. */
  checkPassword(email: string, password: string): Promise<UserId | null>;
  /** True when this is the person's password, or when they have none yet. */
  confirmPassword(userId: UserId, password: string | null): Promise<boolean>;
  setPassword(userId: UserId, password: string): Promise<void>;
  hasPassword(userId: UserId): Promise<boolean>;
  openSession(userId: UserId, tenantId: TenantId, headers: Headers): Promise<SetCookies>;
  readSession(headers: Headers): Promise<({ userId: UserId; tenantId: TenantId } & SetCookies) | null>;
  closeSession(headers: Headers): Promise<SetCookies>;
  /** Signs this person out everywhere. */
  closeAllSessions(userId: UserId): Promise<void>;
};

// OWASP's floor for argon2id (19 MiB, two passes): about 30 ms here. Argon2id is this library's default.
const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export const openAccounts = async (options: Options): Promise<Accounts> => {
  const auth = createAuth(options);
  const context = await auth.$context;
  const users = context.internalAdapter;
  const decoy = await hashPassword(newId<string>());

  return {
    create: async ({ email, name, password }) => {
      if (await users.findUserByEmail(email)) return null;
      const user = await users.createUser({ email, name, emailVerified: false }, { method: 'cadran' } as never);
      if (password)
        await users.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: await hashPassword(password),
        });
      return user.id as UserId;
    },
    find: async (email) => {
      const found = await users.findUserByEmail(email);
      return found && { userId: found.user.id as UserId, name: found.user.name };
    },
    remove: (userId) => users.deleteUser(userId),
    checkPassword: async (email, password) => {
      const found = await users.findUserByEmail(email, { includeAccounts: true });
      const stored = found?.accounts.find((account) => account.providerId === 'credential')?.password;
      const holds = await verify(stored ?? decoy, password);
      return stored && holds ? (found!.user.id as UserId) : null;
    },
    confirmPassword: async (userId, password) => {
      const stored = (await users.findAccounts(userId)).find((account) => account.providerId === 'credential')?.password;
      return stored ? verify(stored, password ?? '') : true;
    },
    setPassword: async (userId, password) => {
      const hashed = await hashPassword(password);
      const accounts = await users.findAccounts(userId);
      if (accounts.some((account) => account.providerId === 'credential')) await users.updatePassword(userId, hashed);
      else await users.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hashed });
    },
    hasPassword: async (userId) =>
      (await users.findAccounts(userId)).some((account) => account.providerId === 'credential' && account.password),
    openSession: async (userId, tenantId, headers) => {
      const answered = await auth.api.openCadranSession({ body: { userId, tenantId }, headers, returnHeaders: true });
      return { setCookies: answered.headers.getSetCookie() };
    },
    readSession: async (headers) => {
      const answered = await auth.api.getSession({ headers, returnHeaders: true });
      const session = answered.response?.session as { userId: string; tenantId?: string | null } | undefined;
      if (!session?.tenantId) return null;
      return {
        userId: session.userId as UserId,
        tenantId: session.tenantId as TenantId,
        setCookies: answered.headers.getSetCookie(),
      };
    },
    closeSession: async (headers) => {
      const answered = await auth.api.signOut({ headers, returnHeaders: true });
      return { setCookies: answered.headers.getSetCookie() };
    },
    closeAllSessions: (userId) => users.deleteUserSessions(userId),
  };
};

const createAuth = ({ db, secret, publicUrl }: Options) =>
  betterAuth({
    database: { db: db.shared, type: 'postgres', transaction: true },
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'cadran',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: () => newId<string>() },
      // Origin is checked once for every route, by platform/http/access.ts; nothing of better-auth is on the network.
      disableOriginCheck: true,
    },
    emailAndPassword: {
      enabled: true,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: 7 * 24 * 3600,
      updateAge: 24 * 3600,
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
      additionalFields: { tenantId: { type: 'string', required: false, input: false, fieldName: 'tenant_id' } },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [sessionsOpenedByUs],
  });

/** A session opened by our own code, after a password or a link was checked there. It has no address on the network. */
const sessionsOpenedByUs = {
  id: 'cadran-sessions',
  endpoints: {
    openCadranSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string(), tenantId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new Error('no account for this session');
        const session = await ctx.context.internalAdapter.createSession(user.id, false, { tenantId: ctx.body.tenantId }, true);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ ok: true });
      },
    ),
  },
};
