import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { NoAnswer, no } from './answer.ts';
import { doorRefusals } from './refusals.ts';
import type { App } from './types.ts';

const defaultMaxBytes = 25 * 1024 * 1024;

export type Upload = { name: string; mediaType: string; bytes: Uint8Array; fields: Record<string, string> };

/** One file sent by a form, with the text fields that came before it. Larger than `maxBytes`: refused while it arrives. */
export const readUpload = async (request: FastifyRequest, { maxBytes = defaultMaxBytes } = {}): Promise<Upload> => {
  const file = await request.file({ limits: { fileSize: maxBytes } });
  if (!file) return no(doorRefusals, 'file_missing');
  const chunks: Buffer[] = [];
  for await (const chunk of file.file) chunks.push(chunk as Buffer);
  if (file.file.truncated) throw new NoAnswer('body_too_large', doorRefusals.body_too_large, { limit: megabytes(maxBytes) });
  const bytes = Buffer.concat(chunks);
  if (bytes.byteLength === 0) return no(doorRefusals, 'file_missing');
  return { name: safeName(file.filename), mediaType: file.mimetype, bytes, fields: textFields(file.fields) };
};

export const acceptUploads = (app: App) =>
  app.register(multipart, {
    limits: { files: 1, fields: 20, fieldSize: 64 * 1024, fileSize: defaultMaxBytes },
    throwFileSizeLimit: false,
  });

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)}\u00a0Mo`;

/** The name only, without folders or invisible characters; what it is called on disk never depends on it. */
export const safeName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 160) || 'fichier';

const textFields = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, part]) => {
      const value = (part as { type?: string; value?: unknown } | undefined)?.value;
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
