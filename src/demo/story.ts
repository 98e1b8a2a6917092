import { addMinutes, civilDate, clockTime, type Instant, momentOf } from '../shared/time.ts';
import mission from './canonical-mission.json' with { type: 'json' };

/** '2026-03-09T10:15' on the clocks of Paris. */
export const paris = (text: string): Instant => momentOf(civilDate(text.slice(0, 10)), clockTime(text.slice(11, 16)));

export type CanonicalAppointment = (typeof mission.appointments)[number];
export type CanonicalDay = (typeof mission.days)[number];
export { mission };

/** An appointment as the call books it; hours of Paris. */
export type Booking = Pick<CanonicalAppointment, 'ref' | 'bookedAt' | 'meetingAt'>;

/** One call of the day as the story tells it. */
export type PlannedCall = {
  at: Instant;
  code: 'FNX' | 'NRP' | 'OCC' | 'REP' | 'BAR' | 'HC' | 'RAP' | 'CA-' | 'CA0' | 'RDV';
  talkSeconds: number;
  appointment?: Booking;
  callbackAt?: Instant;
};

/** Calls whose sound is really recorded on the simulated line: those refused, disputed or decided by silence, and the first, destroyed when its thirty days are over. */
export const ringing = new Set(['RDV-01', 'RDV-07', 'RDV-09', 'RDV-10', 'RDV-12', 'RDV-15']);

/** The day's calls in the order of the clock, inside the signed slots: as many of each kind as the fixture counts. */
export const callsOfDay = (day: CanonicalDay): PlannedCall[] => {
  const booked = mission.appointments.filter(({ bookedAt }) => bookedAt.startsWith(day.day));
  const kinds: PlannedCall['code'][] = [];
  const add = (code: PlannedCall['code'], times: number) => {
    for (let time = 0; time < times; time += 1) kinds.push(code);
  };
  add('FNX', day.wrongNumbers);
  add('CA-', Math.ceil((day.argued - booked.length) / 2));
  add('CA0', Math.floor((day.argued - booked.length) / 2));
  add('RAP', day.usefulConversations - day.argued);
  const brief = day.answered - day.usefulConversations;
  add('HC', 1);
  add('BAR', brief - 1);
  const silent = day.attempts - day.wrongNumbers - day.answered;
  add('OCC', 6);
  add('REP', 8);
  add('NRP', silent - 14);

  return arrangeCalls(day.day, kinds, booked);
};

/** So many calls of each kind spread over the day's slots, mixed as a day mixes them, with its appointments at their hour. */
export const arrangeCalls = (day: string, kinds: readonly PlannedCall['code'][], booked: readonly Booking[]): PlannedCall[] => {
  const shuffled = spread(kinds, Number(day.replaceAll('-', '')));
  const talk: Record<PlannedCall['code'], number> = {
    FNX: 0,
    NRP: 0,
    OCC: 0,
    REP: 0,
    BAR: 20,
    HC: 35,
    RAP: 60,
    'CA-': 140,
    CA0: 150,
    RDV: 210,
  };
  const calls: PlannedCall[] = shuffled.map((code, index) => ({
    at: slotMoment(day, index, shuffled.length),
    code,
    talkSeconds: talk[code],
  }));
  for (const appointment of booked)
    calls.push({ at: paris(appointment.bookedAt), code: 'RDV', talkSeconds: talk.RDV, appointment });
  return calls.sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** Even over 9:30–12:00 and 14:00–18:00, a minute short of each end. */
const slotMoment = (day: string, index: number, count: number): Instant => {
  const minute = Math.floor((index / count) * 386);
  return minute < 149 ? addMinutes(paris(`${day}T09:30`), minute) : addMinutes(paris(`${day}T14:00`), minute - 149);
};

/** The same order for the same day, with the kinds mixed as a day mixes them. */
const spread = <T>(items: readonly T[], seed: number): T[] => {
  const mixed = [...items];
  let state = seed >>> 0;
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    [mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!];
  }
  return mixed;
};
