import { z } from 'zod';
import { guestCookie, linkRefusals, type Accounts } from '../../../platform/auth/index.ts';
import { answer, usualAnswers, type App } from '../../../platform/http/index.ts';
import { instant } from '../../../shared/time.ts';
import type { describeLinkHandler, openLinkHandler } from '../app/open-link.handler.ts';
import { LinkBody, newPasswordField } from './schemas.ts';
import { openMemberSession } from './session.routes.ts';

type Deps = {
  accounts: Accounts;
  secureCookies: boolean;
  forgetSessions: () => void;
  describeLink: ReturnType<typeof describeLinkHandler>;
  openLink: ReturnType<typeof openLinkHandler>;
};

const tags = ['Liens'];
const params = z.object({ token: z.string().max(200) });

/** The links sent by e-mail: what they open, and opening them. */
export const linkRoutes = (deps: Deps) => async (app: App) => {
  app.get(
    '/links/:token',
    {
      config: { allow: ['public'], perMinute: 120 },
      schema: { tags, summary: 'Ce que ce lien ouvre, sans le consommer', params, response: { 200: LinkBody, ...usualAnswers } },
    },
    async (request) =>
      answer(await deps.describeLink(request.params.token), linkRefusals, ({ link, organisation, needsPassword }) => ({
        purpose: link.purpose,
        organisation,
        displayName: link.display_name,
        email: link.email,
        subject: link.subject_type && link.subject_id ? { type: link.subject_type, id: link.subject_id } : null,
        expiresAt: link.expires_at,
        needsPassword,
      })),
  );

  app.post(
    '/links/:token/session',
    {
      config: { allow: ['public'], perMinute: 60 },
      schema: {
        tags,
        summary: 'Ouvrir la session que ce lien permet',
        params,
        body: z.object({ password: newPasswordField.optional() }).nullish(),
        response: { 200: LinkBody.pick({ purpose: true, subject: true }), ...usualAnswers },
      },
    },
    async (request, reply) => {
      const { link, guest } = answer(
        await deps.openLink({ token: request.params.token, password: request.body?.password, realNow: instant(new Date()) }),
        linkRefusals,
        (opened) => opened,
      );
      if (guest)
        void reply.setCookie(guestCookie, guest.token, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: deps.secureCookies,
          maxAge: guest.maxAgeSeconds,
        });
      else await openMemberSession(deps.accounts, { userId: link.user_id!, tenantId: link.tenant_id }, request, reply);
      deps.forgetSessions();
      return {
        purpose: link.purpose,
        subject: link.subject_type && link.subject_id ? { type: link.subject_type, id: link.subject_id } : null,
      };
    },
  );
};
