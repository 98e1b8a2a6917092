import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refusalSentence } from '../../../shared/refusal.ts';
import { civilDate } from '../../../shared/time.ts';
import { type App, answer, idParam, memberOf, no, readUpload, signerOf, usualAnswers } from '../../../platform/http/index.ts';
import type { Origin } from '../domain/evidence.ts';
import type { SignatureRequestId, SigningState } from '../domain/signature-request.ts';
import { refusals, type SigningRefusal } from '../refusals.ts';
import type { SigningHandlers } from '../wire.ts';
import {
  CodeSent,
  Consent,
  Countersignature,
  OwnerRequestBody,
  PaperFields,
  Reached,
  Refusal,
  RequestLine,
  Signature,
  SignerRequestBody,
  State,
  View,
} from './schemas.ts';
import { sendBytes } from './send-bytes.ts';

const tags = ['Signature'];
export const params = z.object({ requestId: idParam<SignatureRequestId>() });
const fileParams = params.extend({ file: z.enum(['signed', 'evidence']) });
const reached = (state: SigningState) => ({ state });

export const originOf = (request: FastifyRequest): Origin => ({
  ip: request.ip ?? null,
  userAgent: request.headers['user-agent']?.slice(0, 500) ?? null,
});
export const fromSigner = (request: FastifyRequest) => ({
  signer: signerOf(request),
  requestId: (request.params as { requestId: SignatureRequestId }).requestId,
  origin: originOf(request),
});
export const fromOwner = (request: FastifyRequest) => ({
  member: memberOf(request),
  requestId: (request.params as { requestId: SignatureRequestId }).requestId,
  origin: originOf(request),
});

type Can = Record<string, { allowed: boolean; code?: string }>;
/** Each "no" of the preview carries its sentence, in the reader's language. */
const explained = (can: Can, language: FastifyRequest['language']) =>
  Object.fromEntries(
    Object.entries(can).map(([verb, preview]) => [
      verb,
      preview.code ? { ...preview, message: refusalSentence(refusals[preview.code as SigningRefusal], language) } : preview,
    ]),
  );

