import type { Answer } from '../../../web/api/client.ts';

export type Board = Answer<'get', '/missions/{id}/board'>;
export type Volume = Board['volumes'][number];
export type MeasuredIndicator = Board['indicators'][number];
export type Day = Board['days'][number];
export type Reports = Answer<'get', '/missions/{id}/reports'>;
export type ReportRow = Reports['reports'][number];

/** Past its last day, or closed: a used-up volume is then a job done, not an alarm. */
export const isOver = ({ mission, today }: Board): boolean => mission.status === 'closed' || today > mission.endsOn;
