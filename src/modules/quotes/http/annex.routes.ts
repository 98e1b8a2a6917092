import { z } from 'zod';
import { answer, no, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import type { annexesOf, annexFile } from '../app/read-annexes.ts';
import { refusals } from '../refusals.ts';

export type AnnexHandlers = { annexes: ReturnType<typeof annexesOf>; annexFile: ReturnType<typeof annexFile> };

const params = z.object({ id: idParam<QuoteId>() });
const tags = ['Devis'];
const readers = ['owner', 'reader', 'client'] as const;
const readerOf = (request: Parameters<typeof someoneOf>[0]) => {
  const actor = someoneOf(request);
  return actor.kind === 'signer' ? no(refusals, 'unknown_quote') : actor;
};

export const annexRoutes = (handlers: AnnexHandlers) => async (app: App) => {
  app.get(
    '/quotes/:id/annexes',
    {
      schema: {
        tags,
        summary: 'Les annexes d’un document envoyé, lisibles à part',
        params,
        response: { 200: z.object({ annexes: z.array(z.object({ id: z.string(), title: z.string() })) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) =>
      answer(await handlers.annexes(readerOf(request), request.params.id), refusals, ({ annexes }) => ({
        annexes: annexes.map(({ id, title }) => ({ id, title })),
      })),
  );

  app.get(
    '/quotes/:id/annexes/:annexId/pdf',
    {
      schema: { tags, summary: 'Une annexe seule (PDF)', params: params.extend({ annexId: z.string().max(60) }) },
      config: { allow: readers },
    },
    async (request, reply) => {
      const { id, annexId } = request.params;
      const file = await handlers.annexFile(readerOf(request), { quoteId: id, annexId });
      if (!file.ok) return answer(file, refusals, null);
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${file.name}"`)
        .send(Buffer.from(file.bytes));
    },
  );
};
