import { listMetadataFiles, type MetadataFile } from '../../schema/index.ts';
import type { AnalyticsMetadata } from '../model.ts';
import { readDashboard } from './dashboard.ts';
import { readFolder } from './folder.ts';
import { readReport } from './report.ts';
import { readReportType } from './report-type.ts';

/** Reads report types, reports, dashboards and their folders from a source folder. Throws DeployError. */
export function loadAnalytics(source: string): AnalyticsMetadata {
  const files = listMetadataFiles(source);
  const all = <One>(kind: string, read: (file: MetadataFile) => One): One[] =>
    files.filter((file) => file.kind === kind).map(read);
  const byName = <One extends { fullName: string }>(ones: One[]): Map<string, One> =>
    new Map(ones.map((one) => [one.fullName, one]));
  return {
    reportTypes: new Map(all('reportType', readReportType).map((type) => [`${type.developerName}__c`, type])),
    reports: byName(all('report', readReport)),
    dashboards: byName(all('dashboard', readDashboard)),
    folders: [
      ...all('reportFolder', (file) => readFolder(file, 'Report')),
      ...all('dashboardFolder', (file) => readFolder(file, 'Dashboard')),
    ],
  };
}
