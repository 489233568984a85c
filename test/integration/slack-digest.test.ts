import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUR } from '../../sync/clock.ts';
import { fileRequest, HALCYON, NORTHWIND } from './support/file-request.ts';
import { openSession } from './support/salesforce-session.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readMessages, readThread } from './support/vendors.ts';

let landscape: Landscape;
/** Full hours, UTC, from now on. */
const hour = (later: number): string => String((new Date().getUTCHours() + later) % 24);

beforeAll(async () => {
  // It is quiet for three hours from now on, and small moves are told five hours from now.
  landscape = await startLandscape({ SLACK_QUIET_HOURS: `${hour(0)}-${hour(3)}`, SLACK_DIGEST_HOUR: hour(5) });
  await landscape.cycle();
});

afterAll(() => landscape.close());

test('is silent in quiet hours, tells what matters after them and small moves at the hour of the digest', async () => {
  const lead = openSession(landscape.salesforce, 'ines@groundwork.example');
  const before = (await readMessages(landscape)).length;
  const { id } = await fileRequest(landscape.admin, NORTHWIND);
  await landscape.cycle();
  expect(await readMessages(landscape)).toHaveLength(before);

  landscape.passTime(3 * HOUR);
  await landscape.cycle();
  expect((await readThread(landscape, id)).replies).toEqual([]);

  await lead.update('Implementation_Request__c', id, { Status__c: 'In_Triage' });
  await landscape.cycle();
  const silent = await readThread(landscape, id);
  expect(silent.root.text).toMatch(/· In Triage$/);
  expect(silent.replies).toEqual([]);

  landscape.passTime(3 * HOUR);
  await landscape.cycle();
  await landscape.cycle();
  expect((await readThread(landscape, id)).replies.map(({ text }) => text)).toEqual(['Small moves']);
});

test('goes by the clock of the org when that is ahead of the machine’s', async () => {
  const posted = async (id: string): Promise<number> =>
    (await readMessages(landscape)).filter((text) => text.includes(id)).length;

  await advanceOrg(25 * HOUR);
  const { id } = await fileRequest(landscape.admin, HALCYON);
  await landscape.cycle();
  expect(await posted(id)).toBe(0);

  await advanceOrg(3 * HOUR);
  await landscape.cycle();
  expect(await posted(id)).toBe(1);
});

async function advanceOrg(advanceMs: number): Promise<void> {
  const answer = await fetch(`${landscape.salesforce.url}/_emulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs }),
  });
  expect(answer.status).toBe(200);
}
