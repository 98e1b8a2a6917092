import { z } from 'zod';
import { CivilDateField, ClockTimeField, Line, Lines, Text } from './fields.ts';

/** What is sold and what is not: the first thing a director reads and the first thing a dispute is about. */
export const ScopeTerms = z.object({
  missionKind: z.enum(['telephone_prospecting', 'file_qualification', 'follow_up', 'appointment_setting', 'telesales']),
  context: Text,
  objectives: Lines.min(1),
  included: Lines.min(1),
  excluded: Lines.min(1),
  deliverables: Lines.min(1),
  targets: Text,
  channels: z.array(z.enum(['phone', 'email'])).min(1),
  /** Départements ('75', '2A', '974') where calls are allowed; empty means the whole of France. */
  allowedDepartments: z.array(Line),
  /** Départements where calls are forbidden, whatever the list above says. */
  forbiddenDepartments: z.array(Line),
  languages: z.array(z.enum(['fr', 'en'])).min(1),
  tools: Line,
  handOver: Line,
  /** Where the prospect file comes from, and its expected size. */
  fileSource: Line,
  fileSize: z.int().positive(),
});

/** The mission's first and last day, both included. */
export const PeriodTerms = z.object({ startsOn: CivilDateField, endsOn: CivilDateField });

export const CallSlot = z.object({
  /** 1 is Monday, 7 is Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1),
  from: ClockTimeField,
  to: ClockTimeField,
});

/** When and how calls may be placed. The dial gate enforces every line of it. */
export const CallingTerms = z.object({
  slots: z.array(CallSlot).min(1),
  /** Slots are read on the callee's clock. Public holidays are closed unless said otherwise. */
  publicHolidays: z.enum(['closed', 'open']),
  attemptsPerProspect: z.int().min(1).max(20),
  hoursBetweenAttempts: z.int().min(0).max(720),
  /** The number shown to the callee, owned by the client or the provider. Never hidden (C. conso. L221-17). */
  presentedNumber: Line,
  script: z.object({ required: z.boolean(), approvedByClient: z.boolean() }),
  recording: z.object({
    /**
     * 'on_demand': the caller starts it, having told the person. 'from_qualification': it starts with the first criterion.
     * 'appointments_only' keeps the sound when an appointment needs it and purges the rest at once.
     */
    policy: z.enum(['none', 'on_demand', 'from_qualification', 'appointments_only', 'sample', 'all']),
    /** Why every call must be recorded, in writing: asked by 'all' and by no other policy (CNIL). */
    basis: Text.optional(),
    /** true: an appointment without a recording is not billable. */
    requiredForBilling: z.boolean(),
    retentionDays: z.int().min(1).max(180),
    purpose: Line,
  }),
  suppressionLists: z.literal('enforced'),
});

/** What was bought, as budgets that are consumed live. null: this unit is not limited by the contract. */
export const VolumeTerms = z.object({
  period: z.enum(['mission', 'month', 'week']),
  calls: z.int().positive().nullable(),
  hours: z.int().positive().nullable(),
  appointments: z.int().positive().nullable(),
  warnAtPercent: z.int().min(50).max(100),
});
