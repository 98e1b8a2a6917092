export { deliverMailJob } from './deliver-mail.job.ts';
export { mailRoutes } from './routes.ts';
export { type NewMail, sendMail } from './send-mail.ts';
