import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { toColumnLetters } from '../../sync/google-sheets/a1.ts';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND, type Filed } from './support/file-request.ts';
import { openSession } from './support/salesforce-session.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readThread } from './support/vendors.ts';

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
  filed = await fileRequest(landscape.admin, NORTHWIND, { Triage_Notes__c: 'Two regions' });
  expect((await landscape.cycle()).failures).toEqual({});
});

/** Writes something beside a row, in a column of the person's own. */
function keepBeside({ number }: Filed, text: string): void {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  const known = header.indexOf('Mine');
  const column = toColumnLetters(known >= 0 ? known : header.length);
  human.edit('Backlog', `${column}1`, 'Mine');
  human.edit('Backlog', `${column}${backlog.indexOf(number) + 1}`, text);
}

/** The cell of a row, from 0, below a header. */
function place(header: readonly unknown[], name: string, row: number): string {
  return `${toColumnLetters(header.indexOf(name))}${row + 1}`;
}

/** Types all that a row shows into another one. */
function copyRow(from: number, to: number): void {
  const { human } = landscape.googleSheets;
  for (const [column, value] of (human.read('Backlog')[from] ?? []).entries()) {
    human.edit('Backlog', `${toColumnLetters(column)}${to + 1}`, String(value));
  }
}

