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

test('is silent in quiet hours, tells what matters after them and all small moves in one message of the day', async () => {
  const lead = openSession(landscape.salesforce, 'ines@groundwork.example');
  const before = (await readMessages(landscape)).length;
  const filed = [await fileRequest(landscape.admin, NORTHWIND), await fileRequest(landscape.admin, HALCYON)] as const;
  await landscape.cycle();
  expect(await readMessages(landscape)).toHaveLength(before);

  landscape.passTime(3 * HOUR);
  await landscape.cycle();
  const announced = await readMessages(landscape);
  for (const { id } of filed) await lead.update('Implementation_Request__c', id, { Status__c: 'In_Triage' });
  await landscape.cycle();
  expect(await readMessages(landscape)).toHaveLength(announced.length);

  // The message arrives and its answer does not: it is found, and not sent again.
  landscape.slack.faults.add({ fault: { kind: 'replyLost' }, path: 'chat.postMessage', times: 1 });
  landscape.passTime(3 * HOUR);
  expect((await landscape.cycle()).failures).toHaveProperty('slack');
  landscape.restart();
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({ messages: 0, calls: { slack: 0 }, failures: {} });

  const digests = (await readMessages(landscape)).filter((text) => text.startsWith('Small moves'));
  expect(digests).toEqual(['Small moves: Northwind Logistics, Halcyon Biotech']);
  const page = await (await fetch(landscape.slack.url)).text();
  for (const { id, number } of filed) {
    expect(page).toMatch(new RegExp(`${number}</a> [^:]*: [^<]*Status: In Triage`));
    const { root, replies } = await readThread(landscape, id);
    expect(root.text).toMatch(/· In Triage$/);
    expect(replies).toEqual([]);
  }
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
