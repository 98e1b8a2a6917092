import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { answer, idParam, no, someoneOf, usualAnswers } from '../../../platform/http/index.ts';
import type { App } from '../../../platform/http/types.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { type CivilDate, civilDate } from '../../../shared/time.ts';
import type { readLife, readNotice } from '../app/read-life.ts';
import type { resiliationHandlers } from '../app/resiliation.handlers.ts';
import type { serveNoticeHandler } from '../app/serve-notice.handler.ts';
import type { suspensionHandlers } from '../app/suspension.handlers.ts';
import { refusals } from '../refusals.ts';
import { EvidenceBody, LifeBody, NoticeDetailBody } from './schemas.ts';

export type TerminationHandlers = ReturnType<typeof resiliationHandlers> &
  ReturnType<typeof suspensionHandlers> & {
    readLife: ReturnType<typeof readLife>;
    readNotice: ReturnType<typeof readNotice>;
    serve: ReturnType<typeof serveNoticeHandler>;
  };

const tags = ['Vie du contrat'];
const ofMission = z.object({ id: idParam<MissionId>() });
const ofOne = z.object({ id: idParam<string>() });
const done = z.object({ status: z.literal('done') });
const isDone = { status: 'done' as const };
const parties = { allow: ['owner', 'client'] } as const;
const isDay = (value: string) => {
  try {
    return Boolean(civilDate(value));
  } catch {
    return false;
  }
};

/** A party to the contract: a member or the client itself; a signer’s link opens one document and no more. */
export const partyIn = (request: FastifyRequest) => {
  const actor = someoneOf(request);
  return actor.kind === 'signer' ? no(refusals, 'unknown_mission') : actor;
};

export const terminationRoutes = (handlers: TerminationHandlers) => async (app: App) => {
  app.get(
    '/missions/:id/life',
    {
      schema: {
        tags,
        summary: 'Comment la mission peut s’arrêter ou s’est arrêtée, avec ses conséquences au centime',
        params: ofMission,
        response: { 200: LifeBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request) => (await handlers.readLife(partyIn(request), request.params.id)) ?? no(refusals, 'unknown_mission'),
  );

  app.post(
    '/missions/:id/notice',
    {
      schema: {
        tags,
        summary: 'Résilier avec le préavis signé\u00a0: la lettre part avec le compte entre les parties',
        params: ofMission,
        body: z.object({ reasons: z.string().max(2000).default('') }),
        response: { 200: z.object({ resiliationId: z.uuid() }), ...usualAnswers },
      },
      config: parties,
    },
    async (request) =>
      answer(
        await handlers.giveNotice(partyIn(request), { missionId: request.params.id, reasons: request.body.reasons }),
        refusals,
        ({ resiliationId }) => ({ resiliationId }),
      ),
  );

  app.post(
    '/missions/:id/formal-demand',
    {
      schema: {
        tags,
        summary: 'Mettre en demeure\u00a0: un article, des faits, un délai pour y remédier',
        params: ofMission,
        body: z.object({
          term: z.string().max(120),
          words: z.string().max(4000),
          cureDays: z.int(),
          evidence: z.array(EvidenceBody).max(30).default([]),
        }),
        response: { 200: z.object({ resiliationId: z.uuid() }), ...usualAnswers },
      },
      config: parties,
    },
    async (request) =>
      answer(
        await handlers.demand(partyIn(request), { missionId: request.params.id, ...request.body }),
        refusals,
        ({ resiliationId }) => ({ resiliationId }),
      ),
  );

  for (const [path, verb, summary] of [
    ['cure', 'cure', 'Dire qu’il a été remédié au manquement'],
    ['failure', 'declare_uncured', 'Dire que le délai est écoulé sans remède'],
    ['notification', 'notify', 'Notifier la résolution, avec ses raisons et ses conséquences'],
    ['withdrawal', 'withdraw', 'Abandonner la procédure'],
  ] as const)
    app.post(
      `/resiliations/:id/${path}`,
      {
        schema: {
          tags,
          summary,
          params: ofOne,
          body: z.object({ reason: z.string().max(2000).default('') }),
          response: { 200: done, ...usualAnswers },
        },
        config: parties,
      },
      async (request) =>
        answer(
          await handlers.move(partyIn(request), { resiliationId: request.params.id, verb, reason: request.body.reason }),
          refusals,
          isDone,
        ),
    );

  app.get(
    '/notices/:id',
    {
      schema: {
        tags,
        summary: 'Une lettre et sa réception',
        params: ofOne,
        response: { 200: NoticeDetailBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'reader', 'client'] },
    },
    async (request) => (await handlers.readNotice(partyIn(request), request.params.id)) ?? no(refusals, 'unknown_notice'),
  );

  app.post(
    '/notices/:id/reading',
    {
      schema: {
        tags,
        summary: 'Accuser réception d’une lettre\u00a0: la date est inscrite au dossier',
        params: ofOne,
        response: { 200: done, ...usualAnswers },
      },
      config: parties,
    },
    async (request) => answer(await handlers.serve(partyIn(request), request.params.id, { how: 'read' }), refusals, isDone),
  );

  app.post(
    '/notices/:id/registered-letter',
    {
      schema: {
        tags,
        summary: 'Inscrire la première présentation de la lettre recommandée',
        params: ofOne,
        body: z.object({
          presentedOn: z
            .string()
            .refine(isDay)
            .transform((value) => value as CivilDate),
          number: z.string().max(40),
        }),
        response: { 200: done, ...usualAnswers },
      },
      config: parties,
    },
    async (request) =>
      answer(
        await handlers.serve(partyIn(request), request.params.id, {
          how: 'registered',
          presentedOn: request.body.presentedOn,
          registeredNumber: request.body.number,
        }),
        refusals,
        isDone,
      ),
  );

  app.post(
    '/missions/:id/suspension',
    {
      schema: {
        tags,
        summary: 'Suspendre l’exécution\u00a0: plafond de créances dépassé, ou exception d’inexécution',
        params: ofMission,
        body: z.object({ ground: z.enum(['receivable_cap', 'non_performance']), reason: z.string().max(2000).default('') }),
        response: { 200: done, ...usualAnswers },
      },
      config: parties,
    },
    async (request) =>
      answer(await handlers.suspend(partyIn(request), { missionId: request.params.id, ...request.body }), refusals, isDone),
  );

  app.post(
    '/missions/:id/suspension/end',
    {
      schema: { tags, summary: 'Reprendre l’exécution', params: ofMission, response: { 200: done, ...usualAnswers } },
      config: parties,
    },
    async (request) => answer(await handlers.resume(partyIn(request), { missionId: request.params.id }), refusals, isDone),
  );
};
