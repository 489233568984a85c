import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readMessages, readTraits } from './support/vendors.ts';

let landscape: Landscape;
let backlog: Backlog;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  const record = await landscape.cycle();
  expect(record.failures).toEqual({});
});

afterAll(() => landscape.close());

async function count(where = ''): Promise<number> {
  return (await landscape.admin.query(`SELECT Id FROM Implementation_Request__c ${where}`)).length;
}

test('makes a row of every request, in words and typed values', async () => {
  const [meridian] = await landscape.admin.query(
    "SELECT Name FROM Implementation_Request__c WHERE Account__r.Name = 'Meridian Bank'",
  );
  const [opportunity] = await landscape.admin.query(
    "SELECT CloseDate, StageName, Annual_Recurring_Revenue__c FROM Opportunity WHERE Name LIKE 'Meridian – New%'",
  );

  const closed = openBacklog(landscape.googleSheets, 'Closed');
  expect(backlog.rows().length + closed.rows().length).toBe(await count("WHERE Status__c != 'Draft'"));
  expect(closed.rows().map(({ Status }) => Status)).toContain('Closed – Handed Off');
  expect(backlog.row(String(meridian?.['Name']))).toMatchObject({
    Rank: '1',
    Priority: 'P2',
    Status: 'Leadership Review',
    Customer: 'Meridian Bank',
    Opportunity: 'Meridian – New Business – Code Search and Batch Changes – 6,000 seats',
    Stage: opportunity?.['StageName'],
    'Close date': opportunity?.['CloseDate'],
    'Request type': 'Production Deployment',
    Strategy: 'Jointly Managed',
    'Expected method': 'Kubernetes (Helm)',
    'Expected provider': 'AWS',
    ARR: Number(opportunity?.['Annual_Recurring_Revenue__c']).toLocaleString('en-US'),
    'Triage notes': 'Admins are new to Kubernetes. Plan pairing sessions.',
    AE: 'Ana Ruiz',
    Artifacts: 'Meridian Bank: technical design\nNetwork diagram',
  });
});

test('tells Vitally of each customer', async () => {
  const [account] = await landscape.admin.query("SELECT Id FROM Account WHERE Name = 'Brightwater Energy'");

  expect(await readTraits(landscape, String(account?.['Id']))).toMatchObject({
    'vitally.custom.implementationRequestStatus': 'Submitted',
    'vitally.custom.implementationRequestHostingProvider': 'Azure',
    'vitally.custom.supportTier': 'Premium',
  });
});

test('announces the requests of the last day', async () => {
  expect(await readMessages(landscape)).toEqual([expect.stringContaining('Brightwater Energy')]);
});

test('asks each vendor once, and writes nothing, when nothing changed', async () => {
  await landscape.cycle();
  const idle = await landscape.cycle();

  expect(idle.calls).toEqual({ signIns: 0, salesforce: 1, sheetReads: 1, sheetWrites: 0, vitally: 0, slack: 0 });
  expect(idle).toMatchObject({ records: 0, rows: 0, cells: 0, edits: 0, failures: {} });
});

test('needs one call, one read and one write for a change', async () => {
  const [meridian] = await landscape.admin.query(
    "SELECT Id FROM Implementation_Request__c WHERE Account__r.Name = 'Meridian Bank'",
  );
  await landscape.admin.update('Implementation_Request__c', String(meridian?.['Id']), {
    Next_Steps__c: 'Call on Monday',
  });

  const { calls, records, cells } = await landscape.cycle();

  expect(calls).toEqual({ signIns: 0, salesforce: 1, sheetReads: 1, sheetWrites: 1, vitally: 0, slack: 0 });
  // What changed, and when it was written.
  expect({ records, cells }).toEqual({ records: 1, cells: 2 });
});

test('writes nothing anew when it starts again', async () => {
  landscape.restart();

  expect(await landscape.cycle()).toMatchObject({ records: 0, cells: 0, messages: 0, traits: 0, failures: {} });
});

test('doubles nothing when it lost its whole memory', async () => {
  const rows = backlog.rows().length;
  await landscape.forget();

  expect(await landscape.cycle()).toMatchObject({ records: await count(), cells: 0, traits: 0, failures: {} });
  expect(backlog.rows()).toHaveLength(rows);
  expect(await readMessages(landscape)).toHaveLength(1);
});
