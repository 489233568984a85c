import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LoggedRequest } from '../../emulators/core/index.ts';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND } from './support/file-request.ts';
import { startSync } from './support/run-sync.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readMessages } from './support/vendors.ts';

let landscape: Landscape;
let backlog: Backlog;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
  await landscape.cycle();
});

afterAll(() => landscape.close());

/** Runs the service, and tells it to stop while a write to the sheet is under way. */
async function stopAmidWrite(): Promise<number | null> {
  const { process: child, ended } = startSync(landscape);
  const stop = landscape.googleSheets.requests.subscribe(({ path }: LoggedRequest, moment) => {
    if (moment === 'arrived' && path.includes(':batchUpdate')) child.kill('SIGTERM');
  });
  const { code } = await ended;
  stop();
  return code;
}

async function expectOneOfEach(id: string, number: string): Promise<void> {
  landscape.restart();
  await landscape.cycle();
  expect(backlog.rows().filter((row) => row['Request'] === number)).toHaveLength(1);
  expect((await readMessages(landscape)).filter((text) => text.includes(id))).toHaveLength(1);
}

test('the service that is told to stop ends by itself, with nothing half done', async () => {
  const { id, number } = await fileRequest(landscape.admin, NORTHWIND);

  expect(await stopAmidWrite()).toBe(0);

  await expectOneOfEach(id, number);
});

test('it does not wait for a vendor that does not answer', async () => {
  const { id, number } = await fileRequest(landscape.admin, NORTHWIND, { Different_Because__c: 'A third one' });
  // Longer than the test may take.
  landscape.googleSheets.faults.add({ fault: { kind: 'latency', ms: 600_000 }, path: ':batchUpdate' });

  expect(await stopAmidWrite()).toBe(0);

  landscape.googleSheets.faults.clear();
  await expectOneOfEach(id, number);
});

test('the commands tell in their own process what would change, and what would be taken over', async () => {
  const { number } = await fileRequest(landscape.admin, NORTHWIND, { Different_Because__c: 'A fourth one' });

  const plan = await startSync(landscape, 'plan').ended;
  expect(plan).toMatchObject({ code: 0, errors: '' });
  expect(plan.output).toContain(`Backlog ${number}: a row is added\n`);
  expect(plan.output).toMatch(/\nCalls: Salesforce \d+, Sheets \d+ reads and 1 writes at least\.\n$/);
  expect(backlog.row(number)).toBeUndefined();

  const preview = await startSync(landscape, 'import', '--tab', 'Backlog').ended;
  expect(preview).toMatchObject({ code: 0, errors: '' });
  expect(preview.output).toMatch(/0 values would be taken over\.\nNothing was written; add --confirm to do it\.\n$/);

  const refused = await startSync(landscape, 'import', '--tab', 'Nowhere').ended;
  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toContain('Nowhere');
});
