import { type Logger, pino } from 'pino';

export type Log = Logger;

const secretNames = [
  'authorization', 'cookie', 'set-cookie', 'password', 'newPassword', 'currentPassword', 'token', 'accessToken', 'refreshToken',
  'signingCode', 'otp', 'totp', 'secret', 'apiKey', 'connectionString', 'DATABASE_URL', 'SMTP_URL', 'iban',
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
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
    },
    ...(destination ? [destination as NodeJS.WritableStream] : []),
  );
