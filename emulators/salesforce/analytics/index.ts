/* Deploying */
export { loadAnalytics } from './metadata/index.ts';
export { compileAnalytics, type Analytics } from './analytics.ts';
export { analyticsRows } from './rows.ts';
export type { AnalyticsMetadata } from './model.ts';

/* Serving */
export { ReportRuns } from './report-runs.ts';
export { analyticsEndpoints } from './routes/index.ts';
