import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { checkModelHandler } from '../app/check-model.handler.ts';
import type { ListedModel, modelDetail, modelsOf } from '../app/read-library.ts';
import { modelSource, type newModelHandler, type saveTextHandler } from '../app/write-text.handlers.ts';
import { documentForms } from '../domain/document-model.ts';
import { refusals } from '../refusals.ts';
import { ModelBody, ModelDraftBody, ModelFindingBody, ModelLineBody, OwnBody, PartsBody, TextId } from './schemas.ts';

export type ModelHandlers = {
  list: ReturnType<typeof modelsOf>;
  detail: ReturnType<typeof modelDetail>;
  check: ReturnType<typeof checkModelHandler>;
  open: ReturnType<typeof newModelHandler>;
  save: ReturnType<typeof saveTextHandler>;
};

const params = z.object({ id: TextId });
const tags = ['Modèles'];
const readers = ['owner', 'reader'] as const;

export const modelRoutes = (handlers: ModelHandlers) => async (app: App) => {
  app.get(
    '/models',
    {
      schema: {
        tags,
        summary: 'Les modèles de documents, avec ce qui n’y est pas relu',
        response: { 200: z.object({ models: z.array(ModelLineBody) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => ({ models: (await handlers.list(memberOf(request))).map(lineBody) }),
  );

  app.get(
    '/models/:id',
    {
      schema: {
        tags,
        summary: 'Un modèle : ses clauses dans l’ordre, ses versions, son histoire',
        params,
        querystring: z.object({ version: z.coerce.number().int().positive().optional() }),
        response: { 200: z.object({ model: ModelBody, ...OwnBody }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => {
      const found = await handlers.detail(memberOf(request), { id: request.params.id, ...request.query });
      return found ? ({ ...found, model: ModelBody.parse(found.model) } as never) : no(refusals, 'unknown_text');
    },
  );

  app.post(
    '/models',
    {
      schema: {
        tags,
        summary: 'Ouvrir un modèle à soi, vide ou d’après un autre',
        body: z.object({
          title: z.string().trim().min(1).max(200),
          form: z.enum(documentForms).default('devis'),
          copyOf: TextId.optional(),
        }),
        response: { 201: z.object({ id: z.string(), version: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const opened = await handlers.open(memberOf(request), request.body);
      return reply.code(201).send(answer(opened, refusals, ({ id, version }) => ({ id, version })));
    },
  );

  app.put(
    '/models/:id/draft',
    {
      schema: {
        tags,
        summary: 'Enregistrer le brouillon d’un modèle',
        params,
        body: z.object({ revision: z.int(), draft: ModelDraftBody }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { id } = request.params;
      const { revision, draft } = request.body;
      const source = (version: number, form: string) => modelSource(id, version, form, draft);
      const saved = await handlers.save(memberOf(request), { kind: 'model', id, revision, title: draft.title, source });
      return answer(saved, refusals, ({ revision: now }) => ({ revision: now }));
    },
  );

  app.post(
    '/models/check',
    {
      schema: {
        tags,
        summary: 'Ce qui empêcherait un modèle de faire un document, avant de l’enregistrer',
        body: z.object({ form: z.enum(documentForms), draft: ModelDraftBody }),
        response: { 200: z.object({ findings: z.array(ModelFindingBody), parts: PartsBody }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => {
      const { findings, parts } = await handlers.check(memberOf(request), request.body);
      return { findings: [...findings], parts: [...parts] as never };
    },
  );
};

const lineBody = ({ model, unreviewed, ...rest }: ListedModel) => ({
  ...ModelBody.parse(model),
  ...rest,
  unreviewed: [...unreviewed],
});
