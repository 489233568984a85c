export { resolveField } from './resolve-field.ts';
export { resolveReportType, type ReportColumn, type ReportTable, type ReportType } from './report-type.ts';
