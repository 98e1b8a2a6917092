import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { indicatorFormulas } from '../../contracts/index.ts';

const Words = z.object({ fr: z.string(), en: z.string() });
const Measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), value: z.number(), numerator: z.number(), denominator: z.null() }),
  z.object({ kind: z.literal('average'), value: z.number().nullable(), numerator: z.number(), denominator: z.number() }),
  z.object({ kind: z.literal('rate'), value: z.number().nullable(), numerator: z.number(), denominator: z.number() }),
]);

const Article = z.string().nullable();
const Counted = z.object({ label: z.string(), count: z.number() });
const Volume = z.object({
  id: z.enum(['calls', 'hours', 'appointments']),
  consumed: z.number(),
  signed: z.number(),
  elapsedShare: z.number(),
  period: z.enum(['mission', 'month', 'week']).optional(),
  state: z.enum(['normal', 'warning', 'used_up']),
});

export const MissionLineBody = z
  .object({
    id: z.uuid(),
    dossierId: z.uuid(),
    name: z.string(),
    clientName: z.string(),
    quoteNumber: z.string(),
    status: z.enum(['open', 'paused', 'closed']),
    statusReason: z.string().nullable(),
    startsOn: CivilDateText,
    endsOn: CivilDateText,
    volumes: z.array(Volume),
    next: z.object({
      kind: z.enum(['review', 'ruling', 'resume', 'start', 'used_up', 'weekly_report', 'final_report', 'close', 'nothing']),
      by: InstantText.nullable(),
      count: z.number().optional(),
      volume: z.enum(['calls', 'hours', 'appointments']).optional(),
    }),
  })
  .meta({ description: 'Une mission dans la liste : volumes consommés, et ce qui vient, avec son échéance.' });

export const ReportsBody = z.object({
  mission: z.object({
    id: z.uuid(),
    name: z.string(),
    status: z.enum(['open', 'paused', 'closed']),
    startsOn: CivilDateText,
    endsOn: CivilDateText,
  }),
  now: InstantText,
  channel: z.enum(['email', 'portal', 'email_and_portal']),
  article: Article,
  reports: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['weekly', 'final']),
      label: z.string(),
      week: z.number(),
      from: CivilDateText,
      to: CivilDateText,
      frozenAt: InstantText,
      snapshotSha256: z.string(),
      headline: Words,
      notes: z.array(z.string()),
      isPrinted: z.boolean(),
      totals: z.object({ attempts: z.number(), useful: z.number(), booked: z.number(), productionMinutes: z.number() }),
    }),
  ),
});

export const BoardBody = z
  .object({
    mission: z.object({
      id: z.uuid(),
      name: z.string(),
      status: z.enum(['open', 'paused', 'closed']),
      statusReason: z.string().nullable(),
      startsOn: CivilDateText,
      endsOn: CivilDateText,
      quoteNumber: z.string(),
    }),
    asOf: InstantText,
    today: CivilDateText,
    headline: Words,
    totals: z.object({
      attempts: z.number(),
      wrongNumbers: z.number(),
      answered: z.number(),
      useful: z.number(),
      argued: z.number(),
      booked: z.number(),
      oppositions: z.number(),
      outOfTarget: z.number(),
      productionMinutes: z.number(),
      workedDays: z.number(),
    }),
    volumes: z.array(Volume.extend({ article: Article })),
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
        day: CivilDateText,
        calls: z.number(),
        hoursMinutes: z.number(),
        answered: z.number(),
        useful: z.number(),
        argued: z.number(),
        appointments: z.number(),
        wrongNumbers: z.number(),
        oppositions: z.number(),
        outOfTarget: z.number(),
        simulated: z.number(),
        declared: z.number(),
      }),
    ),
    appointments: z.array(
      z.object({
        ref: z.string(),
        company: z.string(),
        bookedAt: InstantText,
        meetingAt: InstantText,
        reviewBy: InstantText,
        state: z.enum(['to_review', 'accepted', 'refused', 'contested']),
        acceptedBy: z.enum(['client', 'silence', 'ruling']).nullable(),
      }),
    ),
    warnAtPercent: z.number(),
    plan: z.object({ days: z.array(CivilDateText), callsPerDay: z.number().nullable() }),
    hypotheses: z.array(
      z.object({
        id: z.string(),
        measure: z.enum(['wrong_number_rate', 'reachability_rate', 'out_of_target_rate']),
        comparison: z.enum(['at_most', 'at_least']),
        thresholdBp: z.number(),
        effect: z.string(),
        measured: z.object({
          kind: z.literal('rate'),
          value: z.number().nullable(),
          numerator: z.number(),
          denominator: z.number(),
        }),
        state: z.enum(['held', 'broken', 'unknown']),
      }),
    ),
    refusals: z
      .object({ byClient: z.array(Counted), onCalls: z.array(Counted) })
      .meta({ description: 'Pourquoi le client refuse un rendez-vous, et pourquoi les personnes appelées disent non.' }),
    articles: z.object({ indicators: Article, volumes: Article, hypotheses: Article, changes: Article, criteria: Article }),
  })
  .meta({ description: 'Ce que la mission a consommé et mesuré, avec les articles.' });
