import { z } from 'zod';
import { answer, memberOf, no } from '../../../platform/http/answer.ts';
import { CivilDateText, idParam, InstantText, usualAnswers } from '../../../platform/http/schemas.ts';
import type { App } from '../../../platform/http/types.ts';
import type { ClientId, DossierId, FrameworkId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import type { renewExpresslyHandler, stopRenewalHandler, withdrawFrameworkHandler } from '../app/answer-framework.handler.ts';
import type { draftFrameworkHandler, saveFrameworkHandler } from '../app/draft-framework.handler.ts';
import type { frameworkDetail, frameworksFor, previewFramework } from '../app/read-frameworks.ts';
import type { sendFrameworkHandler } from '../app/send-framework.handler.ts';
import type { Framework, FrameworkDraft } from '../domain/framework.ts';
import { noticeBy } from '../domain/renew-framework.ts';
import { refusals } from '../refusals.ts';

export type FrameworkHandlers = {
  frameworksFor: ReturnType<typeof frameworksFor>;
  frameworkDetail: ReturnType<typeof frameworkDetail>;
  previewFramework: ReturnType<typeof previewFramework>;
  draftFramework: ReturnType<typeof draftFrameworkHandler>;
  saveFramework: ReturnType<typeof saveFrameworkHandler>;
  sendFramework: ReturnType<typeof sendFrameworkHandler>;
  withdrawFramework: ReturnType<typeof withdrawFrameworkHandler>;
  stopRenewal: ReturnType<typeof stopRenewalHandler>;
  renewExpressly: ReturnType<typeof renewExpresslyHandler>;
};

const tags = ['Contrats-cadres'];
const params = z.object({ id: idParam<FrameworkId>() });
const readers = ['owner', 'reader'] as const;
const Draft = z.object({ frame: z.record(z.string(), z.unknown()), shared: z.record(z.string(), z.unknown()) });

const FrameworkLine = z.object({
  id: z.uuid(),
  dossierId: z.uuid(),
  clientId: z.uuid(),
  title: z.string(),
  status: z.enum(['draft', 'sent', 'signed', 'refused', 'expired', 'withdrawn', 'ended']),
  number: z.string().nullable(),
  validUntil: CivilDateText.nullable(),
  startsOn: CivilDateText.nullable(),
  /** The last day, renewals counted. */
  endsOn: CivilDateText.nullable(),
  /** The last day to refuse the renewal; null where none is tacit. */
  noticeBy: CivilDateText.nullable(),
  createdAt: InstantText,
  documentId: z.uuid().nullable(),
});
const FrameworkBody = FrameworkLine.extend({
  draft: Draft,
  selection: z.record(z.string(), z.unknown()).nullable(),
  revision: z.number(),
  contentSha256: z.string().nullable(),
  signatureRequestId: z.uuid().nullable(),
  renewals: z.number(),
  renewalStoppedOn: CivilDateText.nullable(),
  closedReason: z.string().nullable(),
  articles: z.record(z.string(), z.string()).nullable(),
  findings: z.array(z.object({ rule: z.string(), path: z.string(), fr: z.string(), en: z.string() })),
  today: CivilDateText,
});

const lineOf = (framework: Framework) => {
  const { frozen, draft } = framework;
  return {
    id: framework.id,
    dossierId: framework.dossierId,
    clientId: framework.clientId,
    title: framework.title,
    status: framework.status,
    number: frozen?.number ?? null,
    validUntil: frozen?.content.validUntil ?? framework.validUntil,
    startsOn: frozen?.content.frame.startsOn ?? (draft.frame.startsOn as CivilDate | undefined) ?? null,
    endsOn: frozen?.endsOn ?? frozen?.content.frame.endsOn ?? (draft.frame.endsOn as CivilDate | undefined) ?? null,
    noticeBy: frozen?.content.frame.renewal.kind === 'tacit' ? noticeBy(framework) : null,
    createdAt: framework.createdAt,
    documentId: frozen?.documentId ?? null,
  };
};

export const frameworkRoutes = (handlers: FrameworkHandlers) => async (app: App) => {
  app.get(
    '/frameworks',
    {
      schema: {
        tags,
        summary: 'Contrats-cadres, les plus récents d’abord',
        querystring: z.object({ dossierId: idParam<DossierId>().optional(), clientId: idParam<ClientId>().optional() }),
        response: { 200: z.object({ frameworks: z.array(FrameworkLine) }), ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => ({ frameworks: (await handlers.frameworksFor(memberOf(request), request.query)).map(lineOf) }),
  );

  app.post(
    '/frameworks',
    {
      schema: {
        tags,
        summary: 'Ouvrir un contrat-cadre pour un client, avec les conditions générales en vigueur pour départ',
        body: z.object({ clientId: idParam<ClientId>(), title: z.string().trim().min(1).max(200).optional() }),
        response: { 201: z.object({ id: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request, reply) =>
      reply.code(201).send(
        answer(await handlers.draftFramework(memberOf(request), request.body), refusals, ({ frameworkId }) => ({
          id: frameworkId,
        })),
      ),
  );

  app.get(
    '/frameworks/:id',
    {
      schema: {
        tags,
        summary: 'Un contrat-cadre, et ce qui manque avant son envoi',
        params,
        response: { 200: FrameworkBody, ...usualAnswers },
      },
      config: { allow: readers },
    },
    async (request) => {
      const found = await handlers.frameworkDetail(memberOf(request), request.params.id);
      if (!found) return no(refusals, 'unknown_framework');
      const { framework, findings, today } = found;
      const { frozen } = framework;
      const draft = frozen ? { frame: frozen.content.frame, shared: frozen.content.shared } : framework.draft;
      return {
        ...lineOf(framework),
        draft: draft as z.output<typeof Draft>,
        selection: framework.selection as Record<string, unknown> | null,
        revision: framework.revision,
        contentSha256: frozen?.contentSha256 ?? null,
        signatureRequestId: frozen?.signatureRequestId ?? null,
        renewals: frozen?.renewals ?? 0,
        renewalStoppedOn: frozen?.renewalStoppedOn ?? null,
        closedReason: frozen?.closedReason ?? null,
        articles: frozen?.content.articles ?? null,
        findings,
        today,
      };
    },
  );

  app.put(
    '/frameworks/:id/draft',
    {
      schema: {
        tags,
        summary: 'Enregistrer le brouillon',
        params,
        body: z.object({
          revision: z.int(),
          title: z.string().trim().min(1).max(200),
          validUntil: z.iso.date().nullable(),
          draft: Draft,
          selection: z.record(z.string(), z.unknown()).nullable().optional(),
        }),
        response: { 200: z.object({ revision: z.number() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) => {
      const { draft, validUntil, selection, ...rest } = request.body;
      const command = {
        ...rest,
        frameworkId: request.params.id,
        validUntil: validUntil as CivilDate | null,
        draft: draft as FrameworkDraft,
        selection: (selection ?? null) as ClauseSelection | null,
      };
      return answer(await handlers.saveFramework(memberOf(request), command), refusals, ({ revision }) => ({ revision }));
    },
  );

  app.post(
    '/frameworks/:id/preview',
    {
      schema: {
        tags,
        summary: 'Aperçu des articles d’un brouillon, sans l’enregistrer',
        params,
        body: z.object({ draft: Draft }),
        response: {
          200: z.object({ parts: z.array(z.record(z.string(), z.unknown())), articles: z.record(z.string(), z.string()) }),
          ...usualAnswers,
        },
      },
      config: { allow: readers },
    },
    async (request) => {
      const found = await handlers.previewFramework(memberOf(request), request.params.id, request.body.draft as FrameworkDraft);
      return found
        ? { parts: found.parts.map((part) => ({ ...part })), articles: found.articles }
        : no(refusals, 'unknown_framework');
    },
  );

  app.post(
    '/frameworks/:id/sending',
    {
      schema: {
        tags,
        summary: 'Envoyer le contrat-cadre : il prend son numéro et ne change plus',
        params,
        response: { 200: z.object({ number: z.string(), signatureRequestId: z.uuid() }), ...usualAnswers },
      },
      config: { allow: ['owner'] },
    },
    async (request) =>
      answer(await handlers.sendFramework(memberOf(request), { frameworkId: request.params.id }), refusals, (sent) => ({
        number: sent.number,
        signatureRequestId: sent.signatureRequestId,
      })),
  );

  const acts = [
    ['withdrawal', 'Retirer un contrat-cadre envoyé', handlers.withdrawFramework],
    ['renewal-refusal', 'Dire dans le délai que le contrat-cadre ne sera pas renouvelé', handlers.stopRenewal],
    ['renewal', 'Renouveler par l’écrit que les deux parties ont signé', handlers.renewExpressly],
  ] as const;
  for (const [path, summary, act] of acts)
    app.post(
      `/frameworks/:id/${path}`,
      {
        schema: {
          tags,
          summary,
          params,
          body: z.object({ reason: z.string().max(500) }),
          response: { 200: z.object({ done: z.literal(true) }), ...usualAnswers },
        },
        config: { allow: ['owner'] },
      },
      async (request) => {
        const decision = await act(memberOf(request), { frameworkId: request.params.id, reason: request.body.reason });
        return answer(decision, refusals, { done: true as const });
      },
    );
};
