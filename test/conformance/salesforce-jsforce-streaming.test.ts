import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { until } from '../support/until.ts';
import { ADMIN, createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';

/** What jsforce does not tell of its client’s type. */
interface Disconnecting {
  /** Undefined when it is not connected. */
  disconnect(): PromiseLike<void> | undefined;
}

const clients: Disconnecting[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.disconnect();
  await stopSalesforce();
});

interface AccountChange {
  payload: { Name: string };
  event: { replayId: number };
}

function connectionOf(salesforce: SalesforceEmulator): Connection {
  return new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
}

/** Subscribes to changes of accounts and collects them. */
async function listen(connection: Connection, replayId: number) {
  const channel = '/data/AccountChangeEvent';
  const client = connection.streaming.createClient([new StreamingExtension.Replay(channel, replayId)]);
  const disconnecting = client as unknown as Disconnecting;
  clients.push(disconnecting);
  const seen: AccountChange[] = [];
  await client.subscribe(channel, (change: AccountChange) => seen.push(change));
  return {
    seen,
    /** The names of the accounts, once there are so many. */
    names: (count: number) =>
      until(`${count} changes`, () => (seen.length >= count ? seen.map(({ payload }) => payload.Name) : undefined)),
    disconnect: async () => disconnecting.disconnect(),
  };
}

test('hears of changes as they happen', async () => {
  const { salesforce } = await startSalesforce();
  const connection = connectionOf(salesforce);
  const listener = await listen(connection, -1);

  await connection.sobject('Account').create({ Name: 'Acme' });

  expect(await listener.names(1)).toEqual(['Acme']);
});

test('hears after a disconnect of all that it has missed', async () => {
  const { salesforce } = await startSalesforce();
  const connection = connectionOf(salesforce);
  const before = await listen(connection, -1);
  createRecord(salesforce, 'Account', { Name: 'Seen' });
  await before.names(1);
  await before.disconnect();

  createRecord(salesforce, 'Account', { Name: 'Missed' });
  createRecord(salesforce, 'Account', { Name: 'Missed too' });
  const after = await listen(connection, before.seen.at(-1)?.event.replayId ?? 0);
  createRecord(salesforce, 'Account', { Name: 'New' });

  expect(await after.names(3)).toEqual(['Missed', 'Missed too', 'New']);
  expect(before.seen).toHaveLength(1);
});

test('hears everything that is kept, with -2', async () => {
  const { salesforce } = await startSalesforce();
  createRecord(salesforce, 'Account', { Name: 'First' });

  const listener = await listen(connectionOf(salesforce), -2);

  expect(await listener.names(1)).toEqual(['First']);
});

test('is told that a channel is not there', async () => {
  const { salesforce } = await startSalesforce();
  const client = connectionOf(salesforce).streaming.createClient([]);
  clients.push(client as unknown as Disconnecting);

  const subscription = Promise.resolve(client.subscribe('/topic/Nope', () => undefined));

  await expect(subscription).rejects.toMatchObject({
    message: "400::The channel you requested to subscribe to doesn't exist {/topic/Nope}",
  });
});
