import { z } from 'zod';
import { answer, memberOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { clauseSentences, rewordClause } from '../app/reword-clause.ts';
import type { AmendmentId } from '../domain/amendment.ts';
import { refusals } from '../refusals.ts';

type Handlers = { sentences: ReturnType<typeof clauseSentences>; reword: ReturnType<typeof rewordClause> };

const tags = ['Avenants'];
const params = z.object({ id: idParam<AmendmentId>(), clauseId: z.string().min(1).max(90) });
const Edit = z.object({ passageId: z.string().max(100), before: z.string().max(10_000), after: z.string().max(10_000) });

export const amendmentClauseRoutes = (handlers: Handlers) => async (app: App) => {
  app.get(
    '/amendments/:id/clauses/:clauseId',
    {
      schema: {
        tags,
        summary: 'Une clause du contrat, phrase par phrase, telle que le brouillon la laisse',
        params,
        response: {
          200: z.object({
            number: z.string(),
            title: z.string(),
            part: z.string(),
            passages: z.array(
              z.object({
                id: z.string(),
                number: z.string(),
                title: z.string().nullable(),
                lines: z.array(z.object({ text: z.string(), listed: z.boolean(), rewritable: z.boolean() })),
              }),
            ),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { id: amendmentId, clauseId } = request.params;
      return answer(await handlers.sentences(memberOf(request), { amendmentId, clauseId }), refusals, ({ article }) => article);
    },
  );

  app.post(
    '/amendments/:id/clauses/:clauseId/wording',
    {
      schema: {
        tags,
        summary: 'La clause avec d’autres phrases, ses valeurs gardées ; rien n’est enregistré',
        params,
        body: z.object({ edits: z.array(Edit).min(1).max(40) }),
        response: {
          200: z.object({ clauseId: z.string(), title: z.string(), source: z.string(), was: z.string().nullable() }),
          ...usualAnswers,
        },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { id: amendmentId, clauseId } = request.params;
      const decision = await handlers.reword(memberOf(request), { amendmentId, clauseId, edits: request.body.edits });
      return answer(decision, refusals, ({ replacement }) => replacement);
    },
  );
};
