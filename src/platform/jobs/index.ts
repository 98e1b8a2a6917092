export * from './job.ts';
export { enqueue } from './enqueue.ts';
export { type JobState, jobStates } from './job-states.ts';
export { jobWorker, type JobWorker } from './worker.ts';
