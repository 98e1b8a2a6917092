import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { indexIds } from '../domain/requalification.ts';
import { vigilanceKinds } from '../domain/vigilance-document.ts';

export const Kind = z.enum(vigilanceKinds);

const DocumentBody = z.object({
  id: z.uuid(),
  kind: Kind,
  fileName: z.string(),
  sha256: z.string(),
  byteLength: z.number(),
  mediaType: z.string(),
  issuedOn: CivilDateText,
  validThrough: CivilDateText,
  securityCode: z.string().nullable(),
  depositedAt: InstantText,
});
const CheckBody = z.object({
  documentId: z.uuid(),
  clientId: z.uuid(),
  verdict: z.enum(['authentic', 'doubtful']),
  checkedBy: z.string(),
  checkedAt: InstantText,
});
const KindBody = z.object({ kind: Kind, inForce: DocumentBody.nullable(), lapsed: DocumentBody.nullable() });

export const StateBody = z.object({
  engagedCents: z.number(),
  thresholdCents: z.number(),
  required: z.boolean(),
  lacking: z.array(z.object({ kind: Kind, why: z.enum(['missing', 'stale']), since: CivilDateText.optional() })),
});
export const VigilanceBody = z.object({
  today: CivilDateText,
  thresholdCents: z.number(),
  kinds: z.array(KindBody),
  clients: z.array(StateBody.extend({ clientId: z.uuid(), dossierId: z.uuid(), name: z.string() })),
  checks: z.array(CheckBody.extend({ clientName: z.string() })),
});
export const ClientVigilanceBody = StateBody.extend({
  today: CivilDateText,
  provider: z.string(),
  kinds: z.array(KindBody),
  checks: z.array(CheckBody),
});

export const RelationBody = z.object({
  indices: z.array(
    z.object({
      id: z.enum(indexIds),
      level: z.enum(['quiet', 'watch', 'to_check']),
      value: z
        .object({
          name: z.string().optional(),
          shareBp: z.number().optional(),
          count: z.number().optional(),
          of: z.number().optional(),
        })
        .nullable(),
    }),
  ),
});
