export { readFigures } from './app/read-figures.ts';
export { finalReportOf, type Report, reportList } from './db/reports.store.ts';
