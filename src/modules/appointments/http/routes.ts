import { z } from 'zod';
import { answer, no, signerOf, someoneOf } from '../../../platform/http/answer.ts';
import { idParam, InstantText, usualAnswers } from '../../../platform/http/schemas.ts';
import { sse } from '../../../platform/http/sse.ts';
import type { App } from '../../../platform/http/types.ts';
import type { Live } from '../../../platform/live/index.ts';
import type { AppointmentId, MissionId } from '../../../shared/ids.ts';
import type { AppointmentHandlers } from '../app/decide-appointment.handler.ts';
import type { appointmentDetail, appointmentsFor } from '../app/read-appointments.ts';
import type { Appointment } from '../domain/appointment.ts';
import { refusals } from '../refusals.ts';
import { AppointmentBody, AppointmentDetailBody, ContestInput, RefusalInput, RulingInput } from './schemas.ts';

export type Handlers = AppointmentHandlers & {
  list: ReturnType<typeof appointmentsFor>;
  detail: ReturnType<typeof appointmentDetail>;
  live: Live;
};

const params = z.object({ id: idParam<AppointmentId>() });
const done = z.object({ status: z.literal('done') });
const said = { status: 'done' as const };
const tags = ['Rendez-vous'];
const states = z.enum(['to_review', 'accepted', 'refused', 'contested']);

const body = <A extends Appointment>({ clientId, prospectId, bookedBy, termsVersion, version, marks, ...rest }: A) => ({
  ...rest,
  marks: [...marks],
});

export const appointmentRoutes = (handlers: Handlers) => async (app: App) => {
  app.get(
    '/appointments',
    {
      schema: {
        tags,
        summary: 'Rendez-vous, par échéance de validation',
        querystring: z.object({
          missionId: idParam<MissionId>().optional(),
          state: z.union([states.transform((one) => [one]), z.array(states)]).optional(),
        }),
        response: { 200: z.object({ now: InstantText, appointments: z.array(AppointmentBody) }), ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'reader', 'client'] },
    },
    async (request) => {
      const { missionId, state } = request.query;
      const { now, appointments } = await handlers.list(someoneOf(request), { missionId, states: state });
      return { now, appointments: appointments.map(body) };
    },
  );

  app.get(
    '/appointments/:id',
    {
      schema: {
        tags,
        summary: 'Un rendez-vous, ses critères signés et leurs articles',
        params,
        response: { 200: AppointmentDetailBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'caller', 'reader', 'client', 'signer'] },
    },
    async (request) => {
      const found = await handlers.detail(someoneOf(request), request.params.id);
      return found ? body(found) : no(refusals, 'unknown_appointment');
    },
  );

  app.get(
    '/appointments/:id/live',
    {
      schema: { tags, summary: 'Le même rendez-vous, en direct (SSE) : la décision prise ailleurs', params },
      config: { allow: ['owner', 'caller', 'reader', 'client', 'signer'] },
    },
    async (request, reply) => {
      const actor = someoneOf(request);
      const found = await handlers.detail(actor, request.params.id);
      if (!found) return no(refusals, 'unknown_appointment');
      const read = async () => {
        const { state, version } = (await handlers.detail(actor, request.params.id))!;
        return { state, version };
      };
      sse(request, reply, { live: handlers.live, tenantId: actor.tenantId, topics: [`mission:${found.missionId}`], read });
    },
  );

  app.post(
    '/appointments/:id/acceptance',
    {
      schema: { tags, summary: 'Accepter : le rendez-vous est dû', params, response: { 200: done, ...usualAnswers } },
      config: { allow: ['client'] },
    },
    async (request) => answer(await handlers.accept(someoneOf(request), request.params.id), refusals, said),
  );

  app.post(
    '/appointments/:id/refusal',
    {
      schema: {
        tags,
        summary: 'Refuser sur un critère signé et un moment de l’appel',
        params,
        body: RefusalInput,
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['client'] },
    },
    async (request) => answer(await handlers.refuse(someoneOf(request), request.params.id, request.body), refusals, said),
  );

  app.post(
    '/appointments/:id/concession',
    {
      schema: { tags, summary: 'Retirer un refus', params, response: { 200: done, ...usualAnswers } },
      config: { allow: ['client'] },
    },
    async (request) => answer(await handlers.concede(someoneOf(request), request.params.id), refusals, said),
  );

  app.post(
    '/appointments/:id/contest',
    {
      schema: {
        tags,
        summary: 'Contester un refus, une fois',
        params,
        body: ContestInput,
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner', 'caller'] },
    },
    async (request) => answer(await handlers.contest(someoneOf(request), request.params.id, request.body), refusals, said),
  );

  app.post(
    '/appointments/:id/ruling',
    {
      schema: {
        tags,
        summary: 'Trancher une contestation (arbitre)',
        params,
        body: RulingInput,
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['signer'] },
    },
    async (request) => answer(await handlers.rule(signerOf(request), request.params.id, request.body), refusals, said),
  );

  app.post(
    '/appointments/:id/meeting',
    {
      schema: {
        tags,
        summary: 'Dire si le rendez-vous a été honoré',
        params,
        body: z.object({ outcome: z.enum(['held', 'no_show', 'postponed', 'client_absent']) }),
        response: { 200: done, ...usualAnswers },
      },
      config: { allow: ['owner', 'client'] },
    },
    async (request) =>
      answer(await handlers.reportMeeting(someoneOf(request), request.params.id, request.body.outcome), refusals, said),
  );
};
