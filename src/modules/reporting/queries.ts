export { finalReportOf, type Report, reportList } from './db/reports.store.ts';
