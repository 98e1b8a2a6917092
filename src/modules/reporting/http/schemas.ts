import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { indicatorFormulas } from '../../contracts/index.ts';

const Words = z.object({ fr: z.string(), en: z.string() });
const Measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), value: z.number(), numerator: z.number(), denominator: z.null() }),
  z.object({ kind: z.literal('average'), value: z.number().nullable(), numerator: z.number(), denominator: z.number() }),
  z.object({ kind: z.literal('rate'), value: z.number().nullable(), numerator: z.number(), denominator: z.number() }),
]);

export const BoardBody = z
  .object({
    mission: z.object({ id: z.uuid(), name: z.string(), status: z.enum(['open', 'paused', 'closed']), startsOn: CivilDateText, endsOn: CivilDateText, quoteNumber: z.string() }),
    asOf: InstantText,
    headline: Words,
    totals: z.object({
      attempts: z.number(), wrongNumbers: z.number(), answered: z.number(), useful: z.number(), argued: z.number(), booked: z.number(),
      oppositions: z.number(), outOfTarget: z.number(), productionMinutes: z.number(), workedDays: z.number(),
    }),
    volumes: z.array(
      z.object({ id: z.enum(['calls', 'hours', 'appointments']), consumed: z.number(), signed: z.number(), elapsedShare: z.number(), state: z.enum(['normal', 'warning', 'used_up']), article: z.string().nullable() }),
    ),
    indicators: z.array(
      z.object({
        formula: z.enum(indicatorFormulas),
        label: z.string(),
        nature: z.enum(['engaged', 'followed']),
        target: z.object({ min: z.number().nullable(), max: z.number().nullable() }).nullable(),
        payLink: z.string(),
        measure: Measure,
        state: z.enum(['reached', 'below', 'above', 'none']),
      }),
    ),
    days: z.array(
      z.object({
        day: CivilDateText, calls: z.number(), hoursMinutes: z.number(), answered: z.number(), useful: z.number(), argued: z.number(), appointments: z.number(),
        wrongNumbers: z.number(), oppositions: z.number(), outOfTarget: z.number(), simulated: z.number(), declared: z.number(),
      }),
    ),
    appointments: z.array(
      z.object({
        ref: z.string(), company: z.string(), bookedAt: InstantText, meetingAt: InstantText, reviewBy: InstantText,
        state: z.enum(['to_review', 'accepted', 'refused', 'contested']), acceptedBy: z.enum(['client', 'silence', 'ruling']).nullable(),
      }),
    ),
    articles: z.object({ indicators: z.string().nullable(), volumes: z.string().nullable() }),
  })
  .meta({ description: 'Ce que la mission a consommé et mesuré, avec les articles.' });
