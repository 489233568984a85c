export { serveRunLog } from './serve-run-log.ts';
export { type PageServer } from './serve.ts';
