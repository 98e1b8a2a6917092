/** Hours of permitted slots in a week above which they begin to look like somebody else’s working hours. */
const slotHoursWatched = 30;
/** Share of turnover with one client above which the relation looks like dependence, in basis points. */
const shareWatchedBp = 7_500;

export const indexIds = [
  'concentration',
  'single_client',
  'slots',
  'time_priced',
  'substitution',
  'own_number',
  'exclusivity',
  'surveillance',
] as const;
export type IndexId = (typeof indexIds)[number];

/** What the organisation’s own data says; null when there is not enough of it. */
export type RelationMeasures = {
  /** The client that weighs most over twelve months. */
  topClient: { name: string; shareBp: number } | null;
  activeClients: number;
  /** The widest week of permitted slots among the missions under way. */
  slotHoursPerWeek: number | null;
  /** Missions under way whose price is counted in hours or days. */
  timePriced: { missions: number; of: number };
  /** People admitted to call, the owner aside: whoever can be replaced is not an employee. */
  otherCallers: number;
};

/** An index is quiet, worth watching, or not measurable from here. It is never a verdict: facts prevail, and a judge weighs them all. */
export type RelationIndex = {
  id: IndexId;
  level: 'quiet' | 'watch' | 'to_check';
  value: { name?: string; shareBp?: number; count?: number; of?: number } | null;
};

/**
 * The signs by which a judge would look for subordination (Cass. soc. 13 November 1996; C. trav. L8221-6), measured where the
 * product has something to measure. No score is added up: one sign proves nothing, and their absence promises nothing.
 */
export const relationIndices = (measures: RelationMeasures): RelationIndex[] => {
  const { topClient, activeClients, slotHoursPerWeek, timePriced, otherCallers } = measures;
  const level = (isWatched: boolean) => (isWatched ? 'watch' : 'quiet') as 'watch' | 'quiet';
  return [
    topClient
      ? {
          id: 'concentration',
          level: level(topClient.shareBp > shareWatchedBp),
          value: { name: topClient.name, shareBp: topClient.shareBp },
        }
      : { id: 'concentration', level: 'to_check', value: null },
    activeClients === 0
      ? { id: 'single_client', level: 'to_check', value: null }
      : { id: 'single_client', level: level(activeClients < 2), value: { count: activeClients } },
    slotHoursPerWeek === null
      ? { id: 'slots', level: 'to_check', value: null }
      : { id: 'slots', level: level(slotHoursPerWeek > slotHoursWatched), value: { count: slotHoursPerWeek } },
    timePriced.of === 0
      ? { id: 'time_priced', level: 'to_check', value: null }
      : { id: 'time_priced', level: level(timePriced.missions > 0), value: { count: timePriced.missions, of: timePriced.of } },
    { id: 'substitution', level: otherCallers > 0 ? 'quiet' : 'to_check', value: { count: otherCallers } },
    // What a contract or a habit says cannot be read from figures: the question is asked, the answer is the reader’s.
    { id: 'own_number', level: 'to_check', value: null },
    { id: 'exclusivity', level: 'to_check', value: null },
    { id: 'surveillance', level: 'to_check', value: null },
  ];
};

/** Hours that the slots of a week open. Overlapping slots of one day count once. */
export const weeklySlotHours = (slots: readonly { days: readonly number[]; from: string; to: string }[]): number => {
  const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  let minutes = 0;
  for (let day = 1; day <= 7; day += 1) {
    let reached = 0;
    const spans = slots
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => [minutesOf(from), minutesOf(to)] as const)
      .sort(([a], [b]) => a - b);
    for (const [from, to] of spans) {
      minutes += Math.max(0, to - Math.max(from, reached));
      reached = Math.max(reached, to);
    }
  }
  return minutes / 60;
};
