import { addMinutes, civilDateOf, type ClockTime, type Instant } from '../../../shared/time.ts';
import { isPublicHoliday } from '../../../shared/calendar.ts';
import { isInSlot, nextSlotStart, type Slot } from './callee-calendar.ts';
import type { Finding, GateRule } from './dial-gate.ts';
import type { GateSituation } from './gate-situation.ts';

/** C. conso. D223-9: Monday to Friday, public holidays excluded, 10 to 13 and 14 to 20, on the consumer's clock. */
const consumerHours: readonly Slot[] = [
  { days: [1, 2, 3, 4, 5], from: '10:00' as ClockTime, to: '13:00' as ClockTime },
  { days: [1, 2, 3, 4, 5], from: '14:00' as ClockTime, to: '20:00' as ClockTime },
];
/** C. conso. L223-1 as it stands from this day: no call to a consumer without prior consent. */
const consentRequiredFrom = '2026-08-11';
const dayMinutes = 24 * 60;

const fine: Finding = { ok: true };
/** A company's own line is outside these rules; a personal or mixed one is inside, whatever the file calls it. */
const forConsumers =
  (find: GateRule['find']): GateRule['find'] =>
  (situation, terms, now) =>
    situation.prospect.contactClass === 'PERSO' ? find(situation, terms, now) : fine;

export const consumerRules: readonly GateRule[] = [
  {
    rule: 'consumer_consent',
    term: 'calling.suppressionLists',
    law: 'L223-1 du Code de la consommation',
    find: forConsumers(({ consumerConsentUntil }, _, now) =>
      civilDateOf(now) < consentRequiredFrom || (consumerConsentUntil !== null && consumerConsentUntil > now)
        ? fine
        : { ok: false },
    ),
  },
  {
    rule: 'consumer_after_refusal',
    term: 'calling.suppressionLists',
    law: 'D223-9 du Code de la consommation',
    find: forConsumers(({ attempts }, _, now) => waitFrom(attempts.lastRefusalAt, 60, now)),
  },
  {
    rule: 'consumer_frequency',
    term: 'calling.attemptsPerProspect',
    law: 'D223-9 du Code de la consommation',
    find: forConsumers(({ attempts }: GateSituation, _, now) =>
      attempts.toNumberIn30Days < 4
        ? fine
        : waitFrom(attempts.oldestIn30DaysAt, 30, now, { count: attempts.toNumberIn30Days, limit: 4 }),
    ),
  },
  {
    rule: 'consumer_hours',
    term: 'calling.slots',
    law: 'D223-9 du Code de la consommation',
    find: forConsumers(({ prospect }, _, now) => {
      const isOpen = isInSlot(consumerHours, now, prospect.timeZone) && !isPublicHoliday(civilDateOf(now, prospect.timeZone));
      if (isOpen) return fine;
      const next = nextSlotStart(consumerHours, now, prospect.timeZone, isPublicHoliday);
      return { ok: false, details: { timeZone: prospect.timeZone }, ...(next && { nextEligibleAt: next }) };
    }),
  },
];

const waitFrom = (from: Instant | null, days: number, now: Instant, details: Record<string, unknown> = {}): Finding => {
  if (from === null) return fine;
  const next = addMinutes(from, days * dayMinutes);
  return next <= now ? fine : { ok: false, details: { ...details, days }, nextEligibleAt: next };
};
