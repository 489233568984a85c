import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

let landscape: Landscape;
let backlog: Backlog;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  await landscape.cycle();
});

afterAll(() => landscape.close());

/** Numbers of the requests that have a rank, as the sheet shows them. */
function inOrder(): string[] {
  return backlog
    .rows()
    .filter(({ Rank }) => Rank !== '')
    .toSorted((a, b) => Number(a['Rank']) - Number(b['Rank']))
    .map(({ Request }) => String(Request));
}

async function inSalesforce(): Promise<string[]> {
  const rows = await landscape.admin.query(
    'SELECT Name FROM Implementation_Request__c WHERE Backlog_Rank__c != null ORDER BY Backlog_Rank__c',
  );
  return rows.map(({ Name }) => String(Name));
}

async function expectAgreed(order: string[]): Promise<void> {
  expect(await inSalesforce()).toEqual(order);
  expect(inOrder()).toEqual(order);
  expect(
    backlog
      .rows()
      .flatMap(({ Rank }) => (Rank === '' ? [] : [Number(Rank)]))
      .toSorted((a, b) => a - b),
  ).toEqual(order.map((_, place) => place + 1));
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({ cells: 0, edits: 0, refusals: 0, calls: { sheetWrites: 0 } });
}

test('one new rank moves the others, in the same cycle', async () => {
  const [first = '', second = '', third = '', ...rest] = inOrder();
  backlog.type(third, 'rank', '1');

  expect(await landscape.cycle()).toMatchObject({ edits: 1, refusals: 0 });
  await expectAgreed([third, first, second, ...rest]);
});

test('a whole new order typed at once is taken as typed', async () => {
  const wanted = inOrder().toReversed();
  for (const [place, number] of wanted.entries()) backlog.type(number, 'rank', String(place + 1));
  await landscape.cycle();

  await expectAgreed(wanted);
});

test('of two that ask for the same place, the one that stood higher gets it', async () => {
  const [first = '', second = '', third = '', fourth = '', ...rest] = inOrder();
  backlog.type(fourth, 'rank', '1');
  backlog.type(third, 'rank', '1');
  await landscape.cycle();

  await expectAgreed([third, fourth, first, second, ...rest]);
});

test('a rank far past the end is the last one', async () => {
  const [first = '', ...rest] = inOrder();
  backlog.type(first, 'rank', '900');
  await landscape.cycle();

  await expectAgreed([...rest, first]);
});
