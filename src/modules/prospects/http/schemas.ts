import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { prospectStatuses } from '../domain/calling/prospect-state.ts';
import { fieldNames } from '../domain/file/fields.ts';

export const FieldBody = z
  .enum(fieldNames)
  .nullable()
  .meta({ description: 'Champ que la colonne alimente ; null : la colonne est seulement conservée.' });
const status = z.enum(['analysed', 'waiting', 'running', 'done', 'failed', 'undone']);
const count = z.number().int();

export const CountsBody = z
  .object({
    read: count,
    accepted: count,
    rejected: count,
    duplicates: count,
    suppressed: count,
    corrected: count,
    warned: count,
    filledFields: count,
    withSiret: count,
    blank: count,
  })
  .meta({ description: 'read = accepted + rejected + duplicates + suppressed : aucune ligne n’est perdue.' });

export const QualityBody = z.object({
  score: count.nullable(),
  parts: z.array(
    z.object({
      name: z.enum(['validity', 'uniqueness', 'completeness', 'exactness']),
      numerator: count,
      denominator: count,
      rate: count.nullable(),
      weight: count,
    }),
  ),
});

const options = {
  foreignNumbers: z.enum(['reject', 'keep']),
  refuseClientDuplicates: z.boolean(),
  source: z.string().trim().max(200).nullable(),
  collectedOn: CivilDateText.nullable(),
};

export const MappingInput = z.object({ mapping: z.array(FieldBody).max(200), options: z.object(options).partial().default({}) });

export const ImportBody = z.object({
  id: z.uuid(),
  missionId: z.uuid(),
  fileName: z.string(),
  byteLength: count,
  status,
  format: z.object({
    encoding: z.string(),
    separator: z.string(),
    headings: z.array(z.string()),
    hasHeader: z.boolean(),
    rowsBefore: count,
  }),
  titleLines: z.array(z.string()),
  proposals: z.array(z.object({ column: count, heading: z.string(), field: FieldBody, confidence: z.number() })),
  mapping: z.array(FieldBody),
  options: z.object(options),
  rowsDone: count,
  counts: CountsBody.nullable(),
  qualityScore: count.nullable(),
  failureCode: z.string().nullable(),
  uploadedAt: InstantText,
  uploadedBy: z.string(),
  confirmedAt: InstantText.nullable(),
  finishedAt: InstantText.nullable(),
  undoneAt: InstantText.nullable(),
  undo: z.object({ removed: count, kept: count }).nullable(),
});

const note = z.object({
  field: FieldBody,
  code: z.string(),
  given: z.string(),
  kept: z.string().nullable(),
  sentence: z.string(),
});

export const PreviewRowBody = z.object({
  row: count,
  line: count,
  verdict: z.enum(['accepted', 'rejected', 'duplicate']),
  cells: z.array(z.string()),
  /** What is kept of each field, in the form in which it is kept. */
  kept: z.record(z.string(), z.string().nullable()),
  notes: z.array(note),
});

export const ImportDetailBody = ImportBody.extend({
  preview: z.array(PreviewRowBody).nullable(),
  quality: QualityBody.nullable(),
  reasons: z.array(
    z.object({ code: z.string(), verdict: z.enum(['rejected', 'duplicate', 'suppressed']), rows: count, sentence: z.string() }),
  ),
  notes: z.array(z.object({ code: z.string(), rows: count, sentence: z.string() })),
});

export const ProspectBody = z.object({
  id: z.uuid(),
  missionId: z.uuid(),
  importId: z.uuid().nullable(),
  rowNumber: count.nullable(),
  company: z.string().nullable(),
  siret: z.string().nullable(),
  civility: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  jobTitle: z.string().nullable(),
  phone: z.string(),
  phoneKind: z.enum(['landline', 'mobile', 'special']),
  phoneCountry: z.string(),
  otherPhone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  department: z.string().nullable(),
  zone: z.string(),
  timeZone: z.string(),
  naf: z.string().nullable(),
  headcount: z.string().nullable(),
  comment: z.string().nullable(),
  extra: z.record(z.string(), z.string()).nullable(),
  contactClass: z.enum(['ENTREPRISE', 'EI_PRO', 'PERSO']),
  importNotes: z.array(z.string()),
  source: z.string().nullable(),
  collectedOn: CivilDateText.nullable(),
  addedAt: InstantText,
  status: z.enum(prospectStatuses),
  priority: count,
  nextAt: InstantText,
  attempts: count,
  lastAttemptAt: InstantText.nullable(),
  leasedUntil: InstantText.nullable(),
  callbackNote: z.string().nullable(),
  lastCode: z.string().nullable(),
  closedAt: InstantText.nullable(),
  suppressedAt: InstantText.nullable(),
});

export const ProspectDetailBody = z.object({
  prospect: ProspectBody,
  history: z.array(
    z.object({ id: z.uuid(), at: InstantText, type: z.string(), actor: z.string(), details: z.record(z.string(), z.unknown()) }),
  ),
});

export const ProspectQuery = z.object({
  status: z.enum(prospectStatuses).optional(),
  contactClass: z.enum(['ENTREPRISE', 'EI_PRO', 'PERSO']).optional(),
  importId: z.uuid().optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(['added', 'company', 'nextAt']).default('added'),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const ProspectCountsBody = z.object({
  counts: z.object({
    ...(Object.fromEntries(prospectStatuses.map((name) => [name, count])) as Record<
      (typeof prospectStatuses)[number],
      typeof count
    >),
    total: count,
    called: count,
    byCode: z.record(z.string(), count),
    consumerLines: count,
  }),
  quality: QualityBody.extend({ counts: CountsBody, files: count, tried: count, wrongNumbers: count }),
});

const scope = z.enum(['provider', 'client', 'mission']);
export const SuppressionInput = z.object({
  phone: z.string().trim().min(1).max(40),
  reason: z.string().trim().min(1).max(300),
  scope,
  clientId: z.uuid().optional(),
  missionId: z.uuid().optional(),
});
export const SuppressionCountBody = z.object({
  scope,
  clientId: z.uuid().nullable(),
  missionId: z.uuid().nullable(),
  source: z.enum(['call', 'entry', 'file']),
  numbers: count,
  lastAt: InstantText,
});
