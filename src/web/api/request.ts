import { readLanguage } from '../i18n/language.tsx';
import { standing } from './standing.ts';

export type FieldProblem = { path: string; message: string };

/** What the server answered instead of what was asked: a refusal with its sentence, or a failure with its request id. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(answer: {
    status: number;
    code: string;
    message: string;
    fields?: readonly FieldProblem[];
    details?: Record<string, unknown>;
    requestId?: string | null;
  }) {
    super(answer.message);
    this.name = 'ApiError';
    this.status = answer.status;
    this.code = answer.code;
    this.fields = answer.fields ?? [];
    this.details = answer.details ?? {};
    this.requestId = answer.requestId ?? null;
  }
}

const unreachable = () =>
  readLanguage() === 'fr'
    ? 'Le serveur ne répond pas. Rien n’est perdu\u00a0: vérifiez votre connexion, puis réessayez.'
    : 'The server does not answer. Nothing is lost: check your connection, then try again.';
const unexpected = () =>
  readLanguage() === 'fr'
    ? 'Une erreur inattendue est survenue. Rien n’a été enregistré\u00a0; réessayez dans un instant.'
    : 'Something unexpected happened. Nothing was saved; try again in a moment.';

export const errorFrom = (status: number, requestId: string | null, body: unknown): ApiError => {
  const answer = (body && typeof body === 'object' ? body : {}) as {
    code?: string;
    message?: string;
    fields?: FieldProblem[];
    details?: Record<string, unknown>;
    requestId?: string;
  };
  return new ApiError({
    status,
    code: answer.code ?? 'unexpected',
    message: answer.message ?? unexpected(),
    fields: answer.fields ?? [],
    details: answer.details ?? {},
    requestId: answer.requestId ?? requestId,
  });
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RequestOptions = { signal?: AbortSignal; query?: Record<string, string | number | boolean | null | undefined> };

const addressOf = (path: string, query: RequestOptions['query']) => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
};

/** One call to the API. `path` starts after /api/v1; a FormData or Blob body is sent as it is. Throws ApiError on any "no". */
export const request = async <T>(method: Method, path: string, body?: unknown, options: RequestOptions = {}): Promise<T> => {
  const raw = body instanceof FormData || body instanceof Blob;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': readLanguage() };
  const who = standing();
  if (who) headers['x-cadran-as'] = who;
  if (body !== undefined && !raw) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(addressOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError({ status: 0, code: 'unreachable', message: unreachable() });
  }
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  const answer: unknown = json ? await response.json().catch(() => null) : null;
  if (!response.ok) throw errorFrom(response.status, response.headers.get('x-request-id'), answer);
  return answer as T;
};
