import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND, type Filed } from './support/file-request.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const REQUEST = 'Implementation_Request__c';
let landscape: Landscape;
let backlog: Backlog;
let filed: Filed;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
});

afterAll(() => landscape.close());

beforeEach(async () => {
  filed = await fileRequest(landscape.admin, NORTHWIND, { Status__c: 'In_Triage', Next_Steps__c: 'Call' });
  expect((await landscape.cycle()).failures).toEqual({});
});

async function inSalesforce(fields: string): Promise<Record<string, unknown>> {
  const [record] = await landscape.admin.query(`SELECT ${fields} FROM ${REQUEST} WHERE Id = '${filed.id}'`);
  return record ?? {};
}

async function expectQuiet(): Promise<void> {
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({ cells: 0, edits: 0, refusals: 0, calls: { sheetWrites: 0 } });
}

test('scores go to the open review, people and dates to the request, in one writing call', async () => {
  const typed = { complexity: '2.5', risk: '3', aptitude: '2', context: '1', effort: '5.5' } as const;
  for (const [column, text] of Object.entries(typed)) backlog.type(filed.number, column as keyof typeof typed, text);
  backlog.type(filed.number, 'engineer', 'igor@groundwork.example');
  backlog.type(filed.number, 'nextStepOwner', 'Ines Moreau');
  backlog.type(filed.number, 'nextStepDue', '2027-01-15');
  backlog.type(filed.number, 'targetStart', '2027-02-01');

  const record = await landscape.cycle();

  expect(record).toMatchObject({ edits: 9, refusals: 0, failures: {} });
  // The pull, the closer look, the update, and what became of it in Vitally.
  expect(record.calls.salesforce).toBe(4);
  expect(
    await inSalesforce(
      'Effort_Points__c, Implementation_Engineer__r.Name, Next_Step_Owner__r.Name, Next_Step_Due__c, Target_Start__c, ' +
        'Current_Review__r.Complexity_Score__c, Current_Review__r.Deployment_Risk__c, ' +
        'Current_Review__r.Admin_Aptitude__c, Current_Review__r.Strategic_Context__c, Score__c',
    ),
  ).toMatchObject({
    Effort_Points__c: 5.5,
    Implementation_Engineer__r: { Name: 'Igor Novak' },
    Next_Step_Owner__r: { Name: 'Ines Moreau' },
    Next_Step_Due__c: '2027-01-15',
    Target_Start__c: '2027-02-01',
    Current_Review__r: {
      Complexity_Score__c: 2.5,
      Deployment_Risk__c: 3,
      Admin_Aptitude__c: 2,
      Strategic_Context__c: 1,
    },
  });
  const { Score__c: score } = await inSalesforce('Score__c');
  expect(backlog.row(filed.number)).toMatchObject({ IE: 'Igor Novak', Score: String(score) });
  await expectQuiet();
});

