import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, HALCYON, NORTHWIND, type Filed } from './support/file-request.ts';
import { openSession, type Session } from './support/salesforce-session.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readMessages, readTraits } from './support/vendors.ts';

const REQUEST = 'Implementation_Request__c';
let landscape: Landscape;
let backlog: Backlog;
let filed: Filed;
let lead: Session;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  lead = openSession(landscape.salesforce, 'ines@groundwork.example');
  await landscape.cycle();
  filed = await fileRequest(openSession(landscape.salesforce, 'chen@groundwork.example'), NORTHWIND);
  expect((await landscape.cycle()).failures).toEqual({});
});

afterAll(() => landscape.close());

test('a filed request becomes a row, traits and a message', async () => {
  expect(backlog.row(filed.number)).toMatchObject({
    Customer: 'Northwind Logistics',
    Status: 'Submitted',
    CE: 'Chen Wei',
  });
  expect(await readTraits(landscape, filed.accountId)).toMatchObject({
    'vitally.custom.implementationRequest': filed.number,
    'vitally.custom.implementationRequestUrl': `${landscape.salesforce.url}/lightning/r/${REQUEST}/${filed.id}/view`,
    'vitally.custom.implementationRequestStatus': 'Submitted',
  });
  expect((await readMessages(landscape)).at(-1)).toBe(
    `<${landscape.salesforce.url}/lightning/r/${REQUEST}/${filed.id}/view|${filed.number}> ` +
      'Northwind Logistics: Production Deployment · Submitted',
  );
});

test('Salesforce is told since when the row stands in the backlog, and is not told again', async () => {
  const since = async (): Promise<unknown> =>
    (await landscape.admin.query(`SELECT Backlog_Since__c FROM ${REQUEST} WHERE Id = '${filed.id}'`))[0]?.[
      'Backlog_Since__c'
    ];
  const told = await since();

  expect(told).toEqual(expect.stringMatching(/^\d{4}-\d\d-\d\dT/));
  await lead.update(REQUEST, filed.id, { Triage_Notes__c: 'Asked for the sizes.' });
  await landscape.cycle();
  expect(await since()).toBe(told);
});

test('a new status reaches the row, the traits and the same message', async () => {
  const before = (await readMessages(landscape)).length;
  await lead.update(REQUEST, filed.id, { Status__c: 'In_Triage' });
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({ Status: 'In Triage' });
  expect(await readTraits(landscape, filed.accountId)).toMatchObject({
    'vitally.custom.implementationRequestStatus': 'In Triage',
  });
  expect(await readMessages(landscape)).toHaveLength(before);
  expect((await readMessages(landscape)).at(-1)).toMatch(/· In Triage$/);
});

test('what changes on the Account, the Opportunity or a link reaches the row', async () => {
  const [opportunity] = await landscape.admin.query(`SELECT Id FROM Opportunity WHERE Name = '${NORTHWIND}'`);
  await landscape.admin.update('Account', filed.accountId, { Name: 'Northwind Group' });
  await landscape.admin.update('Opportunity', String(opportunity?.['Id']), { CloseDate: '2027-05-31' });
  await landscape.admin.create('Request_Link__c', {
    Implementation_Request__c: filed.id,
    Title__c: 'Architecture',
    Url__c: 'https://docs.example/architecture',
  });
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({
    Customer: 'Northwind Group',
    'Close date': '2027-05-31',
    Artifacts: 'Architecture',
  });
});

test.each([
  ['=IMPORTXML("https://elsewhere.example", "//a")', '+1', '@x'],
  ['00123', '123456789012345678', '1/2'],
  ['👩‍👩‍👧 🌵', 'A long note. '.repeat(3_077).slice(0, 40_000), 'שלום, עולם'],
  ['TRUE', '12%', '1890-01-01'],
])('text from Salesforce stays text in the sheet, and comes back to nobody', async (...texts) => {
  const [steps, notes, more] = texts;
  await landscape.admin.update(REQUEST, filed.id, {
    ...{ Next_Steps__c: steps, Triage_Notes__c: notes, Additional_Information__c: more },
  });
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({
    ...{ 'Next steps': steps, 'Triage notes': notes, 'Additional information': more },
  });
  expect(await landscape.cycle()).toMatchObject({ edits: 0, conflicts: 0, failures: {} });
});

test('a date before 1900 is a date in the sheet, and is taken over from there', async () => {
  await landscape.admin.update(REQUEST, filed.id, { Required_Go_Live__c: '1890-01-02' });
  await landscape.cycle();
  expect(backlog.row(filed.number)).toMatchObject({ 'Required go-live': '1890-01-02' });

  backlog.type(filed.number, 'nextStepDue', '1891-02-03');
  expect(await landscape.cycle()).toMatchObject({ edits: 1, refusals: 0, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({ 'Next-step due': '1891-02-03' });
});

test('a customer whom Vitally does not know waits, and is written once the account is there', async () => {
  const { waiting } = await landscape.cycle();
  const { accountId, number } = await fileRequest(landscape.admin, HALCYON);
  expect((await landscape.cycle()).waiting).toBe(waiting + 1);
  landscape.vitally.addAccount({ externalId: accountId, name: 'Halcyon Biotech' });

  expect(await landscape.cycle()).toMatchObject({ waiting: waiting + 1, calls: { vitally: 0 } });
  landscape.passTime(10 * 60_000);

  expect(await landscape.cycle()).toMatchObject({ waiting, traits: 1 });
  expect(await readTraits(landscape, accountId)).toMatchObject({ 'vitally.custom.implementationRequest': number });
});

test('a draft is nobody else’s business until it is submitted', async () => {
  const draft = await fileRequest(landscape.admin, NORTHWIND, { Status__c: 'Draft' });
  const before = landscape.slack.countMessages();
  await landscape.cycle();
  expect(backlog.row(draft.number)).toBeUndefined();

  await landscape.admin.update(REQUEST, draft.id, { Status__c: 'Submitted' });
  await landscape.cycle();

  expect(backlog.row(draft.number)).toMatchObject({ Status: 'Submitted' });
  expect(landscape.slack.countMessages()).toBe(before + 1);
});

test('a deleted request leaves the sheet and Vitally, and its message says so', async () => {
  const { id, number, accountId } = await fileRequest(landscape.admin, HALCYON);
  await landscape.cycle();
  const rows = backlog.rows().length;
  await landscape.admin.remove(REQUEST, id);
  await landscape.cycle();

  expect(backlog.row(number)).toBeUndefined();
  expect(backlog.rows()).toHaveLength(rows - 1);
  expect((await readTraits(landscape, accountId))['vitally.custom.implementationRequests']).not.toContain(number);
  expect((await readMessages(landscape)).at(-1)).toMatch(/deleted/);
});

test('one destination that is away holds up no other, and catches up without Salesforce being asked again', async () => {
  landscape.googleSheets.faults.add({ fault: { kind: 'status', status: 503 } });
  await lead.update(REQUEST, filed.id, { Status__c: 'Leadership_Review' });

  const failed = await landscape.cycle();
  expect(Object.keys(failed.failures)).toEqual(['sheet']);
  expect((await readMessages(landscape)).filter((text) => text.endsWith('· Leadership Review'))).toHaveLength(1);

  landscape.googleSheets.faults.clear();
  expect(await landscape.cycle()).toMatchObject({ records: 0, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({ Status: 'Leadership Review' });
});
