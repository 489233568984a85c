import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { columns, down, filter, reportFile } from '../unit/emulators/salesforce/analytics/report-source.ts';
import { ADMIN, clientOf } from './salesforce-org.ts';
import { ask, reportId, runReport, startReporting, stopReporting, totalsOf } from './salesforce-reports.ts';

afterEach(stopReporting);

const OPEN = reportFile(
  'Open_Asks',
  'Summary',
  'Asks__c',
  `<description>What is open</description>${columns('Ask__c$Name', 'Sum:Ask__c$Score__c')}${filter([['Ask__c$Status__c', 'notEqual', 'Done']])}${down('Ask__c$Status__c')}`,
);

async function start(): Promise<{ salesforce: SalesforceEmulator; connection: Connection; id: string }> {
  const salesforce = await startReporting(OPEN);
  const connection = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
  ask(salesforce, 'One', { Status__c: 'New', Score__c: 2 });
  ask(salesforce, 'Two', { Status__c: 'Done', Score__c: 4 });
  return { salesforce, connection, id: await reportId(salesforce, 'Open_Asks') };
}

test('jsforce lists, describes and runs reports', async () => {
  const { connection, id } = await start();

  const listed = await connection.analytics.reports();
  const described = await connection.analytics.report(id).describe();
  const run = await connection.analytics.report(id).execute({ details: true });

  const url = `/services/data/v66.0/analytics/reports/${id}`;
  expect(listed).toEqual([
    { id, name: 'Open Asks', url, describeUrl: `${url}/describe`, instancesUrl: `${url}/instances` },
  ]);
  expect(described.reportMetadata).toMatchObject({ description: 'What is open', reportFormat: 'SUMMARY' });
  expect(described.reportTypeMetadata.categories[0]?.columns['Ask__c$Status__c']).toMatchObject({
    dataType: 'picklist',
    label: 'Status',
    filterValues: expect.arrayContaining([{ name: 'New', label: 'New' }]) as unknown,
  });
  expect(run.attributes).toEqual({
    type: 'Report',
    reportId: id,
    reportName: 'Open Asks',
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`,
  });
  expect(run.factMap['0!T']?.aggregates[0]).toEqual({ label: '2', value: 2 });
});

test('the body of a request changes filters, groupings and aggregates for one run', async () => {
  const { salesforce } = await start();
  const metadata = {
    reportFilters: [{ column: 'Ask__c$Status__c', operator: 'equals', value: 'Done' }],
    aggregates: ['a!Ask__c$Score__c'],
    groupingsDown: [{ name: 'Ask__c$Name', sortOrder: 'Asc', dateGranularity: 'None' }],
  };

  const changed = await runReport(salesforce, 'Open_Asks', { metadata });
  const saved = await runReport(salesforce, 'Open_Asks');

  expect(changed.groupingsDown.groupings.map(({ label }) => label)).toEqual(['Two']);
  expect(totalsOf(changed)).toEqual(['4.00']);
  expect(totalsOf(saved)).toEqual(['2', '1']);
});

test('what the body asks for and no report could be is BAD_REQUEST', async () => {
  const { salesforce, id } = await start();
  const post = (reportMetadata: unknown) =>
    clientOf(salesforce)('POST', `/analytics/reports/${id}`, { reportMetadata });

  const answers = await Promise.all([
    post({ detailColumns: [], aggregates: ['s!Ask__c$Name'] }),
    post({ reportFilters: [{ column: 'Ask__c$Nothing__c', operator: 'equals', value: '1' }] }),
    post({ historicalSnapshotDates: ['2026-01-01'] }),
    post({ reportFormat: 'MULTI_BLOCK' }),
  ]);

  for (const answer of answers) expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'BAD_REQUEST' }] });
  const missing = await clientOf(salesforce)('GET', '/analytics/reports/00O000000000099AAA');
  expect(missing).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
});

test('a report runs without anybody waiting for it', async () => {
  const { connection, id } = await start();
  const report = connection.analytics.report(id);

  const started = await report.executeAsync({ details: true });
  const [listed] = await report.instances();
  const instance = await report.instance(started.id).retrieve();

  expect(started).toMatchObject({ status: 'New', completionDate: null, hasDetailRows: true });
  expect(listed).toMatchObject({ id: started.id, status: 'Success', completionDate: '2026-11-22T10:00:00.000+0000' });
  expect(instance.attributes).toMatchObject({ id: started.id, status: 'Success', type: 'ReportInstance' });
  expect(instance.factMap['T!T']?.aggregates[0]).toEqual({ label: '2', value: 2 });
});

test('an asynchronous run can be deleted, and nobody else reads it', async () => {
  const { salesforce, id } = await start();
  const admin = clientOf(salesforce);
  const { body } = await admin('POST', `/analytics/reports/${id}/instances`);
  const path = `/analytics/reports/${id}/instances/${(body as { id: string }).id}`;

  const stranger = await clientOf(salesforce, 'rea@groundwork.example')('GET', path);
  const deleted = await admin('DELETE', path);
  const after = await admin('GET', path);

  expect([stranger.status, deleted.status, after.status]).toEqual([404, 204, 404]);
});

test('a report that is nowhere saved is run from its metadata', async () => {
  const { salesforce } = await start();
  const reportMetadata = {
    name: 'Ad hoc',
    reportFormat: 'TABULAR',
    reportType: { type: 'Asks__c' },
    detailColumns: ['Ask__c$Name'],
  };

  const answer = await clientOf(salesforce)('POST', '/analytics/reports/query', { reportMetadata });

  expect(answer).toMatchObject({
    status: 200,
    body: { attributes: { reportId: null, reportName: 'Ad hoc' }, factMap: { 'T!T': { aggregates: [{ value: 2 }] } } },
  });
});

test('report types are listed by category and described', async () => {
  const { salesforce } = await start();

  const listed = await clientOf(salesforce)('GET', '/analytics/reportTypes');
  const described = await clientOf(salesforce)('GET', '/analytics/reportTypes/Asks_with_Owed__c');

  expect(listed.body).toMatchObject([
    { label: 'other', reportTypes: expect.arrayContaining([expect.objectContaining({ type: 'Asks__c' })]) as unknown },
  ]);
  expect(described.body).toMatchObject({
    reportTypeMetadata: { categories: [{ label: 'Ask__c' }, { label: 'Ask__c.Owed__r' }] },
  });
});

test('reports and their folders are found by SOQL', async () => {
  const { connection, id } = await start();

  const reports = await connection.query(
    "SELECT Id, Name, DeveloperName, FolderName, Format, Owner.Name FROM Report WHERE FolderName = 'Asking'",
  );
  const folders = await connection.query('SELECT Name, DeveloperName, Type FROM Folder ORDER BY Type');

  expect(reports.records).toMatchObject([
    { Id: id, Name: 'Open Asks', DeveloperName: 'Open_Asks', Format: 'Summary', Owner: { Name: 'Asking' } },
  ]);
  expect(folders.records.map(({ Type }) => Type as string)).toEqual(['Report', 'Dashboard']);
});
