/** A calling slot as the form holds it. */
export type Slot = { days?: number[] | null; from?: string | null; to?: string | null };

export const dayNames = {
  fr: [
    ['L', 'lundi'],
    ['M', 'mardi'],
    ['M', 'mercredi'],
    ['J', 'jeudi'],
    ['V', 'vendredi'],
    ['S', 'samedi'],
    ['D', 'dimanche'],
  ],
  en: [
    ['M', 'Monday'],
    ['T', 'Tuesday'],
    ['W', 'Wednesday'],
    ['T', 'Thursday'],
    ['F', 'Friday'],
    ['S', 'Saturday'],
    ['S', 'Sunday'],
  ],
} as const;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The open times of each day in minutes, overlaps joined, so that hours are counted once. */
export const openBlocks = (slots: readonly Slot[]): { day: number; from: number; to: number }[] =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const times = slots
      .flatMap(({ days, from, to }) =>
        days?.includes(day) && from && to && from < to ? [{ from: minutesOf(from), to: minutesOf(to) }] : [],
      )
      .sort((a, b) => a.from - b.from);
    const joined: { day: number; from: number; to: number }[] = [];
    for (const { from, to } of times) {
      const last = joined.at(-1);
      if (last && from <= last.to) last.to = Math.max(last.to, to);
      else joined.push({ day, from, to });
    }
    return joined;
  });
