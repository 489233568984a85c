import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import {
  columns,
  dashboardFile,
  down,
  gridComponent,
  reportFile,
} from '../unit/emulators/salesforce/analytics/report-source.ts';
import { ADMIN, clientOf, READER } from './salesforce-org.ts';
import { ask, reportId, startReporting, stopReporting, type ReportResult } from './salesforce-reports.ts';

afterEach(stopReporting);

const CHART =
  '<chart><chartSummaries><aggregate>Sum</aggregate><axisBinding>y</axisBinding><column>Ask__c$Worth__c</column></chartSummaries><chartType>VerticalColumn</chartType><groupingColumn>Ask__c$Status__c</groupingColumn><legendPosition>Right</legendPosition></chart>';
const WORTH = reportFile(
  'Worth_By_Status',
  'Summary',
  'Asks__c',
  CHART + columns('Ask__c$Name', 'Sum:Ask__c$Worth__c') + down('Ask__c$Status__c') + down('Ask__c$Urgent__c'),
);
const COMPONENTS = [
  gridComponent('Column', 'Worth_By_Status', '<header>Worth</header><useReportChart>true</useReportChart>'),
  gridComponent(
    'Metric',
    'Worth_By_Status',
    '<chartSummary><column>RowCount</column></chartSummary><metricLabel>Asks</metricLabel>',
  ),
  gridComponent(
    'Donut',
    'Worth_By_Status',
    '<chartSummary><column>RowCount</column></chartSummary><groupingColumn>Ask__c$Urgent__c</groupingColumn>',
  ),
];

interface DashboardResult {
  componentData: { componentId: string; reportResult: ReportResult | null; status: Record<string, unknown> }[];
  dashboardMetadata: { name: string; runningUser: { id: string }; components: { id: string; reportId: string }[] };
}

async function start(
  elements = '<dashboardType>LoggedInUser</dashboardType>',
): Promise<{ salesforce: SalesforceEmulator; id: string }> {
  const salesforce = await startReporting({ ...WORTH, ...dashboardFile('Board', COMPONENTS, elements) });
  ask(salesforce, 'One', { Status__c: 'New', Worth__c: 10, Urgent__c: true });
  ask(salesforce, 'Two', { Status__c: 'Done', Worth__c: 5 });
  const { body } = await clientOf(salesforce)('GET', '/analytics/dashboards');
  return { salesforce, id: (body as { id: string }[])[0]?.id ?? '' };
}

async function read(salesforce: SalesforceEmulator, id: string, as = ADMIN): Promise<DashboardResult> {
  const { body } = await clientOf(salesforce, as)('GET', `/analytics/dashboards/${id}`);
  return body as DashboardResult;
}

test('each component shows its own groupings and aggregates of the report', async () => {
  const { salesforce, id } = await start();

  const { componentData, dashboardMetadata } = await read(salesforce, id);

  const [column, metric, donut] = componentData.map(({ reportResult }) => reportResult);
  expect(column?.groupingsDown.groupings.map(({ label }) => label)).toEqual(['New', 'Done']);
  expect(column?.factMap['0!T']).toEqual({ aggregates: [{ label: '$10.00', value: 10 }] });
  expect(metric?.factMap).toEqual({ 'T!T': { aggregates: [{ label: '2', value: 2 }] } });
  expect(donut?.groupingsDown.groupings.map(({ label }) => label)).toEqual(['false', 'true']);
  expect(componentData[0]?.status).toMatchObject({ dataStatus: 'DATA', errorCode: null, refreshStatus: 'IDLE' });
  expect(dashboardMetadata).toMatchObject({
    name: 'Board',
    dashboardType: 'LoggedInUser',
    layout: { gridLayout: true, numColumns: 12 },
  });
  expect(dashboardMetadata.components[0]).toMatchObject({
    id: componentData[0]?.componentId,
    reportId: await reportId(salesforce, 'Worth_By_Status'),
    header: 'Worth',
    properties: { visualizationType: 'Column', useReportChart: true },
  });
});

test('a table writes columns with a dot, and an average of 0 is something to show', async () => {
  const column = (name: string): string =>
    `<flexTableColumn><reportColumn>${name}</reportColumn><type>detail</type></flexTableColumn>`;
  const scores = columns('Ask__c$Name', 'Ask__c$Status__c', 'Average:Ask__c$Score__c') + down('Ask__c$Urgent__c');
  const salesforce = await startReporting({
    ...reportFile('Scores', 'Summary', 'Asks__c', scores),
    ...dashboardFile(
      'Board',
      [
        gridComponent(
          'FlexTable',
          'Scores',
          `<flexComponentProperties>${column('Ask__c.Name')}${column('Ask__c.Score__c')}</flexComponentProperties>`,
        ),
        gridComponent(
          'Metric',
          'Scores',
          '<chartSummary><aggregate>Average</aggregate><column>Ask__c$Score__c</column></chartSummary><decimalPrecision>-1</decimalPrecision>',
        ),
      ],
      '<dashboardType>LoggedInUser</dashboardType>',
    ),
  });
  ask(salesforce, 'One', { Score__c: 0 });
  const { body } = await clientOf(salesforce)('GET', '/analytics/dashboards');

  const { componentData } = await read(salesforce, (body as { id: string }[])[0]?.id ?? '');

  expect(componentData[0]?.reportResult?.factMap['T!T']?.rows).toEqual([
    { dataCells: [expect.objectContaining({ label: 'One' }), { label: '0', value: 0 }] },
  ]);
  expect(componentData[1]).toMatchObject({
    status: { dataStatus: 'DATA' },
    reportResult: { factMap: { 'T!T': { aggregates: [{ value: 0 }] } } },
  });
});

test('a dashboard of the one who looks at it tells what this user may not read', async () => {
  const { salesforce, id } = await start();

  const { componentData, dashboardMetadata } = await read(salesforce, id, READER);

  expect(dashboardMetadata.runningUser.id).toBe(salesforce.org.findUser(READER)?.id);
  expect(componentData[2]).toMatchObject({
    reportResult: null,
    status: { dataStatus: 'ERROR', errorCode: 'FORBIDDEN', errorSeverity: 'Error' },
  });
});

test('a dashboard with a running user shows to everybody what that user may see', async () => {
  const { salesforce, id } = await start(
    `<dashboardType>SpecifiedUser</dashboardType><runningUser>${ADMIN}</runningUser>`,
  );

  const { componentData, dashboardMetadata } = await read(salesforce, id, READER);

  expect(dashboardMetadata.runningUser).toEqual({ displayName: 'Adi Sharma', id: salesforce.people[0]?.userId });
  expect(componentData.map(({ status }) => status['dataStatus'])).toEqual(['DATA', 'DATA', 'DATA']);
});

test('jsforce describes a dashboard, refreshes it, asks for its status and for some of its components', async () => {
  const { salesforce, id } = await start();
  const connection = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
  const dashboard = connection.analytics.dashboard(id);

  const described = await dashboard.describe();
  const refreshed = await dashboard.refresh();
  const status = await dashboard.status();
  const some = await dashboard.components(described.components[1]?.id ?? '');

  expect(refreshed).toEqual({ statusUrl: `/services/data/v66.0/analytics/dashboards/${id}/status` });
  expect(status.componentStatus.map(({ refreshStatus }) => refreshStatus)).toEqual(['IDLE', 'IDLE', 'IDLE']);
  expect(some.componentData.map(({ componentId }) => componentId)).toEqual([described.components[1]?.id]);
});
