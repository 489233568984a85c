import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { toColumnLetters } from '../../sync/google-sheets/a1.ts';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND, type Filed } from './support/file-request.ts';
import { openSession } from './support/salesforce-session.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const REQUEST = 'Implementation_Request__c';
let landscape: Landscape;
let backlog: Backlog;
let closed: Backlog;
let filed: Filed;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  closed = openBacklog(landscape.googleSheets, 'Closed');
});

afterAll(() => landscape.close());

beforeEach(async () => {
  filed = await fileRequest(landscape.admin, NORTHWIND);
  expect((await landscape.cycle()).failures).toEqual({});
});

async function withdraw(): Promise<void> {
  await landscape.admin.update(REQUEST, filed.id, { Status__c: 'Withdrawn', Closing_Reason__c: 'Not needed' });
}

async function expectQuiet(): Promise<void> {
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({
    ...{ cells: 0, edits: 0, refusals: 0, failures: {} },
    calls: { salesforce: 1, sheetReads: 1, sheetWrites: 0 },
  });
}

test('a request that is withdrawn moves to Closed, once', async () => {
  await withdraw();
  expect((await landscape.cycle()).failures).toEqual({});

  expect(backlog.row(filed.number)).toBeUndefined();
  expect(closed.row(filed.number)).toMatchObject({ Status: 'Withdrawn', Customer: 'Northwind Logistics' });
  await expectQuiet();
});

test('what people had beside the row goes along: their columns, and their notes on ours', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  const own = toColumnLetters(header.length);
  human.edit('Backlog', `${own}1`, 'Sponsor');
  human.edit('Backlog', `${own}${backlog.indexOf(filed.number) + 1}`, 'Dr Vance');
  await backlog.note(filed.number, 'customer', 'Ask for the new name');
  await withdraw();
  await landscape.cycle();

  expect(closed.row(filed.number)).toMatchObject({ Sponsor: 'Dr Vance' });
  expect((await closed.look(filed.number, 'customer')).note).toBe('Ask for the new name');
  await expectQuiet();
});

test('nothing in Closed is edited from the sheet', async () => {
  await withdraw();
  await landscape.cycle();
  closed.type(filed.number, 'nextSteps', 'Again');
  landscape.passTime(15 * 60_000);
  await landscape.cycle();

  expect(closed.row(filed.number)).toMatchObject({ 'Next steps': '' });
  expect(backlog.issues().at(-1)).toEqual([filed.number, 'Next steps', 'Again', '', 'Salesforce owns this column.']);
  await expectQuiet();
});

test('a change of a closed request reaches its row', async () => {
  await withdraw();
  await landscape.cycle();
  await landscape.admin.update(REQUEST, filed.id, { Next_Steps__c: 'Ask in spring' });
  await landscape.cycle();

  expect(closed.row(filed.number)).toMatchObject({ 'Next steps': 'Ask in spring' });
  await expectQuiet();
});

test('a request that is opened again comes back, with what people had beside it', async () => {
  const [disqualified] = closed.rows().filter(({ Status }) => Status === 'Disqualified');
  const number = String(disqualified?.['Request']);
  await closed.note(number, 'customer', 'Appeal is coming');
  const [record] = await landscape.admin.query(`SELECT Id FROM ${REQUEST} WHERE Name = '${number}'`);
  const lead = openSession(landscape.salesforce, 'ines@groundwork.example');
  await lead.update(REQUEST, String(record?.['Id']), { Status__c: 'In_Triage' });
  expect((await landscape.cycle()).failures).toEqual({});

  expect(closed.row(number)).toBeUndefined();
  expect(backlog.row(number)).toMatchObject({ Status: 'In Triage' });
  expect((await backlog.look(number, 'customer')).note).toBe('Appeal is coming');
  await expectQuiet();
});

test('a row that somebody deleted before its request was closed is in Closed all the same', async () => {
  landscape.googleSheets.human.deleteRow('Backlog', backlog.indexOf(filed.number));
  await withdraw();
  await landscape.cycle();

  expect(backlog.row(filed.number)).toBeUndefined();
  expect(closed.row(filed.number)).toMatchObject({ Status: 'Withdrawn' });
  await expectQuiet();
});

test('a service that lost its memory moves and doubles nothing', async () => {
  await withdraw();
  await landscape.cycle();
  const before = [backlog.rows().length, closed.rows().length];
  await landscape.forget();
  await landscape.cycle();

  expect([backlog.rows().length, closed.rows().length]).toEqual(before);
  await expectQuiet();
});
