import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import type { chooseModelHandler, clausesOfQuote, removeClauseHandler } from '../app/clause-choice.ts';
import { refusals } from '../refusals.ts';

type Handlers = {
  clausesOfQuote: ReturnType<typeof clausesOfQuote>;
  removeClause: ReturnType<typeof removeClauseHandler>;
  chooseModel: ReturnType<typeof chooseModelHandler>;
};

const tags = ['Devis'];
const Line = z.object({ id: z.string(), title: z.string(), summary: z.string() });

export const clauseRoutes = (handlers: Handlers) => async (app: App) => {
  app.get(
    '/quotes/:id/clauses',
    {
      schema: {
        tags,
        summary: 'Les clauses du document, et celles au choix qui peuvent s’y joindre',
        params: z.object({ id: idParam<QuoteId>() }),
        response: {
          200: z.object({
            modelId: z.string(),
            models: z.array(Line.extend({ isOwn: z.boolean() })),
            parts: z.array(
              z.object({ title: z.string(), clauses: z.array(Line.extend({ number: z.string(), removable: z.boolean() })) }),
            ),
            available: z.array(Line),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => (await handlers.clausesOfQuote(memberOf(request), request.params.id)) ?? no(refusals, 'unknown_quote'),
  );

  app.put(
    '/quotes/:id/model',
    {
      schema: {
        tags,
        summary: 'Prendre un autre modèle pour le brouillon',
        params: z.object({ id: idParam<QuoteId>() }),
        body: z.object({ modelId: z.string().min(1).max(90) }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const decision = await handlers.chooseModel(memberOf(request), { quoteId: request.params.id, ...request.body });
      return answer(decision, refusals, ({ revision }) => ({ revision }));
    },
  );

  app.delete(
    '/quotes/:id/clauses/:clauseId',
    {
      schema: {
        tags,
        summary: 'Retirer du brouillon une clause au choix',
        params: z.object({ id: idParam<QuoteId>(), clauseId: z.string().min(1).max(90) }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { id, clauseId } = request.params;
      const decision = await handlers.removeClause(memberOf(request), { quoteId: id, clauseId });
      return answer(decision, refusals, ({ revision }) => ({ revision }));
    },
  );
};
