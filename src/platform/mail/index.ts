export { deliverMailJob } from './deliver-mail.job.ts';
export { mailRoutes } from './routes.ts';
export { type MailTables, type NewMail, sendMail } from './send-mail.ts';
