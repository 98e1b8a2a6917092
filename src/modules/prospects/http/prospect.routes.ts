import { z } from 'zod';
import { answer, idParam, no, readUpload, someoneOf, usualAnswers, type App } from '../../../platform/http/index.ts';
import type { FastifyRequest } from 'fastify';
import type { ClientId, MissionId, ProspectId } from '../../../shared/ids.ts';
import type { Insider } from '../app/deps.ts';
import type { readProspects } from '../app/read-prospects.ts';
import type { recordSuppressionHandler, uploadSuppressionsHandler } from '../app/record-suppressions.handler.ts';
import { MAX_FILE_BYTES } from '../domain/file/detect-encoding.ts';
import type { ProspectCard } from '../db/prospects.store.ts';
import { refusals } from '../refusals.ts';
import {
  ProspectBody,
  ProspectCountsBody,
  ProspectDetailBody,
  ProspectQuery,
  SuppressionCountBody,
  SuppressionInput,
} from './schemas.ts';

export type ProspectHandlers = {
  read: ReturnType<typeof readProspects>;
  suppress: ReturnType<typeof recordSuppressionHandler>;
  uploadSuppressions: ReturnType<typeof uploadSuppressionsHandler>;
};

const tags = ['Fiches et oppositions'];
const ofMission = z.object({ id: idParam<MissionId>() });
const everyone = { allow: ['owner' as const, 'caller' as const, 'reader' as const, 'client' as const] };

const insider = (request: FastifyRequest): Insider => {
  const actor = someoneOf(request);
  return actor.kind === 'signer' ? no(refusals, 'unknown_mission') : actor;
};
const cardBody = ({ clientId: _, siren: __, leasedBy: ___, callbackOwner: ____, ...card }: ProspectCard) => card;

export const prospectRoutes = (handlers: ProspectHandlers) => async (app: App) => {
  app.get(
    '/missions/:id/prospects',
    {
      schema: {
        tags,
        summary: 'Les fiches d’une mission, par pages',
        params: ofMission,
        querystring: ProspectQuery,
        response: { 200: z.object({ prospects: z.array(ProspectBody), next: z.string().nullable() }), ...usualAnswers },
      },
      config: everyone,
    },
    async (request) => {
      const page =
        (await handlers.read.list(insider(request), { missionId: request.params.id, ...request.query })) ??
        no(refusals, 'unknown_mission');
      return { prospects: page.prospects.map(cardBody), next: page.next };
    },
  );

  app.get(
    '/missions/:id/prospects/counts',
    {
      schema: {
        tags,
        summary: 'Où en sont les fiches, et la qualité du fichier',
        params: ofMission,
        response: { 200: ProspectCountsBody, ...usualAnswers },
      },
      config: everyone,
    },
    async (request) => {
      const { counts, quality } =
        (await handlers.read.counts(insider(request), request.params.id)) ?? no(refusals, 'unknown_mission');
      return { counts, quality };
    },
  );

  app.get(
    '/prospects/:id',
    {
      schema: {
        tags,
        summary: 'Une fiche et son histoire',
        params: z.object({ id: idParam<ProspectId>() }),
        response: { 200: ProspectDetailBody, ...usualAnswers },
      },
      config: everyone,
    },
    async (request) => {
      const { prospect, history } =
        (await handlers.read.one(insider(request), request.params.id)) ?? no(refusals, 'unknown_prospect');
      return { prospect: cardBody(prospect), history };
    },
  );

  app.post(
    '/suppressions',
    {
      schema: {
        tags,
        summary: 'Enregistrer une opposition : définitive, appliquée aussitôt',
        body: SuppressionInput,
        response: { 200: z.object({ added: z.boolean(), prospects: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'client'] },
    },
    async (request) => {
      const { clientId, missionId, ...command } = request.body;
      const place = { clientId: clientId as ClientId | undefined, missionId: missionId as MissionId | undefined };
      return answer(await handlers.suppress(insider(request), { ...command, ...place }), refusals, ({ added, prospects }) => ({
        added,
        prospects,
      }));
    },
  );

  app.post(
    '/suppressions/upload',
    {
      schema: {
        tags,
        summary: 'Déposer une liste d’opposition (champs scope, clientId, missionId, reason, puis le fichier)',
        consumes: ['multipart/form-data'],
        response: {
          200: z.object({ numbers: z.number(), unreadable: z.number(), added: z.number(), prospects: z.number() }),
          413: z.any(),
          ...usualAnswers,
        },
      },
      config: { allow: ['owner', 'client'] },
    },
    async (request) => {
      const { bytes, fields } = await readUpload(request, { maxBytes: MAX_FILE_BYTES });
      const place = UploadPlace.safeParse(fields);
      if (!place.success) return no(refusals, 'scope_needs_client');
      const { scope, clientId, missionId, reason } = place.data;
      const command = {
        scope,
        clientId: clientId as ClientId | undefined,
        missionId: missionId as MissionId | undefined,
        reason,
        bytes,
      };
      return answer(await handlers.uploadSuppressions(insider(request), command), refusals, ({ ok: _, ...body }) => body);
    },
  );

  app.get(
    '/suppressions',
    {
      schema: {
        tags,
        summary: 'Combien d’oppositions, par portée et par origine',
        response: { 200: z.object({ counts: z.array(SuppressionCountBody) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request) => ({ counts: await handlers.read.suppressions(insider(request)) }),
  );
};

const UploadPlace = z.object({
  scope: z.enum(['provider', 'client', 'mission']).default('client'),
  clientId: z.uuid().optional(),
  missionId: z.uuid().optional(),
  reason: z.string().trim().min(1).max(300).default('Liste d’opposition'),
});
