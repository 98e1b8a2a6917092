import type { DraftTerms } from '../modules/contracts/index.ts';
import { addWorkingDays, isWorkingDay } from '../shared/calendar.ts';
import { addDays, type CivilDate, civilDateOf, type Instant } from '../shared/time.ts';
import { canonicalDraft } from './canonical-terms.ts';
import { arrangeCalls, type Booking, paris, type PlannedCall } from './story.ts';

/** A mission under way around today: signed three weeks ago, called for eight working days, with as many still to come. */
export type LivingMission = {
  today: CivilDate;
  quotedOn: CivilDate;
  signedOn: CivilDate;
  readyOn: CivilDate;
  /** The eight working days before today, oldest first: everything told is in the past. */
  days: readonly CivilDate[];
  endsOn: CivilDate;
  bookings: readonly (Booking & { fate: Fate })[];
};

/** What became of an appointment. Hours of Paris; without any, silence decides, or has not yet. */
export type Fate = { acceptedAt?: string; refusedAt?: string; contestedAt?: string };

export const livingCalls = 400;
export const livingRows = 240;
export const milestoneCalls = 100;

export const livingMission = (now: Instant): LivingMission => {
  const today = civilDateOf(now);
  const days = lastWorkingDays(addDays(today, -1), 8);
  const [signedOn] = lastWorkingDays(addDays(today, -21), 1) as [CivilDate];
  const [quotedOn] = lastWorkingDays(addDays(signedOn, -2), 1) as [CivilDate];
  const booked = (index: number, hour: string, fate: Fate): Booking & { fate: Fate } => ({
    ref: `RDV-0${bookingsBefore(index)}`,
    bookedAt: `${days[index]}T${hour}`,
    meetingAt: `${addWorkingDays(days[index]!, 5)}T10:00`,
    fate,
  });
  return {
    today,
    quotedOn,
    signedOn,
    days,
    readyOn: addWorkingDays(signedOn, 1),
    endsOn: addWorkingDays(today, 14),
    bookings: [
      booked(0, '11:05', { acceptedAt: `${days[1]}T09:40` }),
      booked(1, '15:20', {}),
      booked(2, '10:35', { refusedAt: `${days[3]}T11:10` }),
      booked(4, '16:15', { refusedAt: `${days[5]}T09:15`, contestedAt: `${days[6]}T10:05` }),
      booked(6, '11:25', { acceptedAt: `${days[7]}T09:50` }),
      booked(7, '16:40', {}),
    ],
  };
};

const bookingDays = [0, 1, 2, 4, 6, 7];
const bookingsBefore = (index: number): number => bookingDays.indexOf(index) + 1;

const lastWorkingDays = (until: CivilDate, count: number): CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = until; days.length < count; day = addDays(day, -1)) if (isWorkingDay(day)) days.unshift(day);
  return days;
};

/** The calls of one of the eight days, between fifteen and twenty-five, inside the signed slots. */
export const livingCallsOf = ({ today, days, bookings }: LivingMission, day: CivilDate): PlannedCall[] => {
  const booked = bookings.filter(({ bookedAt }) => bookedAt.startsWith(day));
  const kinds: PlannedCall['code'][] = ['FNX', 'OCC', 'OCC', 'REP', 'REP', 'BAR', 'HC', 'RAP', 'CA-', 'CA-', 'CA-', 'CA0', 'CA0'];
  const count = 17 + ((days.indexOf(day) * 5) % 8);
  while (kinds.length + booked.length < count) kinds.push('NRP');
  // Half past ten on the next working day: somebody expects the caller as soon as the demonstration is opened.
  const callbackAt = paris(`${addWorkingDays(today, 1)}T10:30`);
  return arrangeCalls(day, kinds, booked).map((call) => (call.code === 'RAP' ? { ...call, callbackAt } : call));
};

/** The canonical contract cut to 400 calls, 12 hours and 12 appointments: prices follow by arithmetic. */
export const livingTerms = (
  period: { startsOn: CivilDate; endsOn: CivilDate },
  context: string = canonicalDraft.scope.context,
): DraftTerms => {
  const hours = 12;
  const appointments = 12;
  const { volumes, price, indicators, milestones, scope, liability } = canonicalDraft;
  const [forfait, meeting] = price.lines;
  const forfaitCents = Math.round((forfait!.unitPriceCents * hours) / volumes.hours);
  return {
    ...canonicalDraft,
    scope: {
      ...scope,
      context,
      objectives: [`Obtenir ${appointments} rendez-vous qualifiés pour les commerciaux du client`, scope.objectives[1]!],
      fileSize: livingRows,
    },
    period,
    volumes: { ...volumes, calls: livingCalls, hours, appointments },
    indicators: indicators.map((indicator) =>
      indicator.formula === 'T'
        ? { ...indicator, target: { min: livingCalls, max: null } }
        : indicator.formula === 'C_PER_DAY'
          ? { ...indicator, target: { min: 5, max: 10 } }
          : indicator.formula === 'RA'
            ? { ...indicator, target: { min: appointments, max: null } }
            : indicator,
    ),
    price: {
      ...price,
      lines: [
        {
          ...forfait!,
          label: `Forfait de prospection\u00a0: ${hours} heures d’appels, ${livingCalls} appels`,
          unitPriceCents: forfaitCents,
        },
        { ...meeting!, quantity: appointments },
      ],
    },
    milestones: milestones.map((milestone) =>
      milestone.trigger.on === 'calls_reached'
        ? {
            ...milestone,
            label: `En cours de campagne\u00a0: ${milestoneCalls} appels passés`,
            trigger: { on: 'calls_reached' as const, calls: milestoneCalls },
          }
        : milestone,
    ),
    liability: { ...liability, capCents: forfaitCents + appointments * meeting!.unitPriceCents },
  };
};
