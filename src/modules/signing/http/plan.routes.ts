import { z } from 'zod';
import { type App, answer, memberOf, usualAnswers } from '../../../platform/http/index.ts';
import { refusals } from '../refusals.ts';
import type { SigningHandlers } from '../wire.ts';

const tags = ['Signature'];
const params = z.object({ type: z.enum(['quote', 'framework', 'amendment']), id: z.uuid() });
const People = z.object({
  people: z
    .array(
      z.object({
        party: z.enum(['client', 'provider']),
        name: z.string().max(120).meta({ title: 'Nom', 'x-title-en': 'Name' }),
        capacity: z.string().max(120).meta({ title: 'Qualité', 'x-title-en': 'Capacity' }),
        email: z.string().max(200).meta({ title: 'Adresse e-mail', 'x-title-en': 'E-mail address' }),
        rank: z.number().int().min(1).max(99),
        duty: z.enum(['sign', 'copy']),
      }),
    )
    .max(20),
});

/** Who else signs a draft: said before it is sent. */
export const planRoutes = (handlers: SigningHandlers) => async (app: App) => {
  app.get(
    '/signature-plans/:type/:id',
    {
      config: { allow: ['owner', 'reader'] as const },
      schema: {
        tags,
        summary: 'Les autres signataires prévus pour ce document',
        params,
        response: { 200: People, ...usualAnswers },
      },
    },
    async (request) => handlers.readPlan(memberOf(request), request.params),
  );

  app.put(
    '/signature-plans/:type/:id',
    {
      config: { allow: ['owner'] as const },
      schema: {
        tags,
        summary: 'Dire qui d’autre signe, dans quel ordre, ou reçoit une copie',
        params,
        body: People,
        response: { 200: People, ...usualAnswers },
      },
    },
    async (request) =>
      answer(await handlers.planSignatories(memberOf(request), request.params, request.body.people), refusals, ({ people }) => ({
        people,
      })),
  );
};
