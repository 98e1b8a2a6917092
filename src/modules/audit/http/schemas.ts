import { z } from 'zod';
import { idParam, InstantText } from '../../../platform/http/schemas.ts';
import type { ClientId, DossierId, QuoteId } from '../../../shared/ids.ts';
import { auditedKinds } from '../domain/audited-document.ts';
import { auditFamilies, risks, severities } from '../domain/finding.ts';
import { uploadLimits } from '../domain/upload-limits.ts';

const Sections = z
  .array(
    z.object({
      number: z.string().max(20).nullable(),
      heading: z.string().max(2000).nullable(),
      paragraphs: z
        .array(z.object({ text: z.string().max(uploadLimits.characters), page: z.int().optional(), line: z.int().optional() }))
        .max(20_000),
    }),
  )
  .max(5000);

export const ReadDocument = z.object({
  id: z.string().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  kind: z.enum(auditedKinds),
  sections: Sections,
});

const KnownClient = z.object({ isNew: z.boolean(), paysLate: z.boolean() }).optional();

export const AuditInputBody = z.discriminatedUnion('source', [
  z.object({
    source: z.literal('quote'),
    quoteId: idParam<QuoteId>(),
    draft: z.record(z.string(), z.unknown()).optional(),
  }),
  z.object({ source: z.literal('client'), clientId: idParam<ClientId>() }),
  z.object({
    source: z.literal('text'),
    title: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(uploadLimits.characters),
    kind: z.enum(auditedKinds).optional(),
    client: KnownClient,
  }),
  z.object({ source: z.literal('documents'), documents: z.array(ReadDocument).min(1).max(10), client: KnownClient }),
]);

const Accepted = z.array(z.object({ key: z.string().max(400), reason: z.string().trim().min(1).max(500) })).max(500);
export const ReportBody = z.object({ input: AuditInputBody, title: z.string().trim().min(1).max(200), accepted: Accepted });
export const FilingBody = ReportBody.extend({ dossierId: idParam<DossierId>() });

const Words = z.object({ fr: z.string(), en: z.string() });
const Span = z.object({ section: z.int(), paragraph: z.int(), start: z.int(), end: z.int() });

export const FindingBody = z
  .object({
    key: z.string(),
    rule: z.string(),
    family: z.enum(auditFamilies),
    severity: z.enum(severities),
    title: Words,
    why: Words,
    detail: Words.nullable(),
    risk: z.enum(risks),
    source: z.string().nullable(),
    cures: z.array(z.string()),
    documentId: z.string(),
    documentTitle: z.string(),
    place: z
      .object({
        article: z.string().nullable(),
        heading: z.string().nullable(),
        page: z.int().nullable(),
        line: z.int().nullable(),
      })
      .nullable(),
    words: z.string().nullable(),
    span: Span.nullable(),
  })
  .meta({ description: 'Un point relevé : la règle, les mots, leur place, pourquoi, le risque, la source, les clauses types.' });

export const ScoreBody = z.object({
  score: z.int(),
  parts: z.array(
    z.object({
      family: z.enum(auditFamilies),
      lost: z.int(),
      cap: z.int(),
      capped: z.boolean(),
      findings: z.int(),
      deductions: z.array(z.object({ key: z.string(), rule: z.string(), points: z.int() })),
    }),
  ),
});

export const DocumentBody = ReadDocument.extend({
  origin: z.enum(['own', 'foreign']),
  title: z.string(),
  sections: z.array(z.any()),
});

export const AuditBody = z.object({
  auditedAt: InstantText,
  documents: z.array(DocumentBody),
  findings: z.array(FindingBody),
  score: ScoreBody,
});

export const UploadBody = AuditBody.extend({
  /** What was read of the file; null where its format has no pages. */
  pages: z.object({ total: z.int(), read: z.int(), withoutText: z.array(z.int()) }).nullable(),
  cutAt: z.int().nullable(),
});

export const FiledLine = z.object({
  id: z.uuid(),
  dossierId: z.uuid(),
  title: z.string(),
  score: z.int(),
  findings: z.int(),
  accepted: z.int(),
  documentId: z.uuid(),
  filedAt: InstantText,
});
