import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type App, answer, idParam, no, someoneOf, usualAnswers } from '../../../platform/http/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, InvoiceId, MissionId } from '../../../shared/ids.ts';
import { type Language, refusalSentence } from '../../../shared/refusal.ts';
import type { ScheduleStep } from '../domain/billing-schedule.ts';
import { refusals } from '../refusals.ts';
import type { InvoicingHandlers } from '../wire.ts';
import {
  DerivableKindParam,
  InvoiceBody,
  InvoiceFilterQuery,
  InvoiceListBody,
  InvoiceQuery,
  InvoiceTotalsBody,
  IssuedBody,
  PreviewBody,
  ScheduleBody,
} from './schemas.ts';

const tags = ['Factures'];
const invoiceParams = z.object({ id: idParam<InvoiceId>() });
const missionParams = z.object({ id: idParam<MissionId>() });
const readers = { allow: ['owner', 'reader', 'client'] as const };
const bytes = z.any().meta({ description: 'Le fichier.' });

/** A client reads its own invoices and nobody else's. */
const ownOnly = (actor: Actor): ClientId | null => (actor.kind === 'client' ? actor.clientId : null);

export const invoiceRoutes = (handlers: InvoicingHandlers) => async (app: App) => {
  app.get(
    '/invoices',
    {
      schema: {
        tags,
        summary: 'Factures et avoirs, filtrés, triés, page par page',
        querystring: InvoiceQuery,
        response: { 200: InvoiceListBody, ...usualAnswers },
      },
      config: { allow: [...readers.allow] },
    },
    async (request) => {
      const actor = someoneOf(request);
      const { order, ...query } = request.query;
      return handlers.list(actor, { ...query, clientId: ownOnly(actor) ?? query.clientId, descending: order === 'desc' });
    },
  );

  app.get(
    '/invoices/totals',
    {
      schema: {
        tags,
        summary: 'Totaux des factures filtrées, avoirs déduits',
        querystring: InvoiceFilterQuery,
        response: { 200: InvoiceTotalsBody, ...usualAnswers },
      },
      config: { allow: [...readers.allow] },
    },
    async (request) => {
      const actor = someoneOf(request);
      return handlers.totals(actor, { ...request.query, clientId: ownOnly(actor) ?? request.query.clientId });
    },
  );

  app.get(
    '/invoices/:id',
    {
      schema: {
        tags,
        summary: 'Une facture, ses lignes et leurs preuves',
        params: invoiceParams,
        response: { 200: InvoiceBody, ...usualAnswers },
      },
      config: { allow: [...readers.allow] },
    },
    async (request) => {
      const actor = someoneOf(request);
      return (await handlers.detail(actor, request.params.id, ownOnly(actor))) ?? no(refusals, 'unknown_invoice');
    },
  );

  app.get(
    '/invoices/:id/pdf',
    {
      schema: {
        tags,
        summary: 'La facture en PDF/A-3b (Factur-X)',
        params: invoiceParams,
        querystring: z.object({ download: z.stringbool().default(false) }),
        response: { 200: bytes, ...usualAnswers },
      },
      config: { allow: [...readers.allow] },
    },
    async (request, reply) => {
      const actor = someoneOf(request);
      const file = (await handlers.pdf(actor, request.params.id, ownOnly(actor))) ?? no(refusals, 'unknown_invoice');
      return send(reply, file, request.query.download);
    },
  );

  app.get(
    '/invoices/:id/xml',
    {
      schema: {
        tags,
        summary: 'La facture électronique (CII, EN 16931)',
        params: invoiceParams,
        response: { 200: bytes, ...usualAnswers },
      },
      config: { allow: [...readers.allow] },
    },
    async (request, reply) => {
      const actor = someoneOf(request);
      const file = (await handlers.xml(actor, request.params.id, ownOnly(actor))) ?? no(refusals, 'unknown_invoice');
      return send(reply, file, true);
    },
  );

  app.post(
    '/invoices/:id/credit-note',
    {
      schema: {
        tags,
        summary: 'Annuler une facture par un avoir',
        params: invoiceParams,
        body: z.object({ reason: z.string().trim().max(500) }),
        response: { 201: IssuedBody, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const decision = await handlers.credit(someoneOf(request), { invoiceId: request.params.id, reason: request.body.reason });
      return reply
        .code(201)
        .send(answer(decision, refusals, ({ facts: [fact] }) => ({ id: fact!.invoiceId, number: fact!.number })));
    },
  );

  app.get(
    '/missions/:id/billing',
    {
      schema: {
        tags,
        summary: 'Échéancier signé d’une mission : facturé, à facturer, en attente et pourquoi',
        params: missionParams,
        response: { 200: ScheduleBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => {
      const decision = await handlers.schedule(someoneOf(request), request.params.id);
      return answer(decision, refusals, ({ facts: [schedule] }) => ({
        ...schedule!,
        steps: schedule!.steps.map((step) => scheduleStep(step, request.language)),
      }));
    },
  );

  app.get(
    '/missions/:id/invoice-preview',
    {
      schema: {
        tags,
        summary: 'Ce que donnerait la facture maintenant, et ce qui attend',
        params: missionParams,
        querystring: z.object({ kind: DerivableKindParam, milestoneId: z.string().max(40).optional() }),
        response: { 200: PreviewBody, ...usualAnswers },
      },
      config: { allow: ['owner', 'reader'] },
    },
    async (request) => {
      const decision = await handlers.preview(someoneOf(request), { missionId: request.params.id, ...request.query });
      return answer(decision, refusals, ({ facts: [preview] }) => preview!);
    },
  );

  app.post(
    '/missions/:id/invoices',
    {
      schema: {
        tags,
        summary: 'Émettre une facture tirée des conditions signées et des preuves',
        params: missionParams,
        body: z.object({ kind: DerivableKindParam, milestoneId: z.string().max(40).optional() }),
        response: { 201: IssuedBody, ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const decision = await handlers.issue(someoneOf(request), { missionId: request.params.id, ...request.body });
      return reply
        .code(201)
        .send(answer(decision, refusals, ({ facts: [fact] }) => ({ id: fact!.invoiceId, number: fact!.number })));
    },
  );
};

const scheduleStep = ({ kind, milestoneId, label, sharePercent, ...step }: ScheduleStep, language: Language) => ({
  kind,
  milestoneId,
  label,
  sharePercent,
  state: step.state,
  netCents: step.state === 'ready' ? step.netCents : step.state === 'issued' ? step.invoice.netCents : null,
  invoice: step.state === 'issued' ? step.invoice : null,
  why: step.state === 'waiting' ? refusalSentence(refusals[step.code], language, step.details) : null,
});

const send = (reply: FastifyReply, file: { bytes: Uint8Array; name: string; mediaType: string }, download: boolean) =>
  reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${download ? 'attachment' : 'inline'}; filename="${file.name}"`)
    .header('cache-control', 'private, max-age=3600')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
