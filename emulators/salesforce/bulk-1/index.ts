export { AsyncJobs } from './jobs.ts';
export { bulk1Routes } from './routes.ts';
