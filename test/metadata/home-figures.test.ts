import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestOrg } from './support/org.ts';
import { runReport } from './support/reports.ts';

let org: TestOrg;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2026-11-22T10:00:00Z', sampleData: true });
}, 120_000);

afterAll(() => org.close());

/** List views whose numbers the home page shows, with the report that leadership's dashboard shows of the same. */
test.each([
  ['Backlog', 'Open_Backlog_by_Priority'],
  ['With_Leadership', 'Awaiting_Leadership'],
])('%s on the home page is the number of %s', async (view, report) => {
  const listed = await org.as('val').list('Implementation_Request__c', view);
  const { totals } = await runReport(org.as('val'), report);

  expect(listed.length).toBeGreaterThan(0);
  expect(totals['RowCount']).toBe(listed.length);
});
