import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { ClauseOperation } from '../../contracts/index.ts';
import { requestKinds } from '../domain/change-request.ts';
import { originKinds } from '../domain/amendment.ts';

const Change = z.object({
  path: z.string(),
  label: z.string(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  article: z.string().nullable(),
  english: z.object({ label: z.string(), from: z.array(z.string()), to: z.array(z.string()) }),
});

const Line = z.object({
  id: z.uuid(),
  status: z.enum(['draft', 'discarded', 'sent', 'signed', 'refused', 'expired', 'withdrawn', 'overtaken']),
  subject: z.string(),
  number: z.string().nullable(),
  rank: z.number().nullable(),
  origin: z.enum(originKinds),
  createdAt: InstantText,
  sentAt: InstantText.nullable(),
  validUntil: CivilDateText.nullable(),
  effectiveAt: InstantText.nullable(),
  rulesFrom: InstantText.nullable(),
  closedReason: z.string().nullable(),
  differenceCents: z.number().nullable(),
  changes: z.array(Change),
  documentReady: z.boolean(),
  consolidatedReady: z.boolean(),
  signatureRequestId: z.string().nullable(),
});

const MissionLine = z.object({ id: z.uuid(), name: z.string(), status: z.enum(['open', 'paused', 'closed']) });

const RequestBody = z.object({
  id: z.uuid(),
  kind: z.enum(requestKinds),
  description: z.string(),
  quantity: z.number().nullable(),
  askedBy: z.string(),
  askedBySide: z.enum(['client', 'provider']),
  askedAt: InstantText,
  replyBy: InstantText,
  article: z.string().nullable(),
  answer: z.enum(['amendment', 'included', 'refused']).nullable(),
  answerText: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: InstantText.nullable(),
  overdueAt: InstantText.nullable(),
  amendmentId: z.uuid().nullable(),
});

export const ContractLifeBody = z
  .object({
    now: InstantText,
    mission: MissionLine,
    contractNumber: z.string(),
    changesArticle: z.string().nullable(),
    replyWorkingDays: z.number(),
    versions: z.array(
      z.object({
        version: z.number(),
        effectiveAt: InstantText,
        sha256: z.string(),
        inForce: z.boolean(),
        amendmentId: z.string().nullable(),
        rank: z.number().nullable(),
      }),
    ),
    amendments: z.array(Line),
    requests: z.array(RequestBody),
  })
  .meta({ description: 'La vie du contrat : ses versions, ses avenants, les demandes hors périmètre.' });

const ClauseLine = z.object({ id: z.string(), title: z.string(), summary: z.string() });
const Money = z.object({ netCents: z.number(), vatCents: z.number(), grossCents: z.number() });

export const AmendmentBody = Line.extend({
  now: InstantText,
  mission: MissionLine,
  contractNumber: z.string(),
  reason: z.string(),
  revision: z.number(),
  computation: z.array(
    z.object({
      fr: z.string(),
      en: z.string(),
      formulaFr: z.string().nullable(),
      formulaEn: z.string().nullable(),
      amountCents: z.number().nullable(),
    }),
  ),
  signatureState: z.string().nullable(),
  vatRegime: z.enum(['real', 'franchise']),
  /** The terms as the editor holds them; null once sent. */
  draft: z.record(z.string(), z.unknown()).nullable(),
  /** Conditions that the clauses read, as the draft leaves them. */
  asked: z.array(z.string()),
  /** The clauses as the draft leaves them; null once sent. */
  clauses: z
    .object({
      operations: z.array(ClauseOperation),
      changes: z.array(ClauseLine.extend({ op: z.enum(['add', 'remove', 'replace']) })),
      parts: z.array(
        z.object({ title: z.string(), clauses: z.array(ClauseLine.extend({ number: z.string(), removable: z.boolean() })) }),
      ),
      available: z.array(ClauseLine.extend({ partId: z.string() })),
    })
    .nullable(),
  findings: z.array(z.object({ rule: z.string(), path: z.string(), heading: z.string(), fr: z.string(), en: z.string() })),
  articles: z.array(
    z.object({
      kind: z.enum(['replaced', 'added', 'removed']),
      id: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      part: z.string(),
      blocks: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  references: z.record(z.string(), z.string()),
  price: z.object({ before: Money, after: Money }),
  contentSha256: z.string().nullable(),
}).meta({ description: 'Un avenant : ce qu’il change, l’effet sur le prix, et où en est sa signature.' });
