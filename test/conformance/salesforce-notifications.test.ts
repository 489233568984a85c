import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { NOTIFY, roomFlow, ROOMS } from '../unit/emulators/salesforce/automation/flow-source.ts';
import { withSource } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { clientOf, START } from './salesforce-org.ts';

const SOURCE = { ...ROOMS, ...roomFlow({ first: 'Find_Type', body: NOTIFY }) };
const PATH = '/connect/notifications';
const LATER = '2026-11-22T10:05:00.000Z';

const running: SalesforceEmulator[] = [];
afterEach(async () => {
  for (const salesforce of running.splice(0)) await salesforce.close();
});

interface Notifications {
  notifications: { id: string; messageTitle: string; read: boolean; seen: boolean }[];
}

/** An org in which a room was made, and five minutes later another, each with a notification for the administrator. */
async function start() {
  const clock = new VirtualClock({ frozenAt: START });
  const salesforce = await withSource(SOURCE, (source) => createSalesforce({ source, clock }));
  running.push(salesforce);
  const client = clientOf(salesforce);
  await client('POST', '/sobjects/Room__c', { Name: 'Blue' });
  clock.advance(5 * 60 * 1000);
  const { body } = await client('POST', '/sobjects/Room__c', { Name: 'Green' });
  const list = async (query = ''): Promise<Notifications['notifications']> =>
    ((await client('GET', `${PATH}${query}`)).body as Notifications).notifications;
  return { client, list, roomId: (body as { id: string }).id, salesforce };
}

test('a person’s notifications come latest first, with the record that each leads to', async () => {
  const { list, roomId, client } = await start();
  const { body } = await client('GET', `/query?q=${encodeURIComponent('SELECT Id FROM CustomNotificationType')}`);
  const [type] = (body as { records: { Id: string }[] }).records;

  const notifications = await list();

  expect(notifications).toMatchObject([
    {
      messageTitle: 'Green',
      messageBody: 'Open',
      target: roomId,
      targetPageRef: expect.stringContaining('standard__recordPage'),
      type: type?.Id,
      count: 1,
      read: false,
      seen: false,
      mostRecentActivityDate: LATER,
    },
    { messageTitle: 'Blue', mostRecentActivityDate: START.toISOString() },
  ]);
});

test('one that is read is seen, and is no longer counted', async () => {
  const { client, list } = await start();
  const [green] = await list();

  const read = await client('PATCH', `${PATH}/${green?.id ?? ''}`, { read: 'true' });
  const status = await client('GET', `${PATH}/status`);

  expect(read).toMatchObject({ status: 200, body: { messageTitle: 'Green', read: true, seen: true } });
  expect(status.body).toEqual({
    lastActivity: LATER,
    oldestUnread: START.toISOString(),
    oldestUnseen: START.toISOString(),
    unreadCount: 1,
    unseenCount: 1,
  });
});

test('many are marked by their ids or by time, and may be unread again', async () => {
  const { client, list } = await start();
  const [green] = await list();

  await client('PATCH', PATH, { before: LATER, read: true });
  expect((await list()).map(({ read }) => read)).toEqual([false, true]);
  await client('PATCH', PATH, { notificationIds: [green?.id], seen: true });
  expect((await list()).map(({ seen }) => seen)).toEqual([true, true]);
  await client('PATCH', PATH, { read: false });
  expect((await list()).map(({ read, seen }) => [read, seen])).toEqual([
    [false, true],
    [false, true],
  ]);
});

test('a list is cut by number and by time', async () => {
  const { list } = await start();

  expect((await list('?size=1')).map(({ messageTitle }) => messageTitle)).toEqual(['Green']);
  expect((await list(`?before=${LATER}`)).map(({ messageTitle }) => messageTitle)).toEqual(['Blue']);
  expect((await list(`?after=${START.toISOString()}`)).map(({ messageTitle }) => messageTitle)).toEqual(['Green']);
});

test('what contradicts itself is refused, and nobody reads another’s', async () => {
  const { client, list, salesforce } = await start();
  const [green] = await list();
  const refusals = await Promise.all([
    client('GET', `${PATH}?size=0`),
    client('GET', `${PATH}?before=${LATER}&after=${LATER}`),
    client('GET', `${PATH}?before=yesterday`),
    client('PATCH', PATH, { before: LATER, notificationIds: [], read: true }),
    client('PATCH', `${PATH}/${green?.id ?? ''}`, { read: true, seen: false }),
    client('PATCH', `${PATH}/${green?.id ?? ''}`, {}),
  ]);

  expect(refusals.map(({ status }) => status)).toEqual(refusals.map(() => 400));
  expect((await client('GET', `${PATH}/none`)).status).toBe(404);
  expect((await fetch(`${salesforce.url}/services/data/v66.0${PATH}`)).status).toBe(401);
});
