import { z } from 'zod';
import {
  answer,
  checkInput,
  clientOf,
  idParam,
  memberOf,
  no,
  readUpload,
  someoneOf,
  usualAnswers,
} from '../../../platform/http/index.ts';
import type { App } from '../../../platform/http/types.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { type CivilDate, civilDate } from '../../../shared/time.ts';
import type { documentHandlers } from '../app/documents.handlers.ts';
import type { readRelation } from '../app/read-relation.ts';
import type { readClientVigilance, readMissionVigilance, readVigilance } from '../app/read-vigilance.ts';
import { refusals } from '../refusals.ts';
import { ClientVigilanceBody, Kind, RelationBody, StateBody, VigilanceBody } from './schemas.ts';

export type VigilanceHandlers = ReturnType<typeof documentHandlers> & {
  read: ReturnType<typeof readVigilance>;
  readForClient: ReturnType<typeof readClientVigilance>;
  readForMission: ReturnType<typeof readMissionVigilance>;
  readRelation: ReturnType<typeof readRelation>;
};

const tags = ['Vigilance'];
const document = z.object({ id: idParam<string>() });
const deposited = z.object({ documentId: z.uuid() });
const maxBytes = 10 * 1024 * 1024;
const isDay = (value: string) => {
  try {
    return Boolean(civilDate(value));
  } catch {
    return false;
  }
};
const Day = z
  .string()
  .refine(isDay)
  .transform((value) => value as CivilDate);
const Fields = z.object({ kind: Kind, issuedOn: Day, securityCode: z.string().max(40).optional() });
const Worker = z.object({
  name: z.string().trim().min(1).max(120),
  nationality: z.string().trim().min(1).max(60),
  hiredOn: Day,
  permit: z.string().trim().min(1).max(120),
});

export const vigilanceRoutes = (handlers: VigilanceHandlers) => async (app: App) => {
  app.get(
    '/vigilance',
    {
      schema: {
        tags,
        summary: 'Les documents de vigilance de l’organisation et les clients qui doivent les détenir',
        response: { 200: VigilanceBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => handlers.read(memberOf(request)),
  );

  app.get(
    '/relation-indices',
    {
      schema: {
        tags,
        summary:
          'Les signes de dépendance envers un client, mesurés quand ils peuvent l’être\u00a0: un conseil, jamais un verdict',
        response: { 200: RelationBody, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => handlers.readRelation(memberOf(request)),
  );

  app.get(
    '/space/vigilance',
    {
      schema: {
        tags,
        summary: 'Les documents de vigilance que le client doit détenir, et ses vérifications',
        response: { 200: ClientVigilanceBody, ...usualAnswers },
      },
      config: { allow: ['client'] },
    },
    async (request) => handlers.readForClient(clientOf(request)),
  );

  app.get(
    '/missions/:id/vigilance',
    {
      schema: {
        tags,
        summary: 'Ce que l’obligation de vigilance demande avant les appels de la mission',
        params: z.object({ id: idParam<MissionId>() }),
        response: { 200: StateBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'reader', 'client'] },
    },
    async (request) => {
      const actor = someoneOf(request);
      if (actor.kind === 'signer') return no(refusals, 'unknown_vigilance_document');
      return (await handlers.readForMission(actor, request.params.id)) ?? no(refusals, 'unknown_vigilance_document');
    },
  );

  app.post(
    '/vigilance/documents',
    {
      schema: {
        tags,
        summary: 'Déposer un document de vigilance (PDF, PNG ou JPEG)',
        description: 'Champs avant le fichier\u00a0: kind, issuedOn, et securityCode pour l’attestation de l’Urssaf.',
        consumes: ['multipart/form-data'],
        response: { 200: deposited, 413: z.any(), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { name, mediaType, bytes, fields } = await readUpload(request, { maxBytes });
      const { kind, issuedOn, securityCode } = checkInput(Fields, fields);
      const file = { bytes, name, mediaType };
      const decision = await handlers.deposit(memberOf(request), { kind, issuedOn, securityCode: securityCode ?? null, file });
      return answer(decision, refusals, ({ documentId }) => ({ documentId }));
    },
  );

  app.post(
    '/vigilance/foreign-workers',
    {
      schema: {
        tags,
        summary: 'Déclarer la liste des salariés étrangers, ou n’en employer aucun\u00a0: le document est établi et déposé',
        body: z.object({ none: z.boolean(), workers: z.array(Worker).max(200).default([]) }),
        response: { 200: deposited, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.declareForeignWorkers(memberOf(request), request.body), refusals, ({ documentId }) => ({
        documentId,
      })),
  );

  app.post(
    '/vigilance/documents/:id/checks',
    {
      schema: {
        tags,
        summary: 'Le client dit avoir vérifié un document, et ce qu’il a trouvé',
        params: document,
        body: z.object({ verdict: z.enum(['authentic', 'doubtful']) }),
        response: { 200: z.object({ status: z.literal('done') }), ...usualAnswers },
      },
      config: { allow: ['client'] },
    },
    async (request) =>
      answer(
        await handlers.check(clientOf(request), { documentId: request.params.id, verdict: request.body.verdict }),
        refusals,
        { status: 'done' as const },
      ),
  );

  app.get(
    '/vigilance/documents/:id/file',
    {
      schema: { tags, summary: 'Les octets d’un document de vigilance', params: document },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request, reply) => {
      const actor = someoneOf(request);
      if (actor.kind === 'signer') return no(refusals, 'unknown_vigilance_document');
      const file = await handlers.file(actor, request.params.id);
      if (!file.ok) return answer(file, refusals, null);
      return reply
        .type(file.mediaType)
        .header('content-disposition', `inline; filename="${encodeURIComponent(file.name)}"`)
        .send(Buffer.from(file.bytes));
    },
  );
};
