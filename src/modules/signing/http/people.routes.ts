import { z } from 'zod';
import { civilDate } from '../../../shared/time.ts';
import { type App, answer, idParam, usualAnswers } from '../../../platform/http/index.ts';
import type { SignatoryId } from '../domain/signature-request.ts';
import { refusals } from '../refusals.ts';
import type { SigningHandlers } from '../wire.ts';
import { fromOwner, fromSigner, params } from './routes.ts';
import { DelegationBody, Extension, Initials, Reason } from './schemas.ts';

const tags = ['Signature'];
const Done = z.object({ ok: z.literal(true) });
const done = { ok: true as const };

/** Initialling, delegating, and what the prestataire may do about time and people. */
export const peopleRoutes = (handlers: SigningHandlers) => async (app: App) => {
  const signer = { allow: ['signer'] as const, perMinute: 120 };
  const owner = { allow: ['owner'] as const };

  app.post(
    '/signing/:requestId/initials',
    {
      config: signer,
      schema: {
        tags,
        summary: 'Je paraphe un article que je viens de lire',
        params,
        body: Initials,
        response: { 200: Done, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.initial(fromSigner(request), request.body), refusals, done),
  );

  app.post(
    '/signing/:requestId/delegation',
    {
      config: signer,
      schema: {
        tags,
        summary: 'Je transmets la demande à une personne de mon organisation',
        params,
        body: DelegationBody,
        response: { 200: Done, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.delegate(fromSigner(request), request.body), refusals, done),
  );

  app.post(
    '/signing/:requestId/more-time',
    {
      config: signer,
      schema: {
        tags,
        summary: 'Le délai est passé : je demande plus de temps',
        params,
        response: { 200: Done, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.askMoreTime(fromSigner(request)), refusals, done),
  );

  app.post(
    '/signature-requests/:requestId/extension',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Prolonger le délai de signature (quinze jours, ou jusqu’au jour donné)',
        params,
        body: Extension,
        response: { 200: Done.extend({ until: z.string() }), ...usualAnswers },
      },
    },
    async (request) => {
      const { until } = request.body;
      return answer(
        await handlers.extend(fromOwner(request), until ? { until: civilDate(until) } : {}),
        refusals,
        ({ facts }) => ({ ...done, until: facts[0]!.validUntil }),
      );
    },
  );

  app.post(
    '/signature-requests/:requestId/reminders',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Suspendre ou reprendre les relances',
        params,
        body: z.object({ paused: z.boolean() }),
        response: { 200: Done, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.setReminders(fromOwner(request), request.body), refusals, done),
  );

  app.post(
    '/signature-requests/:requestId/delegates/:signatoryId/refusal',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Ne pas accepter la personne à qui la signature a été transmise',
        params: params.extend({ signatoryId: idParam<SignatoryId>() }),
        body: Reason,
        response: { 200: Done, ...usualAnswers },
      },
    },
    async (request) =>
      answer(
        await handlers.dismissDelegate(fromOwner(request), { signatoryId: request.params.signatoryId, ...request.body }),
        refusals,
        done,
      ),
  );
};
