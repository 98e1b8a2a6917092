import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { readBoard } from './app/read-board.ts';
import { readMissionLines } from './app/read-mission-lines.ts';
import { renderReportJob } from './app/render-report.job.ts';
import { reportHandlers, weeklyReportsSweep } from './app/reports.handler.ts';
import { reportingRoutes } from './http/routes.ts';

export const wireReporting = ({ db, files, live, pdf }: Platform): Wired => ({
  routes: [
    reportingRoutes({ ...reportHandlers({ db, files }), board: readBoard({ db }), missionLines: readMissionLines({ db }) }, live),
  ],
  jobs: [renderReportJob({ pdf, files })],
  sweeps: [weeklyReportsSweep],
});
