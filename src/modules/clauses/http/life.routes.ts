import { z } from 'zod';
import { answer, memberOf } from '../../../platform/http/answer.ts';
import { usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type {
  discardTextHandler,
  pilotTextHandler,
  publishTextHandler,
  reopenTextHandler,
  retireTextHandler,
  reviewTextHandler,
} from '../app/live-text.handlers.ts';
import type { newVersionHandler } from '../app/write-text.handlers.ts';
import type { LibraryKind } from '../domain/life.ts';
import { refusals } from '../refusals.ts';
import { PilotCommand, ReviewCommand, StateAnswer, TextId, VersionCommand } from './schemas.ts';

export type LifeHandlers = {
  newVersion: ReturnType<typeof newVersionHandler>;
  review: ReturnType<typeof reviewTextHandler>;
  reopen: ReturnType<typeof reopenTextHandler>;
  pilot: ReturnType<typeof pilotTextHandler>;
  publish: ReturnType<typeof publishTextHandler>;
  retire: ReturnType<typeof retireTextHandler>;
  discard: ReturnType<typeof discardTextHandler>;
};

const params = z.object({ id: TextId });

/** The same life for a clause and for a model: opened, read again, tried, published, retired. */
export const lifeRoutes = (base: '/clauses' | '/models', kind: LibraryKind, handlers: LifeHandlers) => async (app: App) => {
  const tags = [kind === 'clause' ? 'Clauses' : 'Modèles'];
  const described = (summary: string) => ({ tags, summary, params });
  const state = { 200: StateAnswer, ...usualAnswers };
  const ofText = ({ state: now }: { state: z.output<typeof StateAnswer>['state'] }) => ({ state: now });

  app.post(
    `${base}/:id/versions`,
    {
      schema: {
        ...described('Ouvrir la version suivante, avec les mots de la dernière'),
        response: { 201: z.object({ id: z.string(), version: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const opened = await handlers.newVersion(memberOf(request), { kind, id: request.params.id });
      return reply.code(201).send(answer(opened, refusals, ({ id, version }) => ({ id, version })));
    },
  );
  app.post(
    `${base}/:id/review`,
    {
      schema: { ...described('Enregistrer la relecture d’une version'), body: ReviewCommand, response: state },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { version, ...review } = request.body;
      return answer(await handlers.review(memberOf(request), { kind, id: request.params.id, version, review }), refusals, ofText);
    },
  );
  app.post(
    `${base}/:id/pilot`,
    {
      schema: { ...described('Essayer une version avec des clients choisis'), body: PilotCommand, response: state },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.pilot(memberOf(request), { kind, id: request.params.id, ...request.body }), refusals, ofText),
  );
  for (const [verb, summary] of [
    ['reopen', 'Remettre en brouillon une version relue'],
    ['publish', 'Publier une version pour tous les clients'],
    ['retire', 'Retirer une version'],
    ['discard', 'Jeter un brouillon'],
  ] as const)
    app.post(
      `${base}/:id/${verb}`,
      { schema: { ...described(summary), body: VersionCommand, response: state }, config: { allow: ['owner'] } },
      async (request) => {
        const command = { kind, id: request.params.id, version: request.body.version };
        return answer(await handlers[verb](memberOf(request), command), refusals, ofText);
      },
    );
};
