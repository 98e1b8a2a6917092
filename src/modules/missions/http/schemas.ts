import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';

export const MissionBody = z
  .object({
    id: z.uuid(),
    dossierId: z.uuid(),
    clientId: z.uuid(),
    quoteId: z.uuid(),
    name: z.string(),
    status: z.enum(['open', 'paused', 'closed']),
    statusReason: z.string().nullable(),
    openedAt: InstantText,
    startsOn: CivilDateText,
    endsOn: CivilDateText,
  })
  .meta({ description: 'Mission ouverte par des conditions signées.' });

export const MissionDetailBody = MissionBody.extend({
  callers: z.array(z.object({ userId: z.uuid(), displayName: z.string() })),
  terms: z.object({
    version: z.number(),
    effectiveAt: InstantText,
    sha256: z.string(),
    number: z.string(),
    /** The whole signed content, as attached to the PDF. */
    content: z.record(z.string(), z.unknown()),
  }),
});
