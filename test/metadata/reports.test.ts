import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectedReports, Records, summaryOf } from './support/expected-reports/index.ts';
import { TestOrg } from './support/org.ts';
import { openDashboard, runReport } from './support/reports.ts';
import { importRequest, REQUEST } from './support/requests.ts';

const NOW = '2026-11-22T10:00:00Z';
/** As the settings of the source say. */
const LIMITS = { slipDays: 30, expectedDays: 30, pullInDays: 21, userLimit: 20_000 };
const REPORTS = join(import.meta.dirname, '../../force-app/main/default/reports/Groundwork');

let org: TestOrg;
let expected: ReturnType<typeof expectedReports>;

beforeAll(async () => {
  org = await TestOrg.start({ at: NOW, sampleData: true });
  await addWhatTheSampleLacks();
  expected = expectedReports(new Records(org, NOW, LIMITS));
}, 180_000);

afterAll(() => org.close());

/** One more deal nobody has looked at and one more that slipped, one that was won without us, a strategy overridden, users of a plan. */
async function addWhatTheSampleLacks(): Promise<void> {
  const adi = org.as('adi');
  const account = await adi.create('Account', { Name: 'Foxglove Optics', Technical_Advisor__c: org.userId('tara') });
  const deal = (Name: string, StageName: string): Promise<string> =>
    adi.create('Opportunity', {
      ...{ Name, StageName, AccountId: account, CloseDate: '2026-12-11', Annual_Recurring_Revenue__c: 330_000 },
      ...{ OwnerId: org.userId('ben'), Customer_Engineer__c: org.userId('cleo') },
    });
  await deal('Foxglove – Not Looked At', 'Negotiation/Review');
  await deal('Foxglove – Too Early', 'Prospecting');
  const slipping = await deal('Foxglove – Slipping', 'Proposal/Price Quote');
  const customer = { account, deal: slipping, won: slipping, lost: slipping };
  await importRequest(org, customer, 'Selected', { Effort_Points__c: 5, Actual_Completion__c: null });
  await adi.update('Opportunity', slipping, { CloseDate: '2027-01-29' });

  const one = async (soql: string): Promise<string> => String((await adi.query(soql))[0]?.['Id']);
  const declined = await one("SELECT Id FROM Opportunity WHERE Name LIKE 'Quarry%'");
  await adi.update('Opportunity', declined, { StageName: 'Closed Won' });
  const assessment = await one("SELECT Id FROM Strategy_Assessment__c WHERE Recommended_Strategy__c = 'One-Click'");
  await adi.update('Strategy_Assessment__c', assessment, {
    Chosen_Strategy__c: 'Jointly_Managed',
    Override_Reason__c: 'The customer runs everything on its own cluster.',
  });
  const plan = await one(`SELECT Id FROM ${REQUEST} WHERE Status__c = 'Planned_Post_Live'`);
  await adi.update(REQUEST, plan, { Current_Users__c: 640 });
}

test.each([
  ['val', 'Open_Backlog_by_Priority'],
  ['val', 'Backlog_Value_by_Fiscal_Quarter'],
  ['ines', 'Selected_versus_Capacity'],
  ['val', 'Decisions_This_Quarter'],
  ['ines', 'Time_to_Decision'],
  ['val', 'Awaiting_Leadership'],
  ['ines', 'Requirements_Gaps_before_Close'],
  ['val', 'Closed_Won_without_Readiness'],
  ['val', 'Deals_without_Assessment_or_Request'],
  ['val', 'Strategy_Mix'],
  ['ines', 'Active_Deployments'],
  ['val', 'Implementation_Duration'],
  ['tara', 'Advisor_Pull_In'],
  ['tara', 'Documents_Not_Yet_in_Vitally'],
  ['val', 'Migrations'],
  ['val', 'Requests_by_Requester'],
  ['ines', 'Slipped_Deals_Holding_Capacity'],
  ['val', 'Outcome_of_Declined_Requests'],
  ['tara', 'Post_Live_Plans'],
  ['val', 'Customer_Concentration'],
])('%s reads in %s what the records say', async (alias, name) => {
  const told = summaryOf(await runReport(org.as(alias), name));

  expect(told.rows).not.toEqual([]);
  expect(told).toEqual(await expected[name]?.());
});

