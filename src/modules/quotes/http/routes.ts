import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { idParam, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { ClientId, DossierId, FrameworkId, QuoteId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { withdrawQuoteHandler } from '../app/close-quote.handler.ts';
import type { addClauseHandler } from '../app/add-clause.handler.ts';
import type { draftQuoteHandler, saveDraftHandler } from '../app/draft-quote.handler.ts';
import type { previewQuote } from '../app/preview-quote.ts';
import type { quoteDetail, quotesFor } from '../app/read-quotes.ts';
import type { sendQuoteHandler } from '../app/send-quote.handler.ts';
import { refusals } from '../refusals.ts';
import { listItemBody, quoteBody } from './quote-body.ts';
import { DraftBody, FindingBody, QuoteBody, QuoteFormBody, QuoteListItemBody } from './schemas.ts';

export type QuoteHandlers = {
  quotesFor: ReturnType<typeof quotesFor>;
  quoteDetail: ReturnType<typeof quoteDetail>;
  draftQuote: ReturnType<typeof draftQuoteHandler>;
  saveDraft: ReturnType<typeof saveDraftHandler>;
  addClause: ReturnType<typeof addClauseHandler>;
  sendQuote: ReturnType<typeof sendQuoteHandler>;
  withdrawQuote: ReturnType<typeof withdrawQuoteHandler>;
  previewQuote: ReturnType<typeof previewQuote>;
};

const params = z.object({ id: idParam<QuoteId>() });
const tags = ['Devis'];
const readers = ['owner', 'reader'] as const;

export const quoteRoutes = (handlers: QuoteHandlers) => async (app: App) => {
  app.get(
    '/quotes',
    {
      schema: {
        tags,
        summary: 'Devis, les plus récents d’abord',
        querystring: z.object({ dossierId: idParam<DossierId>().optional(), frameworkId: idParam<FrameworkId>().optional() }),
        response: { 200: z.object({ quotes: z.array(QuoteListItemBody) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => ({ quotes: (await handlers.quotesFor(memberOf(request), request.query)).map(listItemBody) }),
  );

  app.post(
    '/quotes',
    {
      schema: {
        tags,
        summary: 'Ouvrir un devis pour un client, avec des valeurs de départ ou d’après un devis précédent',
        body: z.object({
          clientId: idParam<ClientId>(),
          title: z.string().trim().min(1).max(200).optional(),
          form: QuoteFormBody.optional(),
          isTrial: z.boolean().optional(),
          frameworkId: idParam<FrameworkId>().optional(),
          copyOf: idParam<QuoteId>().optional(),
          draft: z.record(z.string(), z.unknown()).optional(),
          validUntil: z.iso.date().optional(),
        }),
        response: { 201: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) => {
      const { draft, validUntil, ...rest } = request.body;
      const decision = await handlers.draftQuote(memberOf(request), {
        ...rest,
        draft: draft as DraftTerms | undefined,
        validUntil: validUntil as CivilDate | undefined,
      });
      return reply.code(201).send(answer(decision, refusals, (drafted) => ({ id: drafted.quoteId })));
    },
  );

  app.get(
    '/quotes/:id',
    {
      schema: {
        tags,
        summary: 'Un devis, et ce qui manque avant son envoi',
        params,
        response: { 200: QuoteBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => {
      const found = await handlers.quoteDetail(memberOf(request), request.params.id);
      return found ? quoteBody(found) : no(refusals, 'unknown_quote');
    },
  );

  app.put(
    '/quotes/:id/draft',
    {
      schema: {
        tags,
        summary: 'Enregistrer le brouillon',
        params,
        body: DraftBody,
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { revision, title, validUntil, draft } = request.body;
      const command = {
        quoteId: request.params.id,
        revision,
        title,
        validUntil: validUntil as CivilDate | null,
        draft: draft as DraftTerms,
      };
      return answer(await handlers.saveDraft(memberOf(request), command), refusals, (saved) => ({ revision: saved.revision }));
    },
  );

  app.post(
    '/quotes/:id/clauses',
    {
      schema: {
        tags,
        summary: 'Ajouter au brouillon une clause de la bibliothèque',
        params,
        body: z.object({ clauseId: z.string().min(1).max(60) }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.addClause(memberOf(request), { quoteId: request.params.id, clauseId: request.body.clauseId }),
        refusals,
        ({ revision }) => ({ revision }),
      ),
  );

  app.post(
    '/quotes/:id/sending',
    {
      schema: {
        tags,
        summary: 'Envoyer le devis : il prend son numéro et ne change plus. `acknowledged` : les dérogations relues',
        params,
        body: z.object({ acknowledged: z.array(z.string()).optional() }).nullish(),
        response: { 200: z.object({ number: z.string(), signatureRequestId: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.sendQuote(memberOf(request), { quoteId: request.params.id, acknowledged: request.body?.acknowledged }),
        refusals,
        (sent) => ({
          number: sent.number,
          signatureRequestId: sent.signatureRequestId,
        }),
      ),
  );

  app.post(
    '/quotes/:id/withdrawal',
    {
      schema: {
        tags,
        summary: 'Retirer un devis envoyé',
        params,
        body: z.object({ reason: z.string().max(500) }),
        response: { 200: z.object({ status: z.literal('withdrawn') }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(
        await handlers.withdrawQuote(memberOf(request), { quoteId: request.params.id, reason: request.body.reason }),
        refusals,
        { status: 'withdrawn' as const },
      ),
  );

  app.post(
    '/quotes/:id/preview',
    {
      schema: {
        tags,
        summary: 'Aperçu des articles d’un brouillon, sans l’enregistrer',
        params,
        body: z.object({ draft: z.record(z.string(), z.unknown()) }),
        response: {
          200: z.object({
            parts: z.array(z.record(z.string(), z.unknown())),
            articles: z.record(z.string(), z.string()),
            asked: z.array(z.string()),
            findings: z.array(FindingBody),
          }),
          ...usualAnswers,
        },
      },
      config: { allow: readers },
    },
    async (request) =>
      (await handlers.previewQuote(memberOf(request), request.params.id, request.body.draft as DraftTerms)) ??
      no(refusals, 'unknown_quote'),
  );
};
