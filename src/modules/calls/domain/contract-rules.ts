import { allowedVolume } from '../../contracts/index.ts';
import { addDays, addMinutes, civilDateOf, type Instant } from '../../../shared/time.ts';
import { isHolidayFor, isInSlot, nextSlotStart, startOfDay } from './callee-calendar.ts';
import type { Finding, GateRule } from './dial-gate.ts';
import { presentedNumberFault } from './presented-number.ts';

const fine: Finding = { ok: true };
const unless = (holds: boolean, refusal: Omit<Extract<Finding, { ok: false }>, 'ok'> = {}): Finding =>
  holds ? fine : { ok: false, ...refusal };

/** The article that says every call is controlled first: cited by the rules that no other article words. */
const control = 'calling.suppressionLists';

const standing: readonly GateRule[] = [
  {
    rule: 'period',
    term: 'period',
    find: ({ life }, { period }, now) => {
      // The days of a suspension are not counted: the term is put off by as many.
      const endsOn = addDays(period.endsOn, life.suspendedDays);
      const today = civilDateOf(now);
      if (today < period.startsOn)
        return { ok: false, details: { startsOn: period.startsOn }, nextEligibleAt: startOfDay(period.startsOn, 'Europe/Paris') };
      return unless(today <= endsOn, { details: { endsOn } });
    },
  },
  {
    rule: 'mission_active',
    term: 'period',
    find: ({ mission }) => unless(mission.status === 'open', { details: { status: mission.status } }),
  },
  { rule: 'caller_admitted', term: control, find: ({ caller }) => unless(caller.admitted) },
  {
    rule: 'line_allowed',
    term: control,
    find: ({ line }) => unless(line.id !== 'simulated' || line.isDemoTenant, { details: { line: line.id } }),
  },
  {
    rule: 'presented_number',
    term: 'calling.presentedNumber',
    find: (_, { calling }) => {
      const fault = presentedNumberFault(calling.presentedNumber);
      return unless(fault === null, { details: { number: calling.presentedNumber, fault } });
    },
  },
  {
    rule: 'script_ready',
    term: 'calling.script',
    find: ({ script }, { calling }) => {
      if (!calling.script.required) return fine;
      if (!script) return { ok: false, details: { missing: 'script' } };
      return unless(script.approved || !calling.script.approvedByClient, {
        details: { missing: 'approval', version: script.version },
      });
    },
  },
  { rule: 'suppression', term: 'calling.suppressionLists', find: ({ suppressed }) => unless(!suppressed) },
  { rule: 'prospect_open', term: control, find: ({ prospect }) => unless(prospect.status === 'callable') },
  {
    rule: 'callback_reserved',
    term: control,
    find: ({ prospect }) => unless(prospect.callbackReservedBy === null, { details: { by: prospect.callbackReservedBy } }),
  },
  {
    rule: 'zone_allowed',
    term: 'scope.allowedDepartments',
    find: ({ prospect }, { scope }) =>
      // Where nobody knows, a list of zones cannot be kept: the prospect waits for its postcode.
      unless(
        scope.allowedDepartments.length === 0 ||
          (prospect.department !== null && scope.allowedDepartments.includes(prospect.department)),
        {
          details: { department: prospect.department },
        },
      ),
  },
  {
    rule: 'zone_forbidden',
    term: 'scope.forbiddenDepartments',
    find: ({ prospect }, { scope }) =>
      unless(prospect.department === null || !scope.forbiddenDepartments.includes(prospect.department), {
        details: { department: prospect.department },
      }),
  },
];

const budget = (
  unit: 'calls' | 'hours' | 'appointments',
  used: (consumed: { calls: number; productionMinutes: number; appointments: number }) => number,
): GateRule => ({
  rule: `volume_${unit}`,
  term: `volumes.${unit}`,
  find: ({ consumed }, terms, now) => {
    const limit = allowedVolume(terms, unit, civilDateOf(now));
    // What was counted is of a period that is over by then: the next one begins with its whole volume.
    if (limit === null || used(consumed) < limit || (consumed.until !== null && now >= consumed.until)) return fine;
    const { period } = terms.volumes;
    return {
      ok: false,
      details: { used: used(consumed), limit, period },
      ...(consumed.until !== null && { nextEligibleAt: consumed.until }),
    };
  },
});

const timing: readonly GateRule[] = [
  {
    rule: 'attempts',
    term: 'calling.attemptsPerProspect',
    find: ({ attempts }, { calling }) =>
      unless(attempts.count < calling.attemptsPerProspect, {
        details: { count: attempts.count, limit: calling.attemptsPerProspect },
      }),
  },
  {
    rule: 'hours_between_attempts',
    term: 'calling.hoursBetweenAttempts',
    find: ({ attempts }, { calling }, now) => {
      if (attempts.lastAt === null) return fine;
      const next: Instant = addMinutes(attempts.lastAt, calling.hoursBetweenAttempts * 60);
      return unless(next <= now, { details: { hours: calling.hoursBetweenAttempts }, nextEligibleAt: next });
    },
  },
  budget('calls', ({ calls }) => calls),
  budget('hours', ({ productionMinutes }) => productionMinutes / 60),
  budget('appointments', ({ appointments }) => appointments),
  {
    rule: 'public_holiday',
    term: 'calling.publicHolidays',
    find: ({ prospect }, { calling }, now) => {
      const day = civilDateOf(now, prospect.timeZone);
      if (calling.publicHolidays === 'open' || !isHolidayFor(day, prospect)) return fine;
      const next = nextSlotStart(calling.slots, now, prospect.timeZone, (date) => isHolidayFor(date, prospect));
      return { ok: false, details: { day }, ...(next && { nextEligibleAt: next }) };
    },
  },
  {
    rule: 'slot',
    term: 'calling.slots',
    find: ({ prospect }, { calling }, now) => {
      if (isInSlot(calling.slots, now, prospect.timeZone)) return fine;
      const isClosed =
        calling.publicHolidays === 'closed'
          ? (date: Parameters<typeof isHolidayFor>[0]) => isHolidayFor(date, prospect)
          : () => false;
      const next = nextSlotStart(calling.slots, now, prospect.timeZone, isClosed);
      return { ok: false, details: { timeZone: prospect.timeZone }, ...(next && { nextEligibleAt: next }) };
    },
  },
  {
    rule: 'lease',
    term: control,
    find: ({ lease }, _, now) => unless(lease !== null && lease.heldByCaller && lease.expiresAt > now),
  },
];

export const contractRules = { standing, timing };
