import { z } from 'zod';
import { type App, answer, InstantText, readUpload, usualAnswers } from '../../../platform/http/index.ts';
import { refusals } from '../refusals.ts';
import type { SigningHandlers } from '../wire.ts';
import { State } from './schemas.ts';

const maxBytes = 50 * 1024 * 1024;
const Timestamp = z.object({ at: InstantText, authority: z.string(), local: z.boolean() }).nullable();

export const VerificationBody = z.object({
  verdict: z.enum([
    'signed_here',
    'genuine',
    'waiting',
    'partly_signed',
    'replaced',
    'void',
    'extended',
    'altered',
    'sealed_here_unknown',
    'signed_elsewhere',
    'signed_then_changed',
    'unknown',
  ]),
  file: z.object({ sha256: z.string(), byteLength: z.number().int(), pages: z.number().int() }),
  document: z
    .object({
      title: z.string(),
      number: z.string().nullable(),
      frozenAt: InstantText,
      sha256: z.string(),
      state: State.nullable(),
      replacedBy: z.object({ title: z.string(), at: InstantText, sha256: z.string() }).nullable(),
    })
    .nullable()
    .meta({ description: 'Ce que cette installation a au dossier ; rien de plus que le fichier ne montre déjà.' }),
  signatures: z.array(
    z.object({
      fieldName: z.string(),
      reason: z.string().nullable(),
      valid: z.boolean(),
      problem: z.enum(['hole', 'unreadable', 'timestamp', 'changed', 'forged', 'certificate_not_named']).nullable(),
      coversWholeFile: z.boolean(),
      bytesAfter: z.number().int(),
      signedAt: InstantText.nullable(),
      subject: z.string().nullable(),
      issuer: z.string().nullable(),
      ours: z.boolean(),
      timestamp: Timestamp,
    }),
  ),
  terms: z.object({ sha256: z.string(), number: z.string().nullable(), matches: z.boolean().nullable() }).nullable(),
});

/** Anybody who holds a PDF may ask what it is worth. Nothing of it is kept. */
export const verificationRoutes = (handlers: SigningHandlers) => async (app: App) => {
  app.post(
    '/verification',
    {
      bodyLimit: maxBytes + 1024 * 1024,
      config: { allow: ['public'] as const, perMinute: 20 },
      schema: {
        tags: ['Vérification'],
        summary: 'Vérifier un PDF : ses signatures, et si nous le connaissons (multipart : file). Rien n’est conservé.',
        consumes: ['multipart/form-data'],
        response: { 200: VerificationBody, ...usualAnswers },
      },
    },
    async (request) => {
      const { bytes } = await readUpload(request, { maxBytes });
      return answer(await handlers.verifyFile(bytes), refusals, ({ verdict, file, document, signatures, terms }) => ({
        verdict,
        file,
        terms,
        document: document && {
          title: document.title,
          number: document.signature?.number ?? null,
          frozenAt: document.frozenAt,
          sha256: document.sha256,
          state: document.signature?.state ?? null,
          replacedBy: document.replacedBy,
        },
        signatures: signatures.map(({ problemKind, timestamp, ...one }) => ({
          ...one,
          problem: problemKind,
          timestamp: timestamp?.valid ? { at: timestamp.at, authority: timestamp.authority, local: timestamp.local } : null,
        })),
      }));
    },
  );
};