async function bringBack({ id }: Filed): Promise<void> {
  await fetch(`${landscape.salesforce.url}/_emulator/undelete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: [id] }),
  });
}

// Seed 2 of the sheet.
test('what was typed into the row of a request that was closed meanwhile is told of', async () => {
  backlog.type(filed.number, 'triageNotes', 'Three regions');
  await landscape.admin.update(REQUEST, filed.id, { Status__c: 'Withdrawn', Closing_Reason__c: 'Another way' });
  await landscape.cycle();

  expect(backlog.row(filed.number)).toBeUndefined();
  expect(backlog.issues().at(-1)).toEqual([
    filed.number,
    'Triage notes',
    'Three regions',
    'Two regions',
    'The request was closed in Salesforce before this was taken over.',
  ]);
});

test('what was typed into the row of a request that was deleted meanwhile is told of', async () => {
  backlog.type(filed.number, 'triageNotes', 'Three regions');
  await landscape.admin.remove(REQUEST, filed.id);
  await landscape.cycle();

  expect(backlog.row(filed.number)).toBeUndefined();
  expect(backlog.issues().at(-1)).toEqual([
    filed.number,
    'Triage notes',
    'Three regions',
    'Two regions',
    'The request was deleted in Salesforce before this was taken over.',
  ]);
});

// Seed 126 of the sheet.
test('what people keep beside a row comes back with a request that was deleted', async () => {
  keepBeside(filed, 'Ask Ines');
  await landscape.admin.remove(REQUEST, filed.id);
  await landscape.cycle();
  await bringBack(filed);
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({ Customer: 'Northwind Logistics', Mine: 'Ask Ines' });
});

// Seed 10 of the sheet.
test('a call that gets no answer is in the run log', async () => {
  landscape.salesforce.requests.clear();
  landscape.salesforce.faults.add({ fault: { kind: 'reset' }, path: '/composite$' });
  const { calls, failures } = await landscape.cycle();
  landscape.salesforce.faults.clear();

  expect(failures).toHaveProperty('salesforce');
  expect(calls.salesforce).toBe(landscape.salesforce.requests.count);
});

/** Does something as a person when the nth look at single rows has arrived, before it is answered. */
function beforeLook(number: number, doing: () => void): () => void {
  let looks = 0;
  return landscape.googleSheets.requests.subscribe(({ path }, moment) => {
    if (moment !== 'arrived' || !path.includes(':getByDataFilter')) return;
    looks += 1;
    if (looks === number) doing();
  });
}

// Seed 7027 of all sides.
test('what people keep beside a row stays with it though rows move as it leaves', async () => {
  const { human } = landscape.googleSheets;
  const other = await fileRequest(landscape.admin, NORTHWIND);
  await landscape.cycle();
  for (const one of [filed, other]) keepBeside(one, one.number);
  await landscape.admin.update(REQUEST, filed.id, { Status__c: 'Withdrawn', Closing_Reason__c: 'Another way' });
  const stop = beforeLook(1, () =>
    human.moveRow('Backlog', backlog.indexOf(filed.number), backlog.indexOf(other.number) + 1),
  );
  await landscape.cycle();
  stop();
  await landscape.cycle();

  expect(backlog.row(other.number)).toMatchObject({ Mine: other.number });
  expect(openBacklog(landscape.googleSheets, 'Closed').row(filed.number)).toMatchObject({ Mine: filed.number });
});

// Seed 5002 of all sides.
test('an edit is taken over though columns move before the closer look at its row', async () => {
  const { human } = landscape.googleSheets;
  backlog.type(filed.number, 'triageNotes', 'Three regions');
  const [header = []] = human.read('Backlog');
  const stop = beforeLook(1, () => human.moveColumn('Backlog', 2, header.indexOf('Triage notes') + 1));
  const { refusals } = await landscape.cycle();
  stop();
  await landscape.cycle();

  expect(refusals).toBe(0);
  expect(backlog.row(filed.number)).toMatchObject({ 'Triage notes': 'Three regions' });
  expect(await landscape.admin.query(`SELECT Triage_Notes__c FROM ${REQUEST} WHERE Id = '${filed.id}'`)).toMatchObject([
    { Triage_Notes__c: 'Three regions' },
  ]);
});

// Seed 9003 of the sheet.
test('a row that moved before the closer look is neither written twice nor taken for a copy', async () => {
  const { human } = landscape.googleSheets;
  const other = await fileRequest(landscape.admin, NORTHWIND);
  await landscape.cycle();
  backlog.type(filed.number, 'triageNotes', 'Three regions');
  const told = backlog.issues().length;
  const stop = beforeLook(1, () =>
    human.moveRow('Backlog', backlog.indexOf(filed.number), backlog.indexOf(other.number) + 1),
  );
  const { edits, rows } = await landscape.cycle();
  stop();

  expect({ edits, rows }).toEqual({ edits: 1, rows: 0 });
  expect(backlog.row(filed.number)).toMatchObject({ 'Triage notes': 'Three regions' });
  expect(backlog.issues()).toHaveLength(told);
});

// Seed 300126 of Vitally and Slack.
test('a decision is told though the request was deleted right after it, and brought back', async () => {
  const lead = openSession(landscape.salesforce, 'ines@groundwork.example');
  await lead.update(REQUEST, filed.id, { Status__c: 'In_Triage' });
  await lead.update(REQUEST, filed.id, {
    ...{ Status__c: 'Qualified', Decision_Reason__c: 'Fits_Priorities', Next_Steps__c: 'Call on Monday' },
  });
  await landscape.admin.remove(REQUEST, filed.id);
  await landscape.cycle();
  await bringBack(filed);
  await landscape.cycle();

  const { replies } = await readThread(landscape, filed.id);
  expect(replies.filter(({ text }) => text.startsWith('Decision: Qualified'))).toHaveLength(1);
});

/** Does something as a person when the service's next batch has arrived, before it is carried out. */
function beforeWrite(doing: () => void): () => void {
  let isDone = false;
  return landscape.googleSheets.requests.subscribe(({ path }, moment) => {
    if (moment !== 'arrived' || isDone || !path.includes(':batchUpdate')) return;
    isDone = true;
    doing();
  });
}

// Seed 1000254 of all sides.
test('the row of a request that was deleted goes, though rows move as it is taken out', async () => {
  const { human } = landscape.googleSheets;
  const other = await fileRequest(landscape.admin, NORTHWIND);
  await landscape.cycle();
  await landscape.admin.remove(REQUEST, filed.id);
  const stop = beforeWrite(() => {
    human.moveRow('Backlog', backlog.indexOf(filed.number), backlog.indexOf(other.number) + 1);
  });
  await landscape.cycle();
  stop();
  await landscape.cycle();

  const shown = backlog.rows().map((row) => row['Salesforce Id']);
  expect(shown).not.toContain(filed.id);
  expect(shown.filter((id) => id === other.id)).toHaveLength(1);
});

test('what is written into another column than meant never goes to Salesforce, and is put right', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  await landscape.admin.update(REQUEST, filed.id, { Hosting_Provider__c: 'Azure' });
  const stop = beforeWrite(() => {
    human.moveColumn('Backlog', header.indexOf('Triage notes'), header.indexOf('Expected provider'));
  });
  await landscape.cycle();
  stop();
  await landscape.cycle();

  expect(await landscape.admin.query(`SELECT Triage_Notes__c FROM ${REQUEST} WHERE Id = '${filed.id}'`)).toMatchObject([
    { Triage_Notes__c: 'Two regions' },
  ]);
  expect(backlog.row(filed.number)).toMatchObject({ 'Triage notes': 'Two regions', 'Expected provider': 'Azure' });
});

// Seed 1000035 of all sides.
test('a row whose key was written over gets it back, and keeps what people have beside it', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  keepBeside(filed, 'Ask Ines');
  human.edit(
    'Backlog',
    `${toColumnLetters(header.indexOf('Salesforce Id'))}${backlog.indexOf(filed.number) + 1}`,
    'AWS',
  );
  await landscape.cycle();

  const rows = backlog.rows().filter((row) => row['Request'] === filed.number);
  expect(rows).toMatchObject([{ 'Salesforce Id': filed.id, Mine: 'Ask Ines' }]);
});

test('what was typed into a row as it was looked at before it leaves is told of', async () => {
  await landscape.admin.update(REQUEST, filed.id, { Status__c: 'Withdrawn', Closing_Reason__c: 'Another way' });
  const stop = beforeLook(1, () => backlog.type(filed.number, 'triageNotes', 'Three regions'));
  await landscape.cycle();
  stop();

  expect(backlog.row(filed.number)).toBeUndefined();
  expect(backlog.issues().at(-1)).toEqual(expect.arrayContaining(['Triage notes', 'Three regions']));
});

// Seeds 2002763 and 2003814 of Vitally and Slack.
test('a row that was appended unheard goes with its request, and what was typed into it is told of', async () => {
  const unheard = await fileRequest(landscape.admin, NORTHWIND);
  landscape.googleSheets.faults.add({ fault: { kind: 'replyLost' }, path: ':batchUpdate' });
  expect((await landscape.cycle()).failures).toHaveProperty('sheet');
  landscape.googleSheets.faults.clear();
  backlog.type(unheard.number, 'triageNotes', 'Three regions');
  await landscape.admin.remove(REQUEST, unheard.id);
  await landscape.cycle();

  expect(backlog.row(unheard.number)).toBeUndefined();
  expect(backlog.issues()).toContainEqual(expect.arrayContaining(['Triage notes', 'Three regions']));
});

// Seed 1000239 of all sides.
test('a note that came to another row, since rows moved as it was written, does not stay there', async () => {
  const { human } = landscape.googleSheets;
  const other = await fileRequest(landscape.admin, NORTHWIND);
  await landscape.cycle();
  await backlog.note(other.number, 'nextSteps', 'Ask Ines');
  backlog.type(filed.number, 'rank', 'first');
  const stop = beforeWrite(() => {
    human.moveRow('Backlog', backlog.indexOf(filed.number), backlog.indexOf(other.number) + 1);
  });
  await landscape.cycle();
  stop();
  await landscape.cycle();

  expect(await backlog.look(other.number, 'rank')).toMatchObject({ note: '' });
  expect(await backlog.look(other.number, 'nextSteps')).toMatchObject({ note: 'Ask Ines' });
});

test('a note that came to another column, since columns moved as it was written, does not stay there', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  backlog.type(filed.number, 'rank', 'first');
  const stop = beforeWrite(() => {
    human.moveColumn('Backlog', header.indexOf('Rank'), header.indexOf('Status') + 1);
  });
  await landscape.cycle();
  stop();
  await landscape.cycle();

  const [now = []] = human.read('Backlog');
  const row = backlog.indexOf(filed.number);
  const ours = human.marks('Backlog').filter(({ note = '' }) => note.startsWith('Not saved in Salesforce'));
  expect(ours.filter((mark) => mark.row === row && now[mark.column] !== 'Rank')).toEqual([]);
});

// Seed 6000850 of all sides.
test('a note that was written unheard goes once the cell says something else', async () => {
  backlog.type(filed.number, 'rank', 'first');
  landscape.googleSheets.faults.add({ fault: { kind: 'replyLost' }, path: ':batchUpdate', times: 1 });
  expect(Object.keys((await landscape.cycle()).failures)).toEqual(['sheet']);
  await landscape.cycle();
  const told = (await backlog.look(filed.number, 'rank')).note;
  backlog.type(filed.number, 'rank', '2');
  await landscape.cycle();

  expect(told).toContain('"first" is not a whole number');
  expect((await backlog.look(filed.number, 'rank')).note).toBe('');
});

// Seed 1001466 of all sides.
test('a row that holds its number in place of its key gets the key back, and a copy of it is told of', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  const row = backlog.indexOf(filed.number);
  const copy = human.read('Backlog').length;
  human.edit('Backlog', place(header, 'Salesforce Id', row), filed.number);
  human.edit('Backlog', place(header, 'Request', row), '3');
  human.edit('Backlog', place(header, 'Salesforce Id', copy), filed.number);
  await landscape.cycle();
  await landscape.cycle();

  expect(backlog.rows().filter((one) => one['Salesforce Id'] === filed.number)).toEqual([]);
  const ours = backlog.rows().filter((one) => one['Salesforce Id'] === filed.id);
  expect(ours).toMatchObject([{ Request: filed.number, Customer: 'Northwind Logistics' }]);
  expect(backlog.indexOf(filed.number)).toBe(row);
  expect(backlog.issues().flat()).toContain(`Row ${copy + 1} was a copy. It is no longer kept up to date.`);
});

// Seed 1001153 of all sides.
test('what was typed into a row of nobody is told of, though a write hits that row as rows move', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  const row = backlog.indexOf(filed.number);
  human.insertRow('Backlog', row);
  human.edit('Backlog', place(header, 'Triage notes', row), 'A row of mine');
  await landscape.admin.update(REQUEST, filed.id, { Triage_Notes__c: 'Three regions' });
  const stop = beforeWrite(() => human.moveRow('Backlog', row, row + 2));
  await landscape.cycle();
  stop();

  expect(backlog.issues()).toContainEqual(expect.arrayContaining(['A row of mine']));
});

// Seed 1002268 of all sides.
test('what was typed into a copy is told of, though that row is taken out instead of another as rows move', async () => {
  const { human } = landscape.googleSheets;
  const gone = await fileRequest(landscape.admin, NORTHWIND);
  await landscape.cycle();
  const [header = []] = human.read('Backlog');
  const copy = human.read('Backlog').length;
  copyRow(backlog.indexOf(filed.number), copy);
  human.edit('Backlog', place(header, 'Triage notes', copy), 'As I copied');
  await landscape.cycle();
  const told = backlog.issues().at(-1);
  const before = backlog.issues().length;
  await landscape.cycle();
  expect(told).toEqual([
    ...[filed.number, '', 'As I copied', ''],
    `Row ${copy + 1} was a copy. It is no longer kept up to date.`,
  ]);
  expect(backlog.issues()).toHaveLength(before);

  human.edit('Backlog', place(header, 'Next steps', copy), 'A copy of mine');
  await landscape.admin.remove(REQUEST, gone.id);
  const stop = beforeWrite(() => human.moveRow('Backlog', copy, backlog.indexOf(gone.number)));
  await landscape.cycle();
  stop();

  expect(human.read('Backlog').flat()).not.toContain('A copy of mine');
  expect(backlog.issues()).toContainEqual(['', '', expect.stringContaining('A copy of mine'), '', expect.anything()]);
});

// Seed 1005459 of all sides.
test('what Salesforce makes of an edit reaches the sheet, though the write after it failed', async () => {
  const rankOf = (): unknown => backlog.row(filed.number)?.['Rank'];
  const rank = rankOf();
  backlog.type(filed.number, 'rank', '');
  landscape.googleSheets.faults.add({ fault: { kind: 'reset' }, path: ':batchUpdate' });
  const { edits, failures } = await landscape.cycle();
  landscape.googleSheets.faults.clear();
  expect({ edits, failures: Object.keys(failures) }).toEqual({ edits: 1, failures: ['sheet'] });
  expect(rankOf()).toBe('');
  await landscape.cycle();

  expect(rankOf()).toBe(rank);
});

// Seed 1001960 of all sides.
test('what people keep beside a row comes back with it, though columns move as it is appended', async () => {
  const { human } = landscape.googleSheets;
  const [header = []] = human.read('Backlog');
  keepBeside(filed, 'Ask Ines');
  await backlog.note(filed.number, 'status', 'Ask Ada');
  await landscape.admin.remove(REQUEST, filed.id);
  await landscape.cycle();
  await bringBack(filed);
  const stop = beforeWrite(() => human.insertColumn('Backlog', header.indexOf('Status')));
  await landscape.cycle();
  stop();
  await landscape.cycle();

  expect(backlog.rows().filter((row) => row['Request'] === filed.number)).toMatchObject([
    { 'Salesforce Id': filed.id, Mine: 'Ask Ines' },
  ]);
  expect(await backlog.look(filed.number, 'status')).toMatchObject({ note: 'Ask Ada' });
});