/** For the client's signatory, who came by a personal link. */
export const signingRoutes = (handlers: SigningHandlers) => async (app: App) => {
  const config = { allow: ['signer'] as const };

  app.get(
    '/signing/:requestId',
    {
      config,
      schema: {
        tags,
        summary: 'Le document à signer, et où j’en suis',
        params,
        response: { 200: SignerRequestBody, ...usualAnswers },
      },
    },
    async (request) => {
      const read = await handlers.readAsSigner(fromSigner(request));
      return answer(read, refusals, ({ view }) => ({ ...view, can: explained(view.can, request.language) }));
    },
  );

  app.get(
    '/signing/:requestId/document',
    { config, schema: { tags, summary: 'Les octets exacts du document à signer (PDF)', params } },
    async (request, reply) => {
      const { signer, ...from } = fromSigner(request);
      return sendBytes(
        request,
        reply,
        answer(await handlers.readSigningFile({ ...from, actor: signer }, 'document'), refusals, ({ file }) => file),
      );
    },
  );

  app.get(
    '/signing/:requestId/files/:file',
    { config, schema: { tags, summary: 'Le document signé ou le dossier de preuve (PDF)', params: fileParams } },
    async (request, reply) => {
      const { signer, ...from } = fromSigner(request);
      return sendBytes(
        request,
        reply,
        answer(await handlers.readSigningFile({ ...from, actor: signer }, request.params.file), refusals, ({ file }) => file),
      );
    },
  );

  app.post(
    '/signing/:requestId/views',
    {
      config: { ...config, perMinute: 120 },
      schema: {
        tags,
        summary: 'Un écran a été vu',
        params,
        body: View,
        response: { 200: z.object({ ok: z.literal(true) }), ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.viewScreen(fromSigner(request), request.body), refusals, { ok: true as const }),
  );

  app.post(
    '/signing/:requestId/consent',
    {
      config,
      schema: {
        tags,
        summary: 'J’accepte le document et les CGV',
        params,
        body: Consent,
        response: { 200: Reached, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.giveConsent(fromSigner(request), request.body), refusals, reached('consented')),
  );

  app.post(
    '/signing/:requestId/code',
    {
      config: { ...config, perMinute: 120 },
      schema: { tags, summary: 'Recevoir un code par e-mail', params, response: { 200: CodeSent, ...usualAnswers } },
    },
    async (request) =>
      answer(await handlers.askCode(fromSigner(request)), refusals, ({ sentTo, expiresAt, resendInSeconds }) => ({
        sentTo,
        expiresAt,
        resendInSeconds,
      })),
  );

  app.post(
    '/signing/:requestId/signature',
    {
      config: { ...config, perMinute: 120 },
      schema: { tags, summary: 'Je signe', params, body: Signature, response: { 200: Reached, ...usualAnswers } },
    },
    async (request) => answer(await handlers.sign(fromSigner(request), request.body), refusals, reached('client_signed')),
  );

  app.post(
    '/signing/:requestId/refusal',
    {
      config,
      schema: {
        tags,
        summary: 'Je refuse de signer, et je dis pourquoi',
        params,
        body: Refusal,
        response: { 200: Reached, ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.declineToSign(fromSigner(request), request.body), refusals, reached('refused')),
  );
};

/** For the prestataire. */
export const signatureRequestRoutes = (handlers: SigningHandlers) => async (app: App) => {
  const config = { allow: ['owner'] as const };
  const readers = { allow: ['owner', 'caller', 'reader'] as const };

  app.get(
    '/signature-requests',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Les demandes de signature, celles qui m’attendent d’abord',
        querystring: z.object({ state: State.optional(), subjectId: z.string().optional(), stalled: z.stringbool().optional() }),
        response: { 200: z.object({ requests: z.array(RequestLine) }), ...usualAnswers },
      },
    },
    async (request) => {
      const { state, subjectId, stalled } = request.query;
      return {
        requests: await handlers.list(memberOf(request), {
          ...(state ? { state: state as SigningState } : {}),
          ...(subjectId ? { subjectId } : {}),
          ...(stalled ? { stalled } : {}),
        }),
      };
    },
  );

  app.get(
    '/signature-requests/:requestId',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Une demande de signature, avec son historique',
        params,
        response: { 200: OwnerRequestBody, ...usualAnswers },
      },
    },
    async (request) => {
      const read = await handlers.readAsOwner(fromOwner(request));
      return answer(read, refusals, ({ view }) => ({ ...view, can: explained(view.can, request.language) }));
    },
  );

  app.get(
    '/signature-requests/:requestId/document',
    { config: readers, schema: { tags, summary: 'Les octets exacts du document à signer (PDF)', params } },
    async (request, reply) => {
      const { member, ...from } = fromOwner(request);
      return sendBytes(
        request,
        reply,
        answer(await handlers.readSigningFile({ ...from, actor: member }, 'document'), refusals, ({ file }) => file),
      );
    },
  );

  app.get(
    '/signature-requests/:requestId/files/:file',
    { config: readers, schema: { tags, summary: 'Le document signé ou le dossier de preuve (PDF)', params: fileParams } },
    async (request, reply) => {
      const { member, ...from } = fromOwner(request);
      return sendBytes(
        request,
        reply,
        answer(await handlers.readSigningFile({ ...from, actor: member }, request.params.file), refusals, ({ file }) => file),
      );
    },
  );

  app.post(
    '/signature-requests/:requestId/code',
    {
      config: { ...config, perMinute: 120 },
      schema: { tags, summary: 'Recevoir un code pour contresigner', params, response: { 200: CodeSent, ...usualAnswers } },
    },
    async (request) =>
      answer(await handlers.askCountersignCode(fromOwner(request)), refusals, ({ sentTo, expiresAt, resendInSeconds }) => ({
        sentTo,
        expiresAt,
        resendInSeconds,
      })),
  );

  app.post(
    '/signature-requests/:requestId/countersignature',
    {
      config: { ...config, perMinute: 120 },
      schema: {
        tags,
        summary: 'Je contresigne : l’accord est conclu',
        params,
        body: Countersignature,
        response: { 200: Reached, ...usualAnswers },
      },
    },
    async (request) => {
      const { code, password, documentSha256 } = request.body;
      if (!code && !password) return no(refusals, 'proof_missing');
      const proof = password ? { password } : { code: code! };
      return answer(await handlers.countersign(fromOwner(request), { proof, documentSha256 }), refusals, reached('signed'));
    },
  );

  app.post(
    '/signature-requests/:requestId/paper',
    {
      config,
      schema: {
        tags,
        summary: 'Le document a été signé sur papier : déposer le scan (multipart : signedOn, signatoryName, file)',
        consumes: ['multipart/form-data'],
        params,
        response: { 200: Reached, ...usualAnswers },
      },
    },
    async (request) => {
      const upload = await readUpload(request);
      const fields = PaperFields.safeParse(upload.fields);
      if (!fields.success)
        return no(
          refusals,
          fields.error.issues.some((issue) => issue.path[0] === 'signedOn') ? 'paper_date_missing' : 'paper_name_missing',
        );
      const { signedOn, signatoryName } = fields.data;
      const command = { signedOn: civilDate(signedOn), signatoryName, scan: { bytes: upload.bytes, name: upload.name } };
      return answer(await handlers.recordPaper(fromOwner(request), command), refusals, reached('signed_on_paper'));
    },
  );

  app.post(
    '/signature-requests/:requestId/link',
    {
      config,
      schema: {
        tags,
        summary: 'Envoyer un nouveau lien au client',
        params,
        response: { 200: z.object({ ok: z.literal(true) }), ...usualAnswers },
      },
    },
    async (request) => answer(await handlers.resendLink(fromOwner(request)), refusals, { ok: true as const }),
  );
};
