import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { endGuestSession, guestCookie, type Accounts } from '../../../platform/auth/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { answer, idParam, memberOf, no, usualAnswers, type App } from '../../../platform/http/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { TenantId, UserId } from '../../../shared/ids.ts';
import { label } from '../../../shared/input.ts';
import { instant } from '../../../shared/time.ts';
import { membershipsFor, type askSignInLinkHandler, type signInHandler } from '../app/sign-in.handler.ts';
import type { signUpHandler } from '../app/sign-up.handler.ts';
import { organisation } from '../db/organisations.store.ts';
import { emailField } from '../domain/identity-fields.ts';
import { organisationPolicy } from '../domain/policy.ts';
import { partiesRefusals } from '../refusals.ts';
import { MeBody, newPasswordField, SignInBody, SignUpBody } from './schemas.ts';

export type SessionDeps = {
  db: Database;
  accounts: Accounts;
  forgetSessions: () => void;
  signUp: ReturnType<typeof signUpHandler>;
  signIn: ReturnType<typeof signInHandler>;
  askSignInLink: ReturnType<typeof askSignInLinkHandler>;
};

const tags = ['Connexion'];
const signedIn = z.object({ userId: z.string(), tenantId: z.string() });

/** Signing up, in and out, and who am I. */
export const sessionRoutes = (deps: SessionDeps) => async (app: App) => {
  const { accounts, db } = deps;

  app.post(
    '/sign-up',
    {
      config: { allow: ['public'], perMinute: 60 },
      schema: {
        tags,
        summary: 'Ouvrir une organisation (prestataire) et son premier compte',
        body: SignUpBody,
        response: { 201: signedIn, ...usualAnswers },
      },
    },
    async (request, reply) => {
      const ids = answer(await deps.signUp(request.body), partiesRefusals, ({ userId, tenantId }) => ({ userId, tenantId }));
      await openMemberSession(accounts, ids, request, reply);
      deps.forgetSessions();
      return reply.status(201).send(ids);
    },
  );

  app.post(
    '/sign-in',
    {
      config: { allow: ['public'], perMinute: 30 },
      schema: { tags, summary: 'Se connecter par mot de passe', body: SignInBody, response: { 200: signedIn, ...usualAnswers } },
    },
    async (request, reply) => {
      const ids = answer(await deps.signIn(request.body), partiesRefusals, ({ userId, tenantId }) => ({ userId, tenantId }));
      await openMemberSession(accounts, ids, request, reply);
      return ids;
    },
  );

  app.post(
    '/sign-in/magic-link',
    {
      config: { allow: ['public'], perMinute: 10 },
      schema: {
        tags,
        summary: 'Recevoir un lien de connexion par e-mail',
        description: 'La réponse est la même que l’adresse ait un compte ou non.',
        body: z.object({ email: emailField }),
        response: { 200: z.object({ sent: z.literal(true) }), ...usualAnswers },
      },
    },
    async (request) => {
      await deps.askSignInLink({ email: request.body.email, language: request.language });
      return { sent: true as const };
    },
  );

  app.get(
    '/sign-in/magic-link/:token',
    {
      config: { allow: ['public'], perMinute: 60 },
      schema: {
        tags,
        summary: 'Mène à la page qui ouvre le lien, sans le consommer',
        params: z.object({ token: z.string().max(100) }),
      },
    },
    async (request, reply) => reply.redirect(`/lien/${encodeURIComponent(request.params.token)}`),
  );

  app.post(
    '/sign-out',
    {
      config: { allow: ['public'] },
      schema: { tags, summary: 'Se déconnecter', response: { 200: z.object({ signedOut: z.literal(true) }), ...usualAnswers } },
    },
    async (request, reply) => {
      const { setCookies } = await accounts.closeSession(new Headers({ cookie: request.headers.cookie ?? '' }));
      void reply.header('set-cookie', setCookies);
      const guest = request.cookies[guestCookie];
      if (guest) await endGuestSession(db, guest, instant(new Date()));
      void reply.clearCookie(guestCookie, { path: '/' });
      deps.forgetSessions();
      return { signedOut: true as const };
    },
  );

  app.get(
    '/me',
    { config: { allow: ['public'] }, schema: { tags, summary: 'Qui suis-je', response: { 200: MeBody, ...usualAnswers } } },
    async (request) => {
      const { actor, language } = request;
      if (actor.kind === 'public' || actor.kind === 'system')
        return { actor: { kind: 'public' as const }, organisation: null, organisations: [], language, now: null };
      const [own, memberships] = await Promise.all([
        db.withTenant(actor.tenantId, actor, async (tx) => ({ ...(await organisation(tx)), now: tx.now })),
        actor.kind === 'member' ? membershipsFor(db, actor.userId) : [],
      ]);
      return {
        actor: actor satisfies Actor,
        organisation: { tenantId: own.tenantId, name: own.identity.name, isDemo: own.isDemo },
        organisations: memberships.map(({ tenantId, name, isDemo, role }) => ({ tenantId, name, isDemo, role })),
        language,
        now: own.now,
      };
    },
  );
};

/** What a member changes for themselves. */
export const ownAccountRoutes =
  ({ db, accounts, forgetSessions }: Pick<SessionDeps, 'db' | 'accounts' | 'forgetSessions'>) =>
  async (app: App) => {
    app.post(
      '/me/organisation',
      {
        config: { allow: organisationPolicy.read },
        schema: {
          tags,
          summary: 'Travailler dans une autre de ses organisations',
          body: z.object({ tenantId: idParam<TenantId>() }),
          response: { 200: signedIn, ...usualAnswers },
        },
      },
      async (request, reply) => {
        const { userId } = memberOf(request);
        const membership = (await membershipsFor(db, userId)).find(({ tenantId }) => tenantId === request.body.tenantId);
        if (!membership) return no(partiesRefusals, 'unknown_organisation');
        const ids = { userId, tenantId: membership.tenantId };
        await openMemberSession(accounts, ids, request, reply);
        forgetSessions();
        return ids;
      },
    );

    app.put(
      '/me/password',
      {
        config: { allow: organisationPolicy.read, perMinute: 20 },
        schema: {
          tags,
          summary: 'Choisir ou changer son mot de passe ; les autres sessions se ferment',
          body: z.object({
            current: z.string().max(128).nullish().meta(label('Mot de passe actuel', 'Current password')),
            password: newPasswordField,
          }),
          response: { 200: z.object({ changed: z.literal(true) }), ...usualAnswers },
        },
      },
      async (request, reply) => {
        const { userId, tenantId } = memberOf(request);
        if (!(await accounts.confirmPassword(userId, request.body.current ?? null)))
          return no(partiesRefusals, 'wrong_current_password');
        await accounts.setPassword(userId, request.body.password);
        await accounts.closeAllSessions(userId);
        await openMemberSession(accounts, { userId, tenantId }, request, reply);
        forgetSessions();
        return { changed: true as const };
      },
    );
  };

/** Opens a member's session and gives its cookie to the browser. */
export const openMemberSession = async (
  accounts: Accounts,
  { userId, tenantId }: { userId: UserId; tenantId: TenantId },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '', 'x-forwarded-for': request.ip });
  const { setCookies } = await accounts.openSession(userId, tenantId, headers);
  void reply.header('set-cookie', setCookies);
};
