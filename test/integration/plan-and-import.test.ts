import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toColumnLetters } from '../../sync/google-sheets/a1.ts';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, HALCYON, NORTHWIND, type Filed } from './support/file-request.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const REQUEST = 'Implementation_Request__c';
let landscape: Landscape;
let backlog: Backlog;
let filed: Filed;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  filed = await fileRequest(landscape.admin, NORTHWIND, { Next_Steps__c: 'Call' });
});

afterAll(() => landscape.close());

/** A tab that people made. */
async function addTab(title: string, rows: string[][]): Promise<void> {
  const { url, spreadsheetId, accessToken, human } = landscape.googleSheets;
  await fetch(`${url}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [{ addSheet: { properties: { title } } }] }),
  });
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) human.edit(title, `${toColumnLetters(column)}${row + 1}`, text);
  }
}

async function inSalesforce(): Promise<Record<string, unknown>> {
  const fields = 'Next_Steps__c, Triage_Notes__c, Effort_Points__c, Implementation_Engineer__r.Name';
  const [record] = await landscape.admin.query(`SELECT ${fields} FROM ${REQUEST} WHERE Id = '${filed.id}'`);
  return record ?? {};
}

test('a plan before the first cycle tells of the tabs, and makes none', async () => {
  const { lines } = await landscape.command('copy', (mirrors) => mirrors.plan());

  expect(lines[0]).toMatch(/^Backlog: the tab is made, with \d+ rows$/);
  expect(landscape.googleSheets.human.titles()).not.toContain('Backlog');
});

test('a plan tells each cell, old and new, and changes neither side', async () => {
  // The second cycle carries on what the first one told Salesforce.
  await landscape.cycle();
  await landscape.cycle();
  expect((await landscape.command('copy', (mirrors) => mirrors.plan())).lines).toEqual([]);
  backlog.type(filed.number, 'effort', '3');
  await landscape.admin.update(REQUEST, filed.id, { Next_Steps__c: 'Visit' });

  const plan = await landscape.command('copy', (mirrors) => mirrors.plan());

  expect(plan.lines).toEqual(
    expect.arrayContaining([
      `Backlog ${filed.number} Next steps: "Call" → "Visit"`,
      `Backlog ${filed.number} Effort points: (blank) → 3 (to Salesforce)`,
    ]),
  );
  expect(plan.calls.sheetWrites).toBe(1);
  expect(backlog.row(filed.number)).toMatchObject({ 'Next steps': 'Call' });
  expect(await inSalesforce()).toMatchObject({ Effort_Points__c: null });

  expect(await landscape.cycle()).toMatchObject({ edits: 1, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({ 'Next steps': 'Visit' });
});

test('an import says first what it would take over, takes it once, and leaves what Salesforce has', async () => {
  const [opportunity] = await landscape.admin.query(`SELECT Id FROM Opportunity WHERE Name = '${NORTHWIND}'`);
  const rows = [
    ['Our old list'],
    ['Deal', 'Next steps', 'Triage notes', 'IE', 'Colour'],
    [`https://org.example/${String(opportunity?.['Id'])}`, 'Write', 'Two regions', 'igor@groundwork.example', 'red'],
    ['IR-99999', 'Nothing', '', '', ''],
  ];
  await addTab('Old list', rows);
  const preview = await landscape.command('copy', (mirrors) => mirrors.importTab('Old list', false));

  expect(preview).toMatchObject({ matched: 1, ambiguous: 0, unmatched: 1, taken: 2, refused: 0 });
  expect(preview.lines).toEqual(
    expect.arrayContaining([
      `Row 3: ${filed.number}`,
      expect.stringMatching(/^Row 4: no request found/),
      `${filed.number} Triage notes: Two regions is taken over`,
      `${filed.number} Next steps: Salesforce has another value, so Write is not taken`,
    ]),
  );
  expect(await inSalesforce()).toMatchObject({ Triage_Notes__c: null });

  expect(await landscape.command('own', (mirrors) => mirrors.importTab('Old list', true))).toMatchObject({ taken: 2 });
  expect(await inSalesforce()).toMatchObject({
    Triage_Notes__c: 'Two regions',
    Next_Steps__c: 'Visit',
    Implementation_Engineer__r: { Name: 'Igor Novak' },
  });
  expect(await landscape.command('own', (mirrors) => mirrors.importTab('Old list', true))).toMatchObject({ taken: 0 });
  await landscape.cycle();
  expect(backlog.row(filed.number)).toMatchObject({ 'Triage notes': 'Two regions', IE: 'Igor Novak' });
});

test('a row that fits several requests is told of and left alone', async () => {
  const one = await fileRequest(landscape.admin, HALCYON, { Different_Because__c: 'One' });
  const two = await fileRequest(landscape.admin, HALCYON, { Different_Because__c: 'Two' });
  await landscape.cycle();
  const [opportunity] = await landscape.admin.query(`SELECT Id FROM Opportunity WHERE Name = '${HALCYON}'`);
  await addTab('Doubtful', [
    ['Deal', 'Triage notes'],
    [`https://org.example/${String(opportunity?.['Id'])}`, 'Which one?'],
  ]);

  const report = await landscape.command('own', (mirrors) => mirrors.importTab('Doubtful', true));

  expect(report).toMatchObject({ matched: 0, ambiguous: 1, taken: 0 });
  expect(report.lines.join()).toContain(`${one.number} or ${two.number}`);
});
