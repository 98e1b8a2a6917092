import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4747),
  /** The address people type; links in mails start with it. */
  PUBLIC_URL: z.url().optional(),
  CADRAN_DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** Straight to PostgreSQL, for migrations and LISTEN, when DATABASE_URL goes through a pooler. */
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().optional(),
  /** Signs sessions and links; generated and kept in the data folder when absent. */
  CADRAN_SECRET: z.string().min(32).optional(),
  /** An RFC 3161 authority for signatures and journal heads; the built-in local one when absent. */
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A PKCS#12 file that seals documents instead of the installation's own certificate. */
  SEAL_P12: z.string().optional(),
  SEAL_P12_PASSWORD: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = {
  host: string;
  port: number;
  publicUrl: string;
  /** Absolute. Everything Cadran keeps outside an external database is under it. */
  dataDir: string;
  databaseUrl: string | null;
  databaseDirectUrl: string | null;
  databasePool: number;
  role: 'all' | 'web' | 'worker';
  smtpUrl: string | null;
  mailFrom: string | null;
  secret: string | null;
  timestampUrl: string | null;
  sealP12: { path: string; password: string } | null;
  logLevel: string;
};

/** What was set wrong, in one sentence per variable. Values are not repeated: they may be secret. */
export class BadConfig extends Error {
  constructor(names: readonly string[]) {
    super(`Réglages à corriger avant de démarrer : ${names.join(' ; ')}. Voir docs/operations.md.`);
    this.name = 'BadConfig';
  }
}

/** Reads the settings from the environment; an empty variable counts as absent. */
export const readConfig = (env: NodeJS.ProcessEnv, projectDir: string): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new BadConfig(parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`));
  const e = parsed.data;
  return {
    host: e.HOST,
    port: e.PORT,
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
    dataDir: resolve(projectDir, e.CADRAN_DATA_DIR ?? '.cadran'),
    databaseUrl: e.DATABASE_URL ?? null,
    databaseDirectUrl: e.DATABASE_DIRECT_URL ?? e.DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    role: e.ROLE,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM ?? null,
    secret: e.CADRAN_SECRET ?? null,
    timestampUrl: e.TIMESTAMP_URL ?? null,
    sealP12: e.SEAL_P12 ? { path: resolve(projectDir, e.SEAL_P12), password: e.SEAL_P12_PASSWORD ?? '' } : null,
    logLevel: e.LOG_LEVEL,
  };
};
