import { z } from 'zod';

/** A "no": a stable code for programs, a sentence for people. */
export const RefusalBody = z
  .object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()).optional() })
  .meta({ id: 'Refusal', description: 'Refus : un code stable, une phrase dans la langue de la demande.' });

export const InvalidInputBody = z
  .object({
    code: z.literal('invalid_input'),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'InvalidInput', description: 'Saisie à corriger : une phrase par champ.' });

export const SurpriseBody = z
  .object({ code: z.literal('surprise'), message: z.string(), requestId: z.string() })
  .meta({ id: 'Surprise', description: 'Incident inattendu, avec le numéro à communiquer.' });

/** Spread into a route's `response`: what every route can answer besides its own body. */
export const usualAnswers = {
  401: RefusalBody,
  403: RefusalBody,
  404: RefusalBody,
  409: RefusalBody,
  410: RefusalBody,
  422: z.union([InvalidInputBody, RefusalBody]),
  429: RefusalBody,
  500: SurpriseBody,
};

export const InstantText = z
  .string()
  .meta({ description: 'Instant UTC, ISO 8601, millisecondes.', examples: ['2026-03-16T17:00:00.000Z'] });
export const CivilDateText = z.string().meta({ description: 'Jour civil français.', examples: ['2026-03-31'] });

/** An id in a path or a body, branded: `idParam<ClientId>()`. */
export const idParam = <Id extends string>() => z.uuid().transform((id) => id.toLowerCase() as Id);
