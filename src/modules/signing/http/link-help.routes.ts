import { z } from 'zod';
import { type App, answer, usualAnswers } from '../../../platform/http/index.ts';
import { refusals } from '../refusals.ts';
import type { SigningHandlers } from '../wire.ts';
import { originOf, params } from './routes.ts';
import { LinkAgain, LinkHelp } from './schemas.ts';

const tags = ['Signature'];
const token = z.object({ token: z.string().max(200) });

/** For who holds a link that no longer opens, or none: what to do, and the link again. */
export const linkHelpRoutes = (handlers: SigningHandlers) => async (app: App) => {
  const config = { allow: ['public'] as const, perMinute: 30 };

  app.get(
    '/signing-links/:token',
    {
      config: { ...config, perMinute: 120 },
      schema: {
        tags,
        summary: 'Ce qu’est devenu ce lien de signature',
        params: token,
        response: { 200: LinkHelp, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.describeSigningLink(request.params.token), refusals, ({ ok: _, ...help }) => help),
  );

  app.post(
    '/signing-links/:token/again',
    {
      config,
      schema: {
        tags,
        summary: 'Renvoyer le lien à la même adresse ; délai passé, demander plus de temps',
        params: token,
        response: { 200: LinkAgain, ...usualAnswers },
      },
    },
    async (request) =>
      answer(await handlers.askLinkAgain(request.params.token, originOf(request)), refusals, ({ sent, to }) => ({ sent, to })),
  );

  app.post(
    '/signing/:requestId/link',
    {
      config: { ...config, perMinute: 10 },
      schema: {
        tags,
        summary: 'Recevoir de nouveau mon lien : il part si cette adresse est celle d’un signataire',
        params,
        body: z.object({
          email: z.string().trim().min(3).max(200).meta({ title: 'Adresse e-mail', 'x-title-en': 'E-mail address' }),
        }),
        response: { 200: z.object({ ok: z.literal(true) }), ...usualAnswers },
      },
    },
    async (request) => {
      const { email } = request.body;
      await handlers.askLinkByEmail({ requestId: request.params.requestId, email, origin: originOf(request) });
      return { ok: true as const };
    },
  );
};
