import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { killOnRequest, nth } from './support/kill-on-request.ts';
import { fileRequest, NORTHWIND, type Filed } from './support/file-request.ts';
import { startLandscape, type Emulators, type Landscape } from './support/start-landscape.ts';
import { readMessages, readTraits } from './support/vendors.ts';

let landscape: Landscape;
let backlog: Backlog;
let edited: string;
let filed: Filed;
let rank = 2;
let rows = 0;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  await landscape.cycle();
  edited = String(backlog.rows()[0]?.['Request']);
});

afterAll(() => landscape.close());

/** Leaves a filed request and an edit for the cycle that will fail; the service has just started. */
async function prepare(): Promise<void> {
  rows = backlog.rows().length;
  rank = rank === 2 ? 3 : 2;
  filed = await fileRequest(landscape.admin, NORTHWIND, { Next_Steps__c: 'Call' });
  backlog.type(edited, 'rank', String(rank));
  landscape.restart();
}

async function expectOneOfEach(): Promise<void> {
  expect(backlog.rows().length).toBe(rows + 1);
  expect(backlog.row(filed.number)).toMatchObject({ Customer: 'Northwind Logistics', 'Next steps': 'Call' });
  expect(backlog.row(edited)).toMatchObject({ Rank: String(rank) });
  expect(
    await landscape.admin.query(`SELECT Name FROM Implementation_Request__c WHERE Backlog_Rank__c = ${rank}`),
  ).toMatchObject([{ Name: edited }]);
  expect(await readTraits(landscape, filed.accountId)).toMatchObject({
    'vitally.custom.implementationRequest': filed.number,
  });
  expect((await readMessages(landscape)).filter((text) => text.includes(filed.id))).toHaveLength(1);
}

async function expectQuiet(): Promise<void> {
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({
    ...{ records: 0, cells: 0, edits: 0, messages: 0, traits: 0, failures: {} },
    calls: { sheetWrites: 0, vitally: 0, slack: 0 },
  });
}

/** A vendor, a path, and after how many requests to it the connection breaks. */
const POINTS: readonly (readonly [keyof Emulators, string, number])[] = [
  ['salesforce', '/services/oauth2/token', 0],
  // The description, the pull, the closer look at what was edited, and the update.
  ['salesforce', '/composite$', 0],
  ['salesforce', '/composite$', 1],
  ['salesforce', '/composite$', 2],
  ['salesforce', '/composite$', 3],
  ['googleSheets', '/token', 0],
  ['googleSheets', 'batchGetByDataFilter', 0],
  ['googleSheets', ':getByDataFilter', 0],
  ['googleSheets', ':batchUpdate', 0],
  ['vitally', '/resources/accounts/', 0],
  ['slack', 'chat.postMessage', 0],
];

test.each(POINTS.flatMap(([...point]) => [[...point, 'replyLost'] as const, [...point, 'reset'] as const]))(
  'loses and doubles nothing when the connection to %s breaks on %s after %s (%s)',
  async (vendor, path, skip, kind) => {
    await prepare();
    landscape[vendor].faults.add({ fault: { kind }, path, skip });

    const failed = await landscape.cycle();
    expect(failed.failures).not.toEqual({});
    landscape[vendor].faults.clear();
    landscape.restart();
    await landscape.cycle();

    await expectOneOfEach();
    await expectQuiet();
  },
);

/** A cycle that files a request makes fewer requests than this, or something asks in circles. */
const MOST_REQUESTS = 40;

test.each(['arrived', 'answered'] as const)(
  'loses and doubles nothing when the process is killed as a request has %s, whichever of the cycle it is',
  async (moment) => {
    let deaths = 0;
    for (let number = 1; number < MOST_REQUESTS; number += 1) {
      await prepare();
      const isKilled = await killOnRequest(landscape, nth(number, moment));
      landscape.restart();
      await landscape.cycle();
      await expectOneOfEach();
      if (!isKilled) break;
      deaths += 1;
    }

    // Sign-in and one request at least to each vendor.
    expect(deaths).toBeGreaterThan(8);
    expect(deaths).toBeLessThan(MOST_REQUESTS - 1);
    await expectQuiet();
  },
  300_000,
);
