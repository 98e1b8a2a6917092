import { z } from 'zod';
import { answer, memberOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { labelWords, unitWords } from '../../general-terms/queries.ts';
import type { frameworkOpportunityFor, takeOpportunityHandler } from '../app/framework-opportunities.ts';
import type { FrameworkOpportunity } from '../domain/framework-opportunity.ts';
import { refusals } from '../refusals.ts';

export type AdviceHandlers = {
  frameworkOpportunity: ReturnType<typeof frameworkOpportunityFor>;
  takeOpportunity: ReturnType<typeof takeOpportunityHandler>;
};

const tags = ['Conseil'];
const params = z.object({ id: idParam<ClientId>() });
const Term = z.object({ path: z.string(), label: z.string(), words: z.string() });
const OpportunityBody = z.object({
  because: z.enum(['repeated', 'trial_ended']),
  offers: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
  common: z.array(Term),
  differing: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      choices: z.array(z.object({ offerId: z.uuid(), words: z.string(), numbers: z.array(z.string()) })),
    }),
  ),
  prices: z.array(z.object({ label: z.string(), kind: z.string(), unitPriceCents: z.number() })),
});

const opportunityBody = ({ because, offers, common, differing, priceGrid }: FrameworkOpportunity) => ({
  because,
  offers: offers.map(({ id, number, title }) => ({ id, number, title })),
  common: common.map(({ path, value }) => ({ path, label: labelWords(path), words: unitWords(path, value) })),
  differing: differing.map(({ path, values }) => ({
    path,
    label: labelWords(path),
    choices: values.map(({ value, offers: said }) => ({
      offerId: said[0]!.id,
      words: value === undefined ? '—' : unitWords(path, value),
      numbers: said.map(({ number }) => number),
    })),
  })),
  prices: priceGrid.map(({ label, kind, unitPriceCents }) => ({ label, kind, unitPriceCents })),
});

export const adviceRoutes = (handlers: AdviceHandlers) => async (app: App) => {
  app.get(
    '/clients/:id/framework-opportunity',
    {
      schema: {
        tags,
        summary: 'Le contrat-cadre que les devis déjà faits à ce client écriraient, s’il y a lieu',
        params,
        response: { 200: z.object({ opportunity: OpportunityBody.nullable() }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => {
      const found = await handlers.frameworkOpportunity(memberOf(request), request.params.id);
      return { opportunity: found && opportunityBody(found) };
    },
  );

  app.post(
    '/clients/:id/framework-opportunity',
    {
      schema: {
        tags,
        summary: 'Ouvrir ce contrat-cadre : ce qui est commun est repris, et ce qui diffère d’après le devis choisi',
        params,
        body: z.object({ chosen: z.record(z.string(), z.uuid()) }),
        response: { 201: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const command = { clientId: request.params.id, chosen: request.body.chosen };
      const decision = await handlers.takeOpportunity(memberOf(request), command);
      return reply.code(201).send(answer(decision, refusals, ({ frameworkId }) => ({ id: frameworkId })));
    },
  );
};