test('an override of the complexity needs a reason, and goes to the open review with it', async () => {
  backlog.type(filed.number, 'sizeOverride', '3.5');
  expect(await landscape.cycle()).toMatchObject({ edits: 0, refusals: 1, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({ 'Complexity override': '' });

  backlog.type(filed.number, 'sizeOverride', '3.5');
  backlog.type(filed.number, 'sizeOverrideReason', 'Two clouds');
  expect(await landscape.cycle()).toMatchObject({ edits: 2, refusals: 0, failures: {} });
  expect(
    await inSalesforce('Current_Review__r.Size_Override__c, Current_Review__r.Size_Override_Reason__c'),
  ).toMatchObject({ Current_Review__r: { Size_Override__c: 3.5, Size_Override_Reason__c: 'Two clouds' } });
  await expectQuiet();
});

test('a person whom nobody knows is refused, and the rest of the row is taken', async () => {
  backlog.type(filed.number, 'engineer', 'Bob');
  backlog.type(filed.number, 'effort', '3');

  expect(await landscape.cycle()).toMatchObject({ edits: 1, refusals: 1, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({ IE: '', 'Effort points': '3' });
  expect(backlog.issues().at(-1)?.at(-1)).toBe('IE: "Bob" is no active user’s name or e-mail address.');
  await expectQuiet();
});

test('what a validation rule refuses stands in Salesforce’s own words on the cell, until it is mended', async () => {
  backlog.type(filed.number, 'complexity', '7');
  await landscape.cycle();

  expect((await backlog.look(filed.number, 'complexity')).note).toBe(
    'Not saved in Salesforce: Enter a score from 0 to 5.',
  );
  expect(backlog.row(filed.number)).toMatchObject({ 'Complexity score': '' });

  backlog.type(filed.number, 'complexity', '4');
  await landscape.cycle();

  expect((await backlog.look(filed.number, 'complexity')).note).toBe('');
  await expectQuiet();
});

test('a note that somebody wrote stays beside ours, and after it', async () => {
  await backlog.note(filed.number, 'complexity', 'Asked Chen about this');
  backlog.type(filed.number, 'complexity', '7');
  await landscape.cycle();
  expect((await backlog.look(filed.number, 'complexity')).note).toBe(
    'Asked Chen about this\n\nNot saved in Salesforce: Enter a score from 0 to 5.',
  );

  backlog.type(filed.number, 'complexity', '3');
  await landscape.cycle();

  expect((await backlog.look(filed.number, 'complexity')).note).toBe('Asked Chen about this');
});

test('one value of a wrong type refuses no other row’s edits', async () => {
  const other = await fileRequest(landscape.admin, NORTHWIND, { Different_Because__c: 'Staging' });
  await landscape.cycle();
  backlog.type(filed.number, 'nextStepDue', 'soon');
  backlog.type(filed.number, 'risk', 'high');
  backlog.type(other.number, 'nextSteps', 'Visit');

  expect(await landscape.cycle()).toMatchObject({ edits: 1, refusals: 2, failures: {} });
  expect(backlog.row(other.number)).toMatchObject({ 'Next steps': 'Visit' });
});

test('a text that looks like a reference of the composite API is taken as it is', async () => {
  backlog.type(filed.number, 'nextSteps', 'Use @{update0.id} here');
  backlog.type(filed.number, 'effort', '2');

  expect(await landscape.cycle()).toMatchObject({ edits: 2, refusals: 0, failures: {} });
  expect(await inSalesforce('Next_Steps__c')).toMatchObject({ Next_Steps__c: 'Use @{update0.id} here' });
});

test('a formula is taken over as what it comes to, and gives way to it', async () => {
  backlog.type(filed.number, 'effort', '=2*3');

  expect(await landscape.cycle()).toMatchObject({ edits: 1, refusals: 0 });
  expect(await inSalesforce('Effort_Points__c')).toMatchObject({ Effort_Points__c: 6 });
  expect((await backlog.look(filed.number, 'effort')).formula).toBe('');
  await expectQuiet();
});

test('what changed in Salesforce between the pull and the write-back is not overwritten', async () => {
  const { googleSheets, admin } = landscape;
  backlog.type(filed.number, 'nextSteps', 'Write');
  let changed: Promise<void> | undefined;
  const stop = googleSheets.requests.subscribe(({ path }, moment) => {
    if (moment !== 'answered' || !path.includes('batchGetByDataFilter')) return;
    stop();
    changed = admin.update(REQUEST, filed.id, { Next_Steps__c: 'Visit' });
  });
  googleSheets.faults.add({ fault: { kind: 'latency', ms: 300 }, path: ':getByDataFilter' });
  const record = await landscape.cycle();
  googleSheets.faults.clear();
  await changed;

  expect(record).toMatchObject({ edits: 0, failures: {} });
  expect(await inSalesforce('Next_Steps__c')).toMatchObject({ Next_Steps__c: 'Visit' });
  expect(backlog.row(filed.number)).toMatchObject({ 'Next steps': 'Visit' });
  expect(backlog.issues().at(-1)).toEqual([
    filed.number,
    'Next steps',
    'Write',
    'Visit',
    'Salesforce had changed too, and wins.',
  ]);
});

test('a column that is chosen later is filled in, and what it holds in Salesforce stays', async () => {
  const { url, spreadsheetId, accessToken } = landscape.googleSheets;
  const file = join(landscape.environment['STATE_DIR'] ?? '', 'columns.json');
  await landscape.admin.update(REQUEST, filed.id, { Effort_Points__c: 8 });
  await landscape.cycle();
  await fetch(`${url}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [{ deleteSheet: { sheetId: 740_001 } }] }),
  });
  writeFileSync(file, JSON.stringify({ columns: ['rank', 'nextSteps'] }));
  landscape.restart({ BACKLOG_COLUMNS_FILE: file });
  expect((await landscape.cycle()).failures).toEqual({});
  expect(Object.keys(backlog.row(filed.number) ?? {})).not.toContain('Effort points');

  writeFileSync(file, JSON.stringify({ columns: ['rank', 'nextSteps', 'effort', 'lastSynced'] }));
  landscape.restart();
  expect(await landscape.cycle()).toMatchObject({ edits: 0, conflicts: 0, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({
    'Effort points': '8',
    'Last synced (UTC)': expect.stringMatching(/^20/),
  });
  expect(await inSalesforce('Effort_Points__c')).toMatchObject({ Effort_Points__c: 8 });
  await expectQuiet();
});
