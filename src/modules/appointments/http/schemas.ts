import { z } from 'zod';
import { InstantText } from '../../../platform/http/schemas.ts';

const Moment = z.number().int().min(0).max(36_000).nullable();
const Said = z.object({ momentSeconds: Moment, text: z.string(), at: InstantText, by: z.string() });

export const AppointmentBody = z.object({
  id: z.uuid(),
  missionId: z.uuid(),
  dossierId: z.uuid(),
  ref: z.string(),
  attemptId: z.uuid(),
  company: z.string(),
  contactName: z.string(),
  contactRole: z.string().nullable(),
  phone: z.string(),
  meetingAt: InstantText,
  meetingPlace: z.string(),
  note: z.string(),
  marks: z.array(z.object({ criterionId: z.string(), momentSeconds: Moment })),
  bookedAt: InstantText,
  callerName: z.string(),
  evidenceLevel: z.enum(['server', 'provider', 'client', 'declared', 'simulated']),
  recordingId: z.uuid().nullable(),
  priceCents: z.number(),
  state: z.enum(['to_review', 'accepted', 'refused', 'contested']),
  acceptedBy: z.enum(['client', 'silence', 'ruling']).nullable(),
  decidedAt: InstantText.nullable(),
  reviewBy: InstantText,
  contestBy: InstantText.nullable(),
  refusal: Said.extend({ criterionId: z.string() }).nullable(),
  contest: Said.nullable(),
  ruling: z.object({ for: z.enum(['caller', 'client']), text: z.string(), at: InstantText, by: z.string() }).nullable(),
  meetingOutcome: z.enum(['held', 'no_show', 'postponed', 'client_absent']).nullable(),
});

export const AppointmentDetailBody = AppointmentBody.extend({
  /** What was signed about it, with the articles. */
  criteria: z.array(z.object({ id: z.string(), label: z.string(), definition: z.string() })),
  silence: z.enum(['accepted', 'refused']),
  contestWorkingDays: z.number(),
  /** The organisation's clock, by which its deadlines are judged. */
  now: InstantText,
  parties: z.object({ provider: z.string(), client: z.string() }),
  articles: z.object({ criteria: z.string().nullable(), review: z.string().nullable(), contest: z.string().nullable() }),
});

export const RefusalInput = z.object({
  criterionId: z.string().min(1),
  momentSeconds: Moment.default(null),
  text: z.string().max(2000).default(''),
});
export const ContestInput = z.object({ momentSeconds: Moment.default(null), text: z.string().max(2000).default('') });
export const RulingInput = z.object({ inFavourOf: z.enum(['caller', 'client']), text: z.string().max(4000).default('') });
