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

const Option = z.object({ id: z.string(), label: z.string(), netCents: z.number().int() });
const Options = z
  .object({
    lines: z.array(Option).readonly(),
    base: z.object({ netCents: z.number().int(), vatBp: z.number().int().nullable() }).nullable(),
  })
  .nullable();
const Seat = Person.extend({
  signatoryId: z.string(),
  party: z.enum(['client', 'provider']),
  principal: z.boolean(),
  rank: z.number().int(),
  duty: z.enum(['sign', 'copy']),
  standing: z.enum(['waiting', 'sent', 'read', 'consented', 'signed', 'copy', 'delegated', 'dismissed', 'none']),
  linkSentAt: InstantText.nullable(),
  initialled: z.number().int(),
  delegation: z.object({ fromName: z.string(), reason: z.string(), at: InstantText }).nullable(),
  reminders: z.number().int(),
  lastReminderAt: InstantText.nullable(),
  nextReminderAt: InstantText.nullable(),
});
const ToInitial = z.object({
  id: z.string(),
  label: z.string(),
  article: z.string(),
  text: z.string(),
  initialled: z.object({ initials: z.string(), at: InstantText }).nullable(),
});

export const RequestBody = z.object({
  requestId: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
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
  me: Person,
  client: Person,
  provider: Person,
  signatories: z.array(Seat).meta({ description: 'Tous ceux qui signent ou reçoivent une copie, dans l’ordre.' }),
  initials: z.array(ToInitial).meta({ description: 'Les articles à lire et à parapher un par un.' }),
  mustInitial: z.number().int().meta({ description: 'Combien il m’en reste à parapher.' }),
  suggestedInitials: z.string(),
  options: Options.meta({ description: 'Les lignes de prix à cocher avant l’accord.' }),
  chosenOptions: z.array(z.string()).readonly().nullable(),
  optionsSettled: z.boolean().meta({ description: 'Quelqu’un a déjà signé : les options sont choisies.' }),
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

export const SignerRequestBody = RequestBody.extend({
  closedBecause: z.object({ reason: z.string().nullable(), replaced: z.boolean() }).nullable(),
  sender: z.object({ organisation: z.string(), email: z.string(), phone: z.string().nullable() }),
});

export const OwnerRequestBody = RequestBody.extend({
  withdrawal: z.object({ reason: z.string().nullable(), replaced: z.boolean(), voided: z.array(z.string()) }).nullable(),
  reminders: z.object({ paused: z.boolean(), mostPerPerson: z.number().int() }),
  proposedExtension: z.string(),
  dossierId: z.string(),
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
      who: z.string().nullable(),
      article: z.string().nullable(),
      said: z.string().nullable(),
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
  signedCount: z.number().int(),
  signerCount: z.number().int(),
  stalled: z.enum(['to_countersign', 'no_answer', 'expires_soon', 'expired']).nullable(),
});

export const View = z.object({
  screen: z.enum(['summary', 'document', 'terms']),
  seconds: z.number().int().min(0).max(86_400).default(0),
  scrolledPercent: z.number().int().min(0).max(100).default(0),
  pagesSeen: z.number().int().min(0).max(10_000).default(0),
});
export const Consent = z.object({
  text: z.string().min(1).max(4000),
  options: z
    .array(z.string().max(100))
    .max(50)
    .optional()
    .meta({ description: 'Les options cochées, quand le document en propose.' }),
});
export const Initials = z.object({
  clauseId: z.string().min(1).max(200),
  initials: z.string().trim().max(20).meta({ title: 'Paraphe', 'x-title-en': 'Initials' }),
});
const reason = z.string().trim().max(2000);
export const DelegationBody = z.object({
  name: z.string().trim().max(120).meta({ title: 'Nom', 'x-title-en': 'Name' }),
  capacity: z.string().trim().max(120).meta({ title: 'Qualité', 'x-title-en': 'Capacity' }),
  email: z.string().trim().max(200).meta({ title: 'Adresse e-mail', 'x-title-en': 'E-mail address' }),
  reason: reason.meta({ title: 'Raison', 'x-title-en': 'Reason' }),
});
export const Reason = z.object({ reason: reason.meta({ title: 'Raison', 'x-title-en': 'Reason' }) });
export const Extension = z.object({
  until: z.iso.date().optional().meta({ title: 'Dernier jour pour signer', 'x-title-en': 'Last day to sign' }),
});
export const LinkHelp = z.object({
  standing: z.enum([
    'open',
    'newer_link',
    'link_expired',
    'request_expired',
    'waiting',
    'delegated',
    'dismissed',
    'replaced',
    'withdrawn',
    'refused',
    'signed',
  ]),
  requestId: z.string(),
  title: z.string(),
  email: z.string(),
  expiresAt: InstantText,
  reason: z.string().nullable(),
  delegatedTo: z.string().nullable(),
  sender: z.object({ organisation: z.string(), email: z.string(), phone: z.string().nullable() }),
});
export const LinkAgain = z.object({ sent: z.enum(['link', 'more_time']), to: z.string() });
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
