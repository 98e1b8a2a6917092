import { z } from 'zod';
import { InstantText } from '../../../platform/http/schemas.ts';
import { outcomeCodes } from '../domain/outcomes.ts';

const Words = z.object({ fr: z.string(), en: z.string() });
export const OutcomeField = z.enum(outcomeCodes);
export const LineField = z
  .enum(['simulated', 'manual'])
  .meta({ description: 'simulated : démonstration seulement ; manual : votre téléphone, appel déclaré.' });
const EvidenceField = z
  .enum(['server', 'provider', 'client', 'declared', 'simulated'])
  .meta({ description: 'Ce que vaut la preuve de l’appel.' });

/** An instant given by a client: any offset is read, UTC is kept. */
export const InstantInput = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

const CheckBody = z.object({
  rule: z.string(),
  ok: z.boolean(),
  term: z.string(),
  article: z.string().optional(),
  amendment: z.number().optional(),
  framework: z.string().optional(),
  law: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  nextEligibleAt: InstantText.optional(),
});
export const VerdictBody = z
  .object({
    id: z.uuid(),
    at: InstantText,
    prospectId: z.uuid(),
    attemptId: z.uuid().nullable(),
    callerName: z.string(),
    line: LineField,
    allowed: z.boolean(),
    sentence: Words,
    checks: z.array(CheckBody),
    nextEligibleAt: InstantText.nullable(),
    termsVersion: z.number().nullable(),
    termsSha256: z.string().nullable(),
  })
  .meta({ description: 'Verdict du contrôle avant appel, conservé même quand il refuse.' });

export const CallBody = z
  .object({
    id: z.uuid(),
    missionId: z.uuid(),
    prospectId: z.uuid(),
    callerId: z.uuid(),
    callerName: z.string(),
    line: LineField,
    evidence: EvidenceField,
    to: z.string(),
    phase: z.enum(['allowed', 'dialing', 'ringing', 'answered', 'ended', 'qualified']),
    requestedAt: InstantText,
    answeredAt: InstantText.nullable(),
    endedAt: InstantText.nullable(),
    endedBy: z.string().nullable(),
    cause: z.string().nullable(),
    talkSeconds: z.number(),
    outcome: OutcomeField.nullable(),
    outcomeReason: z.string().nullable(),
    outcomeNote: z.string().nullable(),
    callbackAt: InstantText.nullable(),
    appointmentId: z.uuid().nullable(),
    opposedAt: InstantText.nullable(),
    termsVersion: z.number(),
    scriptVersion: z.number().nullable(),
  })
  .meta({ description: 'Une tentative d’appel, du clic à sa qualification.' });

export const MarkBody = z.object({
  criterionId: z.string(),
  state: z.enum(['met', 'not_met', 'unknown']),
  momentSeconds: z.number().int().min(0).nullable(),
});
const RecordingBody = z
  .object({
    recordingId: z.uuid(),
    attemptId: z.uuid(),
    status: z.enum(['held', 'kept', 'purged']),
    evidence: EvidenceField,
    durationMs: z.number(),
    legsSha256: z.string(),
    legsBytes: z.number(),
    oggSha256: z.string().nullable(),
    oggBytes: z.number().nullable(),
    sealedAt: InstantText,
    keepUntil: InstantText.nullable(),
    purgedAt: InstantText.nullable(),
    purgeReason: z.string().nullable(),
    listens: z.array(z.object({ at: InstantText, kind: z.string(), id: z.string().nullable(), name: z.string() })),
  })
  .meta({ description: 'Enregistrement scellé, ou sa trace après destruction.' });

export const CallDetailBody = CallBody.extend({
  events: z.array(
    z.object({
      seq: z.number(),
      at: InstantText,
      mediaMs: z.number().nullable(),
      source: z.string(),
      type: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
  marks: z.array(MarkBody),
  criteria: z.array(z.object({ id: z.string(), label: z.string() })),
  verdict: VerdictBody,
  recording: RecordingBody.nullable(),
  permittedOutcomes: z.array(z.string()),
});

const AppointmentInput = z.object({
  meetingAt: InstantInput,
  contactName: z.string().max(200),
  contactRole: z.string().max(200).default(''),
  format: z.enum(['phone', 'video', 'on_site']),
  place: z.string().max(300).default(''),
  note: z.string().max(4000).default(''),
  criteria: z.array(MarkBody).max(20),
});
export const OutcomeInput = z.object({
  code: OutcomeField,
  reason: z.string().max(500).default(''),
  note: z.string().max(4000).default(''),
  callbackAt: InstantInput.nullable().default(null),
  callbackFor: z.enum(['me', 'team']).default('me'),
  appointment: AppointmentInput.nullable().default(null),
});
export const OutcomeAnswer = z.object({
  code: OutcomeField,
  answered: z.boolean(),
  useful: z.boolean(),
  argued: z.boolean(),
  talkSeconds: z.number(),
  appointmentId: z.uuid().nullable(),
  prospectStatus: z.string(),
});

export const SessionBody = z
  .object({
    id: z.uuid(),
    missionId: z.uuid(),
    callerId: z.uuid(),
    callerName: z.string(),
    startedAt: InstantText,
    stoppedAt: InstantText.nullable(),
    minutes: z.number().nullable(),
    evidence: z.enum(['measured', 'declared']),
  })
  .meta({ description: 'Session de production : les heures que le contrat compte.' });

export const ScriptBody = z.object({
  version: z.number(),
  body: z.string(),
  sha256: z.string(),
  writtenAt: InstantText,
  writtenBy: z.string(),
  approval: z.object({ at: InstantText, evidence: z.enum(['client', 'declared']), by: z.string() }).nullable(),
});
