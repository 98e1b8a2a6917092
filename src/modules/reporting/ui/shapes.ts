import type { Answer } from '../../../web/api/client.ts';

export type Board = Answer<'get', '/missions/{id}/board'>;
export type Volume = Board['volumes'][number];
export type MeasuredIndicator = Board['indicators'][number];
export type Day = Board['days'][number];
export type Reports = Answer<'get', '/missions/{id}/reports'>;
export type ReportRow = Reports['reports'][number];
