import { z } from 'zod';
import { InstantText } from '../../../platform/http/index.ts';
import { signingStates } from '../domain/signature-request.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Person = z.object({
  name: z.string(),
  capacity: z.string(),
  organisation: z.string(),
  maskedEmail: z.string(),
  signedAt: InstantText.nullable(),
});
const Preview = z.object({ allowed: z.boolean(), code: z.string().optional(), message: z.string().optional() });

export const State = z.enum(signingStates as [string, ...string[]]).meta({ description: 'Où en est la signature.' });
export const CodeState = z
  .object({
    sentTo: z.string(),
    sentAt: InstantText,
    expiresAt: InstantText,
    attemptsLeft: z.number().int(),
    resendAt: InstantText,
  })
  .nullable();

export const RequestBody = z.object({
  requestId: z.string(),
  number: z.string(),
  title: z.string(),
  demo: z.boolean(),
  state: State,
  expiresAt: InstantText,
  now: InstantText.meta({ description: 'L’heure du serveur, pour les comptes à rebours.' }),
  documentSha256: Sha256.nullable(),
  summary: z.array(z.object({ label: z.string(), value: z.string() })),
  versions: z.record(z.string(), z.string()),
  consentText: z.string(),
  client: Person,
  provider: Person,
  steps: z.object({
    summaryViewedAt: InstantText.nullable(),
    documentViewedAt: InstantText.nullable(),
    consentedAt: InstantText.nullable(),
    codeSentAt: InstantText.nullable(),
    signedAt: InstantText.nullable(),
  }),
  can: z.record(z.string(), Preview).meta({ description: 'Ce que vous pouvez faire maintenant, et sinon pourquoi.' }),
  files: z.object({ signed: z.boolean(), evidence: z.boolean() }),
  code: CodeState,
});

export const OwnerRequestBody = RequestBody.extend({
  dossierId: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  countersignText: z.string(),
  refusalReason: z.string().nullable(),
  paper: z
    .object({ signedOn: z.string(), signatoryName: z.string(), scanDocumentId: z.string(), recordedBy: z.string() })
    .nullable(),
  timeline: z.array(
    z.object({
      at: InstantText,
      party: z.enum(['client', 'provider']).nullable(),
      kind: z.string(),
      ip: z.string().nullable(),
      screen: z.string().nullable(),
    }),
  ),
});

export const RequestLine = z.object({
  requestId: z.string(),
  dossierId: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  number: z.string(),
  title: z.string(),
  state: State,
  client: z.string(),
  openedAt: InstantText,
  expiresAt: InstantText,
});

export const View = z.object({
  screen: z.enum(['summary', 'document', 'terms']),
  seconds: z.number().int().min(0).max(86_400).default(0),
  scrolledPercent: z.number().int().min(0).max(100).default(0),
  pagesSeen: z.number().int().min(0).max(10_000).default(0),
});
export const Consent = z.object({ text: z.string().min(1).max(2000) });
export const Code = z
  .string()
  .trim()
  .regex(/^\d{3}\s?\d{3}$/)
  .meta({ title: 'Code', 'x-title-en': 'Code', description: 'Les six chiffres reçus par e-mail.' });
export const Signature = z.object({ code: Code, documentSha256: Sha256 });
export const Refusal = z.object({
  reason: z.string().trim().min(3).max(2000).meta({ title: 'Raison du refus', 'x-title-en': 'Reason for refusing' }),
});
export const Countersignature = z.object({
  documentSha256: Sha256,
  code: Code.optional(),
  password: z.string().min(1).max(200).optional(),
});
export const PaperFields = z.object({
  signedOn: z.iso.date().meta({ title: 'Date de signature', 'x-title-en': 'Signature date' }),
  signatoryName: z.string().trim().min(2).max(120).meta({ title: 'Nom du signataire', 'x-title-en': 'Signatory name' }),
});
export const CodeSent = z.object({ sentTo: z.string(), expiresAt: InstantText, resendInSeconds: z.number().int() });
export const Reached = z.object({ state: State });
