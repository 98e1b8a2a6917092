import { z } from 'zod';
import { type App, InstantText, usualAnswers } from '../../../platform/http/index.ts';
import type { SigningHandlers } from '../wire.ts';

const SealBody = z.object({
  certificate: z.object({
    subject: z.string(),
    issuer: z.string(),
    serialNumber: z.string(),
    sha256: z.string(),
    validFrom: InstantText,
    expiresAt: InstantText,
    imported: z.boolean().meta({ description: 'Un PKCS#12 de l’opérateur (SEAL_P12) ; sinon le certificat de l’installation.' }),
    selfIssued: z
      .boolean()
      .meta({ description: 'Émis par lui-même ou par cette installation : les lecteurs le diront inconnu.' }),
  }),
  alarm: z.enum(['expired', 'urgent', 'soon']).nullable(),
  daysLeft: z.number().int(),
  authority: z.object({ kind: z.enum(['local', 'remote']), name: z.string() }),
  level: z.literal('B-T'),
});

/** The seal of this installation, for who answers for it. */
export const sealRoutes = (handlers: SigningHandlers) => async (app: App) => {
  app.get(
    '/seal',
    {
      config: { allow: ['owner'] as const },
      schema: {
        tags: ['Signature'],
        summary: 'Le cachet qui scelle les documents : certificat, échéance, horodatage',
        response: { 200: SealBody, ...usualAnswers },
      },
    },
    async () => handlers.readSeal(),
  );
};
