import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import { type ClauseDraft, sourceOf } from '../app/own-source.ts';
import { previewClause } from '../app/check-text.ts';
import type { clauseDetail, clausesOf, ListedClause } from '../app/read-library.ts';
import type { newClauseHandler, saveTextHandler } from '../app/write-text.handlers.ts';
import { clauseFamilies, type ClauseFault } from '../domain/clause.ts';
import { refusals } from '../refusals.ts';
import {
  ClauseDraftBody,
  ClauseHeadBody,
  ClauseLineBody,
  FaultBody,
  OwnBody,
  PartsBody,
  StandingBody,
  TextId,
} from './schemas.ts';

export type ClauseHandlers = {
  list: ReturnType<typeof clausesOf>;
  detail: ReturnType<typeof clauseDetail>;
  open: ReturnType<typeof newClauseHandler>;
  save: ReturnType<typeof saveTextHandler>;
};

const params = z.object({ id: TextId });
const tags = ['Clauses'];
const readers = ['owner', 'reader'] as const;

export const clauseRoutes = (handlers: ClauseHandlers) => async (app: App) => {
  app.get(
    '/clauses',
    {
      schema: {
        tags,
        summary: 'Les clauses de la bibliothèque et les siennes, avec leur état et leur relecture',
        response: { 200: z.object({ clauses: z.array(ClauseLineBody) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => ({ clauses: (await handlers.list(memberOf(request))).map(lineBody) }),
  );

  app.get(
    '/clauses/:id',
    {
      schema: {
        tags,
        summary: 'Une clause : son texte, ses versions, son histoire',
        params,
        querystring: z.object({ version: z.coerce.number().int().positive().optional() }),
        response: {
          200: z.object({
            head: ClauseHeadBody,
            draft: ClauseDraftBody.extend({ title: z.string(), summary: z.string(), reviewBefore: z.string() }),
            standing: StandingBody,
            parts: PartsBody,
            faults: z.array(FaultBody),
            ...OwnBody,
          }),
          ...usualAnswers,
        },
      },
      config: { allow: readers },
    },
    async (request) => {
      const found = await handlers.detail(memberOf(request), { id: request.params.id, ...request.query });
      if (!found) return no(refusals, 'unknown_text');
      const { source, head, ...rest } = found;
      const { parts, faults } = previewClause(source, { family: head.family, file: head.title });
      return { ...rest, head: headBody(head), parts: [...parts] as never, faults: faultBodies(faults, source) } as never;
    },
  );

  app.post(
    '/clauses',
    {
      schema: {
        tags,
        summary: 'Ouvrir une clause à soi, vide ou d’après une autre',
        body: z.object({
          title: z.string().trim().min(1).max(200),
          family: z.enum(clauseFamilies).default('socle'),
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
    '/clauses/:id/draft',
    {
      schema: {
        tags,
        summary: 'Enregistrer le brouillon d’une clause',
        params,
        body: z.object({ revision: z.int(), draft: ClauseDraftBody }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { id } = request.params;
      const { revision, draft } = request.body;
      const source = (version: number) => sourceOf(id, version, draft as ClauseDraft);
      const saved = await handlers.save(memberOf(request), { kind: 'clause', id, revision, title: draft.title, source });
      return answer(saved, refusals, ({ revision: now }) => ({ revision: now }));
    },
  );

  app.post(
    '/clauses/preview',
    {
      schema: {
        tags,
        summary: 'La clause telle qu’elle se lirait, ou ses fautes avec leur ligne ; rien n’est enregistré',
        body: z.object({ id: TextId, family: z.enum(clauseFamilies), draft: ClauseDraftBody }),
        response: {
          200: z.object({
            faults: z.array(FaultBody),
            reads: z.array(z.string()),
            parts: PartsBody,
            examples: z.array(z.object({ title: z.string(), missing: z.array(z.string()), unwanted: z.array(z.string()) })),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: readers },
    },
    async (request) => {
      const { id, family, draft } = request.body;
      const source = sourceOf(id, 1, draft as ClauseDraft);
      const { faults, clause, parts, examples } = previewClause(source, { family, file: draft.title });
      return {
        faults: faultBodies(faults, source),
        reads: [...(clause?.reads ?? [])],
        parts: [...parts] as never,
        examples: examples.map((example) => ({ ...example, missing: [...example.missing], unwanted: [...example.unwanted] })),
      };
    },
  );
};

/** The author sees the text without its properties: lines are told in that text. */
const faultBodies = (faults: readonly ClauseFault[], source: string) => {
  const offset = source.split('\n').indexOf('---', 1) + 1;
  return faults.map(({ line, fr, en }) => ({ line: line > offset ? line - offset : null, fr, en }));
};

const headBody = (head: ListedClause['head']): z.output<typeof ClauseHeadBody> => ClauseHeadBody.parse(head);
const lineBody = ({ head, ...rest }: ListedClause) => ({ ...headBody(head), ...rest });
