import type { AppointmentRow } from './shapes.ts';

export const reviewFilters = ['to_review', 'accepted', 'refused', 'contested'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

/** What waits comes by deadline; what was decided, the latest first. */
export const inFilter = <Row extends Pick<AppointmentRow, 'state' | 'reviewBy' | 'decidedAt'>>(
  rows: readonly Row[],
  filter: ReviewFilter,
): Row[] =>
  rows
    .filter(({ state }) => state === filter)
    .sort((a, b) =>
      filter === 'to_review' ? a.reviewBy.localeCompare(b.reviewBy) : (b.decidedAt ?? '').localeCompare(a.decidedAt ?? ''),
    );
