import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answer, idParam, memberOf, no, readUpload, sse, usualAnswers, type App } from '../../../platform/http/index.ts';
import type { Live } from '../../../platform/live/index.ts';
import type { ImportId, MissionId } from '../../../shared/ids.ts';
import type { chooseMappingHandler } from '../app/choose-mapping.handler.ts';
import type { confirmImportHandler } from '../app/confirm-import.handler.ts';
import type { readImports } from '../app/read-imports.ts';
import type { undoImportHandler } from '../app/undo-import.handler.ts';
import type { uploadFileHandler } from '../app/upload-file.handler.ts';
import { MAX_FILE_BYTES } from '../domain/file/detect-encoding.ts';
import type { ImportOptions } from '../domain/importing/prospect-import.ts';
import { refusals } from '../refusals.ts';
import { importBody, previewBody, sentenceOf } from './present.ts';
import { ImportBody, ImportDetailBody, MappingInput } from './schemas.ts';

export type ImportHandlers = {
  upload: ReturnType<typeof uploadFileHandler>;
  chooseMapping: ReturnType<typeof chooseMappingHandler>;
  confirm: ReturnType<typeof confirmImportHandler>;
  undo: ReturnType<typeof undoImportHandler>;
  read: ReturnType<typeof readImports>;
  live: Live;
};

const tags = ['Fichiers de prospects'];
const ofMission = z.object({ id: idParam<MissionId>() });
const ofImport = z.object({ id: idParam<ImportId>() });
const byOwner = { allow: ['owner' as const] };

export const importRoutes = (handlers: ImportHandlers) => async (app: App) => {
  const detail = async (request: FastifyRequest, id: ImportId) => {
    const found = (await handlers.read.one(memberOf(request), id)) ?? no(refusals, 'unknown_import');
    const { language } = request;
    const said = <T extends { code: string }>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, sentence: sentenceOf(row.code, language) }));
    return {
      ...importBody(found.state),
      preview: found.preview && found.preview.map((row) => previewBody(row, language)),
      quality: found.quality,
      reasons: said(found.reasons),
      notes: said(found.notes),
    };
  };

  app.post(
    '/missions/:id/imports',
    {
      schema: {
        tags,
        summary: 'Déposer un fichier : format détecté, correspondance proposée, aperçu',
        params: ofMission,
        consumes: ['multipart/form-data'],
        response: { 200: ImportDetailBody, 413: z.any(), ...usualAnswers },
      },
      config: byOwner,
    },
    async (request) => {
      const { name, mediaType, bytes } = await readUpload(request, { maxBytes: MAX_FILE_BYTES });
      const decision = await handlers.upload(memberOf(request), { missionId: request.params.id, name, mediaType, bytes });
      return detail(
        request,
        answer(decision, refusals, (accepted) => accepted.importId),
      );
    },
  );

  app.get(
    '/missions/:id/imports',
    {
      schema: {
        tags,
        summary: 'Les fichiers d’une mission, les plus récents d’abord',
        params: ofMission,
        response: { 200: z.object({ imports: z.array(ImportBody) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => ({
      imports: ((await handlers.read.ofMission(memberOf(request), request.params.id)) ?? no(refusals, 'unknown_mission')).map(
        importBody,
      ),
    }),
  );

  app.get(
    '/imports/:id',
    {
      schema: {
        tags,
        summary: 'Un import : aperçu avant confirmation, résultat ensuite',
        params: ofImport,
        response: { 200: ImportDetailBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    (request) => detail(request, request.params.id),
  );

  app.put(
    '/imports/:id/mapping',
    {
      schema: {
        tags,
        summary: 'Choisir ce que contient chaque colonne',
        params: ofImport,
        body: MappingInput,
        response: { 200: ImportDetailBody, ...usualAnswers },
      },
      config: byOwner,
    },
    async (request) => {
      const options = request.body.options as Partial<ImportOptions>;
      const decision = await handlers.chooseMapping(memberOf(request), {
        importId: request.params.id,
        mapping: request.body.mapping,
        options,
      });
      return detail(request, answer(decision, refusals, request.params.id));
    },
  );

  app.post(
    '/imports/:id/confirmation',
    {
      schema: {
        tags,
        summary: 'Confirmer l’import : les fiches sont créées en arrière-plan',
        params: ofImport,
        response: { 200: ImportDetailBody, ...usualAnswers },
      },
      config: byOwner,
    },
    async (request) =>
      detail(
        request,
        answer(await handlers.confirm(memberOf(request), { importId: request.params.id }), refusals, request.params.id),
      ),
  );

  app.get(
    '/imports/:id/progress',
    {
      schema: { tags, summary: 'Avancement en direct (SSE)', params: ofImport, produces: ['text/event-stream'] },
      config: { allow: ['owner', 'reader'] },
    },
    async (request, reply) => {
      const member = memberOf(request);
      const read = () => handlers.read.progress(member, request.params.id);
      if (!(await read())) return no(refusals, 'unknown_import');
      sse(request, reply, {
        live: handlers.live,
        tenantId: member.tenantId,
        topics: [`import:${request.params.id}`],
        read,
        everySeconds: 2,
      });
    },
  );

  app.get(
    '/imports/:id/errors.csv',
    {
      schema: {
        tags,
        summary: 'Les lignes écartées, avec leur motif, à corriger et réimporter',
        params: ofImport,
        produces: ['text/csv'],
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request, reply) => {
      const file = answer(await handlers.read.errors(memberOf(request), request.params.id), refusals, (accepted) => accepted);
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Readable.from(file.content));
    },
  );

  app.delete(
    '/imports/:id',
    {
      schema: {
        tags,
        summary: 'Annuler un import : ses fiches jamais appelées sont retirées',
        params: ofImport,
        response: { 200: z.object({ removed: z.number(), kept: z.number() }), ...usualAnswers },
      },
      config: byOwner,
    },
    async (request) =>
      answer(await handlers.undo(memberOf(request), { importId: request.params.id }), refusals, ({ removed, kept }) => ({
        removed,
        kept,
      })),
  );
};
