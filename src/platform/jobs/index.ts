export * from './job.ts';
export { enqueue, type EnqueueOptions } from './enqueue.ts';
export { type JobState, jobStates } from './job-states.ts';
export { type Failure, jobWorker, type JobWorker, type JobWorkerOptions } from './worker.ts';
