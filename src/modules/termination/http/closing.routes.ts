import { z } from 'zod';
import { answer, idParam, memberOf, no, usualAnswers } from '../../../platform/http/index.ts';
import { CivilDateText } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { MissionId } from '../../../shared/ids.ts';
import type { calendarHandlers } from '../app/calendar.handlers.ts';
import type { handoverHandlers } from '../app/handover.handlers.ts';
import type { readHandoverFile } from '../app/read-handover-file.ts';
import { deadlineKinds } from '../domain/deadlines.ts';
import { handoverItemKinds } from '../domain/handover.ts';
import { refusals } from '../refusals.ts';
import { partyIn } from './routes.ts';

export type ClosingHandlers = ReturnType<typeof calendarHandlers> & {
  handover: ReturnType<typeof handoverHandlers>;
  handoverFile: ReturnType<typeof readHandoverFile>;
};

const ofItem = z.object({ id: idParam<MissionId>(), item: z.enum(handoverItemKinds) });
const done = z.object({ status: z.literal('done') });
const isDone = { status: 'done' as const };
const parties = { allow: ['owner', 'client'] } as const;

/** Échéances et fin de mission. */
export const closingRoutes = (handlers: ClosingHandlers) => async (app: App) => {
  const handover = ['Fin de mission'];
  app.get(
    '/missions/:id/handover/:item/file',
    {
      schema: { tags: handover, summary: 'L’élément à remettre, tel que Cadran le détient', params: ofItem },
      config: { allow: ['owner', 'client'] },
    },
    async (request, reply) => {
      const file = await handlers.handoverFile(partyIn(request), request.params.id, request.params.item);
      if (!file.ok) return answer(file, refusals, null);
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(Buffer.from(file.bytes));
    },
  );

  app.post(
    '/missions/:id/handover/:item/delivery',
    {
      schema: {
        tags: handover,
        summary: 'Inscrire la remise d’un élément',
        params: ofItem,
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { id, item } = request.params;
      const file = await handlers.handoverFile(memberOf(request), id, item);
      const sha256 = file.ok ? file.sha256 : null;
      return answer(await handlers.handover.deliver(memberOf(request), { missionId: id, item, sha256 }), refusals, isDone);
    },
  );

  app.post(
    '/missions/:id/handover/:item/destruction-order',
    {
      schema: {
        tags: handover,
        summary: 'Ordonner la destruction d’un élément qui vous appartient',
        params: ofItem,
        response: { 200: done, ...usualAnswers },
      },
      config: parties,
    },
    async (request) =>
      answer(
        await handlers.handover.orderDestruction(partyIn(request), { missionId: request.params.id, item: request.params.item }),
        refusals,
        isDone,
      ),
  );

  app.post(
    '/missions/:id/handover/:item/destruction',
    {
      schema: {
        tags: handover,
        summary: 'Inscrire la destruction d’un élément, une fois ordonnée',
        params: ofItem,
        body: z.object({ method: z.string().max(500).default('') }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.handover.destroy(memberOf(request), {
          missionId: request.params.id,
          item: request.params.item,
          method: request.body.method,
        }),
        refusals,
        isDone,
      ),
  );

  app.post(
    '/missions/:id/handover-attestation',
    {
      schema: {
        tags: handover,
        summary: 'Attester la restitution et la destruction\u00a0: le document est établi et envoyé',
        params: z.object({ id: idParam<MissionId>() }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.handover.attest(memberOf(request), { missionId: request.params.id }), refusals, isDone),
  );

  const dates = ['Échéances'];
  app.get(
    '/deadlines',
    {
      schema: {
        tags: dates,
        summary: 'Les échéances des contrats, les plus proches d’abord',
        response: {
          200: z.object({
            today: CivilDateText,
            deadlines: z.array(
              z.object({
                kind: z.enum(deadlineKinds),
                subject: z.object({ type: z.enum(['mission', 'framework', 'organisation']), id: z.string() }),
                label: z.string(),
                on: CivilDateText,
                isNear: z.boolean(),
                to: z.string(),
              }),
            ),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request) => handlers.deadlines(partyIn(request)),
  );

  app.get(
    '/deadlines.ics',
    { schema: { tags: dates, summary: 'Les échéances, pour un agenda' }, config: { allow: ['owner', 'reader', 'client'] } },
    async (request, reply) =>
      reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="echeances.ics"')
        .send(await handlers.file(partyIn(request))),
  );

  app.post(
    '/calendars',
    {
      schema: {
        tags: dates,
        summary: 'Une adresse d’abonnement personnelle\u00a0; elle remplace la précédente',
        response: { 200: z.object({ url: z.string() }), ...usualAnswers },
      },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request) => handlers.subscribe(partyIn(request)),
  );

  app.get(
    '/calendars/:token',
    {
      schema: { tags: dates, summary: 'Le calendrier d’un abonnement', params: z.object({ token: z.string().max(100) }) },
      config: { allow: ['owner', 'caller', 'reader', 'client', 'signer', 'public'], perMinute: 30 },
    },
    async (request, reply) => {
      const file = await handlers.feed(request.params.token);
      return file ? reply.type('text/calendar; charset=utf-8').send(file) : no(refusals, 'unknown_calendar');
    },
  );
};
