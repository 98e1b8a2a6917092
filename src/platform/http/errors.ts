import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { NoAnswer } from './answer.ts';
import { WrongInput } from './check-input.ts';
import { fieldErrors, type InputIssue } from './input-errors.ts';
import { languageOf } from './language.ts';
import type { Language } from '../../shared/refusal.ts';
import { doorRefusals } from './refusals.ts';
import type { App } from './types.ts';

/** The one place where a "no" and a surprise become an HTTP answer. */
export const answerErrors = (app: App): void => {
  app.setErrorHandler((error, request, reply) => {
    const language = request.language ?? languageOf(request);
    const refused = refusalBehind(error as FastifyError, reply);
    if (refused) return reply.status(refused.refusal.status).send(refused.bodyIn(language));
    if (hasZodFastifySchemaValidationErrors(error)) {
      const part = ((error as FastifyError).validationContext ?? 'body') as 'body' | 'params' | 'querystring';
      return reply
        .status(422)
        .send(invalidInput(error.validation as unknown as InputIssue[], request.routeOptions.schema?.[part], language));
    }
    if (error instanceof WrongInput)
      return reply.status(422).send(invalidInput(error.issues.map(asInputIssue), error.schema, language));
    return surprise(error as FastifyError, request, reply);
  });
};

const refusalBehind = (error: FastifyError, reply: FastifyReply): NoAnswer | null => {
  if (error instanceof NoAnswer) return error;
  const say = (code: keyof typeof doorRefusals, details?: Record<string, unknown>) =>
    new NoAnswer(code, doorRefusals[code], details);
  if (error.name === 'StaleVersion') return say('changed_meanwhile');
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
      return say('body_too_large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return say('wrong_media_type');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return say('unreadable_body');
    // PostgreSQL stopped one of two transactions that wanted the same rows.
    case '40001':
    case '40P01':
      return say('changed_meanwhile');
  }
  if (error.statusCode === 429) return say('too_many_requests', { seconds: Number(reply.getHeader('retry-after') ?? 60) });
  if (error.statusCode === 400 && error instanceof SyntaxError) return say('unreadable_body');
  return null;
};

const invalidInput = (issues: readonly InputIssue[], schema: unknown, language: Language) => {
  const fields = fieldErrors(issues, schema, language);
  const sentences = fields.map((field) => field.message).join(' ');
  const several =
    language === 'fr'
      ? `${fields.length} champs sont à corriger\u00a0: ${sentences}`
      : `${fields.length} fields need correction: ${sentences}`;
  return { code: 'invalid_input', message: fields.length === 1 ? sentences : several, fields };
};

const asInputIssue = ({ code, path, message, ...params }: WrongInput['issues'][number]): InputIssue => ({
  keyword: code,
  instancePath: `/${path.map(String).join('/')}`,
  message,
  params,
});

const surprise = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'surprise');
  const message =
    request.language === 'en'
      ? `Something unexpected happened on our side. Nothing was saved by this action. If it happens again, quote this number: ${request.id}.`
      : `Un incident inattendu s’est produit de notre côté. Cette action n’a rien enregistré. S’il se répète, communiquez ce numéro : ${request.id}.`;
  return reply.status(500).send({ code: 'surprise', message, requestId: request.id });
};