test.each([
  ['Slipped_Deals_Holding_Capacity', 'Kestrel'],
  ['Deals_without_Assessment_or_Request', 'Orchid – Expansion'],
])('%s has something of the sample to say: %s', async (name, customer) => {
  const { rows } = await runReport(org.as('val'), name);

  expect(JSON.stringify(rows)).toContain(customer);
});

test('every report of the folder is compared', () => {
  const saved = readdirSync(REPORTS).map((file) => basename(file, '.report-meta.xml'));
  expect(Object.keys(expected).toSorted()).toEqual(saved.toSorted());
});

test('the backlog is told in the order of its ranks within a priority', async () => {
  const { groups } = await runReport(org.as('val'), 'Open_Backlog_by_Priority');
  for (const { rows } of groups) {
    const ranks = rows.map((row) => Number(row['Backlog_Rank__c']));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  }
});

test('customers with the most requests come first', async () => {
  const { groups } = await runReport(org.as('val'), 'Customer_Concentration');
  const counts = groups.map(({ totals }) => Number(totals['RowCount']));
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
});

test('who may not see money reads the backlog without it', async () => {
  const { totals, rows } = await runReport(org.as('sam'), 'Open_Backlog_by_Priority');
  expect(Object.keys(totals)).toEqual(['a!Age_Days__c', 'RowCount']);
  expect(rows.flatMap((row) => Object.keys(row))).not.toContain('Yearly_Revenue__c');
});

test('who may not read reviews is refused what waits for leadership', async () => {
  await expect(runReport(org.as('sam'), 'Awaiting_Leadership')).rejects.toThrow('FORBIDDEN');
});

test.each<[string, string, string[]]>([
  [
    'val',
    'Groundwork for Leadership',
    [
      ...['Open_Backlog_by_Priority', 'Backlog_Value_by_Fiscal_Quarter', 'Selected_versus_Capacity'],
      ...['Decisions_This_Quarter', 'Awaiting_Leadership', 'Deals_without_Assessment_or_Request'],
      'Implementation_Duration',
    ],
  ],
  [
    'ines',
    'Groundwork for the IE Lead',
    [
      ...['Open_Backlog_by_Priority', 'Selected_versus_Capacity', 'Time_to_Decision', 'Active_Deployments'],
      ...['Requirements_Gaps_before_Close', 'Slipped_Deals_Holding_Capacity', 'Documents_Not_Yet_in_Vitally'],
    ],
  ],
  ['tara', 'Groundwork for Technical Advisors', ['Advisor_Pull_In', 'Documents_Not_Yet_in_Vitally', 'Post_Live_Plans']],
])('%s sees in %s what the reports say', async (alias, title, shown) => {
  const components = await openDashboard(org.as(alias), title);

  expect(new Set(components.map(({ reportName }) => reportName))).toEqual(new Set(shown));
  for (const { header, status, reportName, isTable, report } of components) {
    const whole = await runReport(org.as(alias), reportName);
    expect({ header, status }).toEqual({ header, status: 'DATA' });
    expect(whole.totals).toMatchObject(report?.totals ?? {});
    expect(report?.rows).toHaveLength(isTable ? whole.rows.length : 0);
  }
});

test('who may not see money sees a dashboard without it', async () => {
  const components = await openDashboard(org.as('sam'), 'Groundwork for Leadership');
  const totals = components.flatMap(({ report }) => Object.keys(report?.totals ?? {}));
  expect(totals).toContain('RowCount');
  expect(totals.filter((name) => name.includes('Revenue'))).toEqual([]);
});
