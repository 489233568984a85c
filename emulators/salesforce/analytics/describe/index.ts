export { toExtendedMetadata } from './extended-metadata.ts';
export { toReportMetadata, type ReportIds } from './report-metadata.ts';
export { toReportTypeMetadata } from './report-type-metadata.ts';
export { toDashboardMetadata } from './dashboard-metadata.ts';
