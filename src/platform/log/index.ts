import { type Logger, pino } from 'pino';

export type Log = Logger;

const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'accessToken',
  'refreshToken',
  'signingCode',
  'otp',
  'totp',
  'secret',
  'apiKey',
  'connectionString',
  'DATABASE_URL',
  'SMTP_URL',
  'iban',
];
// `code` alone also names refusals and PostgreSQL errors, which a log needs: it is hidden where a person types it.
const typedByPeople = ['body.code', '*.body.code', 'query.code', '*.query.code'];

/** Lines of JSON on standard output; what opens a door is never among them. */
export const openLog = (level: string = 'info', destination?: { write(line: string): void }): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [...typedByPeople, ...secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])],
        censor: '[hidden]',
      },
      serializers: { err: readable, error: readable },
    },
    ...(destination ? [destination as NodeJS.WritableStream] : []),
  );

/** What helps to find a fault. Drivers hang whole connections and people's rows on their errors: those stay out. */
const readable = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return String(error);
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint, table }),
    ...(error.cause !== undefined && depth < 3 && { cause: readable(error.cause, depth + 1) }),
  };
};
