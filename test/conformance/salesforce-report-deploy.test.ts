import { afterEach, expect, test } from '@jest/globals';
import {
  ASKING,
  columns,
  dashboardFile,
  down,
  filter,
  gridComponent,
  reportFile,
} from '../unit/emulators/salesforce/analytics/report-source.ts';
import { deploy, document, manifest, type PackageFiles } from './salesforce-packages.ts';
import { clientOf } from './salesforce-org.ts';
import { ask, reportId, runReport, startReporting, stopReporting, totalsOf } from './salesforce-reports.ts';

afterEach(stopReporting);

const REPORT = reportFile('Rows', 'Summary', 'Asks__c', columns('Ask__c$Name') + down('Ask__c$Status__c'));
const BOARD = dashboardFile(
  'Board',
  [gridComponent('Metric', 'Rows', '')],
  '<dashboardType>LoggedInUser</dashboardType>',
);
const MANY = filter([['Ask__c$Score__c', 'equals', 'many']]);
const FOLDER = '<accessType>Public</accessType><name>Fresh</name>';

/** Files of source as they lie in a package. */
function packaged(source: Record<string, string>): PackageFiles {
  const toPath = (path: string) =>
    path.replace(/\.(report|dashboard)Folder-meta\.xml$/, '-meta.xml').replace(/(?<=\.\w+)-meta\.xml$/, '');
  return Object.fromEntries(Object.entries(source).map(([path, text]) => [toPath(path), text]));
}

test('a deployed report runs at once, keeps its id when it changes, and goes when it is deleted', async () => {
  const salesforce = await startReporting({});
  ask(salesforce, 'One');
  const files = {
    ...packaged({ ...REPORT, ...BOARD }),
    'package.xml': manifest({ Report: ['Asking/Rows'], Dashboard: ['Asking/Board'] }),
  };

  const created = await deploy(salesforce, files);
  const id = await reportId(salesforce, 'Rows');
  expect(created.details.componentFailures).toEqual([]);
  expect(totalsOf(await runReport(salesforce, 'Rows'))).toEqual(['1']);

  const summed = {
    ...REPORT,
    ...reportFile('Rows', 'Summary', 'Asks__c', columns('Sum:Ask__c$Score__c') + down('Ask__c$Status__c')),
  };
  await deploy(salesforce, { ...packaged(summed), 'package.xml': manifest({ Report: ['Asking/Rows'] }) });
  expect(await reportId(salesforce, 'Rows')).toBe(id);
  expect(totalsOf(await runReport(salesforce, 'Rows'))).toEqual(['0', '1']);

  const gone = manifest({ Dashboard: ['Asking/Board'], Report: ['Asking/Rows'] });
  await deploy(salesforce, { 'package.xml': manifest({}), 'destructiveChanges.xml': gone });
  expect((await clientOf(salesforce)('GET', '/analytics/reports')).body).toEqual([]);
  expect((await clientOf(salesforce)('GET', '/analytics/dashboards')).body).toEqual([]);
});

test('a report type, a folder and a report come in one package', async () => {
  const salesforce = await startReporting({});
  const type = (ASKING['reportTypes/Asks.reportType-meta.xml'] ?? '').replace('<label>Asks<', '<label>Fresh<');

  const result = await deploy(salesforce, {
    'reportTypes/Fresh.reportType': type,
    'reports/Fresh-meta.xml': document('ReportFolder', FOLDER),
    'reports/Fresh/Rows.report': (REPORT['reports/Asking/Rows.report-meta.xml'] ?? '').replace('Asks__c', 'Fresh__c'),
    'package.xml': manifest({ ReportType: ['Fresh'], Report: ['Fresh/', 'Fresh/Rows'] }),
  });

  expect(result.details.componentFailures).toEqual([]);
  const { reportMetadata } = await runReport(salesforce, 'Rows');
  expect(reportMetadata).toMatchObject({ reportType: { label: 'Fresh', type: 'Fresh__c' } });
});

test.each([
  [
    'a column of nothing',
    'Ask__c$Name<',
    'Ask__c$Nope<',
    'Invalid column Ask__c$Nope: the report type does not have it',
  ],
  ['a filter of no number', '<format>', `${MANY}<format>`, 'Invalid filter value for Ask__c$Score__c: many'],
])('a report with %s is not deployed', async (_name, from, to, problem) => {
  const salesforce = await startReporting({});
  const text = (REPORT['reports/Asking/Rows.report-meta.xml'] ?? '').replace(from, to);

  const result = await deploy(salesforce, {
    'reports/Asking/Rows.report': text,
    'package.xml': manifest({ Report: ['Asking/Rows'] }),
  });

  expect(result.status).toBe('Failed');
  expect(result.details.componentFailures[0]).toMatchObject({
    componentType: 'Report',
    fullName: 'Asking/Rows',
    fileName: 'reports/Asking/Rows.report',
    problem,
  });
  expect((await clientOf(salesforce)('GET', '/analytics/reports')).body).toEqual([]);
});

test('a report that a dashboard shows cannot be deleted', async () => {
  const salesforce = await startReporting({ ...REPORT, ...BOARD });

  const result = await deploy(salesforce, {
    'package.xml': manifest({}),
    'destructiveChanges.xml': manifest({ Report: ['Asking/Rows'] }),
  });

  expect(result.details.componentFailures[0]?.problem).toContain('referenced elsewhere');
  expect(await reportId(salesforce, 'Rows')).toMatch(/^00O/);
});
