import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { fieldPermissions, objectPermissions } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { ADMIN, clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deploy, document, manifest } from './salesforce-packages.ts';

afterEach(stopSalesforce);

interface ChangeEvent {
  schema: string;
  payload: { ChangeEventHeader: Record<string, unknown> } & Record<string, unknown>;
  event: { replayId: number };
}

/** Speaks Bayeux as one user. */
function bayeuxOf(salesforce: SalesforceEmulator, token = salesforce.accessTokenFor(ADMIN), version = '66.0') {
  let clientId: string | undefined;
  async function send(message: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    const response = await fetch(`${salesforce.url}/cometd/${version}`, {
      method: 'POST',
      headers: { authorization: `OAuth ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ id: '1', ...(clientId !== undefined && { clientId }), ...message }]),
    });
    return (await response.json()) as Record<string, unknown>[];
  }
  return {
    send,
    async handshake() {
      const [reply] = await send({
        channel: '/meta/handshake',
        version: '1.0',
        supportedConnectionTypes: ['long-polling'],
      });
      clientId = String(reply?.['clientId']);
      return reply;
    },
    async subscribe(subscription: string, replay = -1) {
      const ext = { replay: { [subscription]: replay } };
      return (await send({ channel: '/meta/subscribe', subscription, ext }))[0];
    },
    /** The events that are there. */
    async events(): Promise<ChangeEvent[]> {
      const replies = await send({ channel: '/meta/connect', connectionType: 'long-polling' });
      return replies.flatMap(({ data }) => (data === undefined ? [] : [data as ChangeEvent]));
    },
  };
}

async function subscribed(salesforce: SalesforceEmulator, channel: string, replay = -1) {
  const bayeux = bayeuxOf(salesforce);
  await bayeux.handshake();
  await bayeux.subscribe(channel, replay);
  return bayeux;
}

function headers(events: ChangeEvent[]): unknown[] {
  return events.map(({ payload }) => payload.ChangeEventHeader);
}

test('tells of a new record, what was changed of it, and that it is deleted', async () => {
  const { salesforce, clock } = await startSalesforce();
  const client = clientOf(salesforce);
  const bayeux = await subscribed(salesforce, '/data/Project__ChangeEvent');
  const path = '/sobjects/Project__c';

  const made = await client('POST', path, { Name: 'Bridge', Budget__c: 5, Start__c: '2026-12-01', Urgent__c: true });
  const { id } = made.body as { id: string };
  clock.advance(1000);
  await client('PATCH', `${path}/${id}`, { Budget__c: null, Urgent__c: false }, { 'Sforce-Call-Options': 'client=us' });
  await client('DELETE', `${path}/${id}`);
  const [created, updated, deleted] = await bayeux.events();

  const user = salesforce.org.findUser(ADMIN)?.id ?? '';
  expect(created).toEqual({
    schema: expect.stringMatching(/^[\w-]{22}$/),
    payload: {
      Name: 'Bridge',
      Budget__c: 5,
      Start__c: '2026-12-01',
      Urgent__c: true,
      Stage__c: 'Planned',
      OwnerId: user,
      CreatedById: user,
      CreatedDate: '2026-11-22T10:00:00.000Z',
      LastModifiedById: user,
      LastModifiedDate: '2026-11-22T10:00:00.000Z',
      ChangeEventHeader: {
        entityName: 'Project__c',
        changeType: 'CREATE',
        recordIds: [id],
        changedFields: [],
        changeOrigin: 'com/salesforce/api/rest/66.0',
        commitUser: user,
        commitTimestamp: Date.parse('2026-11-22T10:00:00.000Z'),
        commitNumber: expect.any(Number),
        sequenceNumber: 1,
        transactionKey: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    },
    event: { replayId: expect.any(Number) },
  });
  expect(updated?.payload).toEqual({
    Budget__c: null,
    Urgent__c: false,
    LastModifiedDate: '2026-11-22T10:00:01.000Z',
    ChangeEventHeader: expect.objectContaining({
      changeType: 'UPDATE',
      changedFields: expect.arrayContaining(['Budget__c', 'Urgent__c', 'LastModifiedDate']),
      changeOrigin: 'com/salesforce/api/rest/66.0;client=us',
    }),
  });
  expect(deleted?.payload).toEqual({ ChangeEventHeader: expect.objectContaining({ changeType: 'DELETE' }) });
});

test('tells what the Bulk API has written, by what client', async () => {
  const { salesforce } = await startSalesforce();
  const bayeux = await subscribed(salesforce, '/data/AccountChangeEvent');
  const bulk = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
    callOptions: { client: 'loader' },
  }).bulk2;
  bulk.pollInterval = 20;

  await bulk.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: [{ Name: 'A' }, { Name: 'B' }] });

  const changeOrigin = 'com/salesforce/api/bulkapi/66.0;client=loader';
  expect(headers(await bayeux.events())).toMatchObject([{ changeOrigin }, { changeOrigin }]);
});

test('gives compound fields as one, and names the parts that changed', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Contact', { FirstName: 'Ann', LastName: 'Lee', MailingCity: 'Bern' });
  const bayeux = await subscribed(salesforce, '/data/ContactChangeEvent');

  await clientOf(salesforce)('PATCH', `/sobjects/Contact/${id}`, { LastName: 'Low', MailingCity: 'Basel' });
  const [event] = await bayeux.events();

  expect(event?.payload).toMatchObject({ Name: { LastName: 'Low' }, MailingAddress: { City: 'Basel' } });
  expect(headers([event as ChangeEvent])).toMatchObject([
    { changedFields: expect.arrayContaining(['Name.LastName', 'MailingAddress.City']) },
  ]);
});

test('tells of the same change to several records of a transaction at once', async () => {
  const { salesforce } = await startSalesforce();
  const ids = ['A', 'B', 'C'].map((Name) => createRecord(salesforce, 'Project__c', { Name }));
  const bayeux = await subscribed(salesforce, '/data/ChangeEvents');
  const to = (Id: string | undefined, Stage__c: string) => ({ attributes: { type: 'Project__c' }, Id, Stage__c });

  await clientOf(salesforce)('PATCH', '/composite/sobjects', {
    records: [to(ids[0], 'Active'), to(ids[1], 'Done'), to(ids[2], 'Active')],
  });
  const found = await bayeux.events();

  expect(headers(found)).toMatchObject([
    { recordIds: [ids[0], ids[2]], sequenceNumber: 1, changeType: 'UPDATE' },
    { recordIds: [ids[1]], sequenceNumber: 2 },
  ]);
  const keys = found.map(({ payload }) => payload.ChangeEventHeader['transactionKey']);
  expect(new Set(keys).size).toBe(1);
});

test('tells nothing of what was undone', async () => {
  const { salesforce } = await startSalesforce();
  const bayeux = await subscribed(salesforce, '/data/ChangeEvents');
  const client = clientOf(salesforce);

  await client('POST', '/composite', {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: '/services/data/v66.0/sobjects/Account', referenceId: 'a', body: { Name: 'Gone' } },
      { method: 'POST', url: '/services/data/v66.0/sobjects/Account', referenceId: 'b', body: {} },
    ],
  });
  await client('POST', '/sobjects/Account', { Name: 'Kept' });

  expect(await bayeux.events()).toMatchObject([{ payload: { Name: 'Kept' } }]);
});

test('wakes a client that waits', async () => {
  const { salesforce } = await startSalesforce();
  const bayeux = await subscribed(salesforce, '/data/AccountChangeEvent');
  await bayeux.events();

  const waiting = bayeux.events();
  await clientOf(salesforce)('POST', '/sobjects/Account', { Name: 'Acme' });

  expect(await waiting).toMatchObject([{ payload: { Name: 'Acme' } }]);
});

test('replays from an event on, from the beginning, and over a restart', async () => {
  const state = mkdtempSync(join(tmpdir(), 'groundwork-streaming-'));
  const { salesforce: before } = await startSalesforce({ state });
  for (const Name of ['A', 'B', 'C']) createRecord(before, 'Account', { Name });
  const seen = await (await subscribed(before, '/data/ChangeEvents', -2)).events();
  await stopSalesforce();
  const { salesforce } = await startSalesforce({ state });
  createRecord(salesforce, 'Account', { Name: 'D' });

  const [first] = seen.map(({ event }) => event.replayId);
  const fromFirst = await subscribed(salesforce, '/data/ChangeEvents', first ?? 0);
  const fromAll = await subscribed(salesforce, '/data/AccountChangeEvent', -2);

  expect((await fromFirst.events()).map(({ payload }) => payload['Name'])).toEqual(['B', 'C', 'D']);
  expect((await fromAll.events()).map(({ payload }) => payload['Name'])).toEqual(['A', 'B', 'C', 'D']);
  rmSync(state, { recursive: true });
});

test('forgets events after 72 hours, and says so to whoever asks for one', async () => {
  const { salesforce, clock } = await startSalesforce();
  createRecord(salesforce, 'Account', { Name: 'Old' });
  const old = await (await subscribed(salesforce, '/data/ChangeEvents', -2)).events();
  clock.advance(73 * 60 * 60 * 1000);
  const bayeux = await subscribed(salesforce, '/data/ChangeEvents', -2);
  const replayId = old[0]?.event.replayId ?? 0;

  const refusal = await bayeux.subscribe('/data/ChangeEvents', replayId);

  expect(await bayeux.events()).toEqual([]);
  expect(refusal).toMatchObject({
    successful: false,
    subscription: '/data/ChangeEvents',
    error: `400::The replayId {${replayId}} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
  });
});

test.each([
  ['/topic/Accounts', "400::The channel you requested to subscribe to doesn't exist {/topic/Accounts}"],
  ['/event/Order__e', "400::The channel you requested to subscribe to doesn't exist {/event/Order__e}"],
  ['/data/NopeChangeEvent', "400::The channel you requested to subscribe to doesn't exist {/data/NopeChangeEvent}"],
  ['data', "400::Channel subscriptions must start with a leading '/'"],
  ['', '400::Channel name not specified'],
])('refuses a subscription to "%s"', async (channel, error) => {
  const { salesforce } = await startSalesforce();
  const bayeux = bayeuxOf(salesforce);
  await bayeux.handshake();

  expect(await bayeux.subscribe(channel)).toMatchObject({ successful: false, error });
});

test('shows only who may view all records of an object its changes, without fields that he may not read', async () => {
  const { salesforce } = await startSalesforce();
  const bayeux = bayeuxOf(salesforce, salesforce.accessTokenFor(READER));
  await bayeux.handshake();

  const refused = await bayeux.subscribe('/data/Project__ChangeEvent');
  await bayeux.subscribe('/data/ChangeEvents');
  createRecord(salesforce, 'Project__c', { Name: 'Missed' });
  const missed = await bayeux.events();
  const permissions = fieldPermissions('Project__c.Stage__c', 'r') + objectPermissions('Project__c', 'rV');
  await deploy(salesforce, {
    'package.xml': manifest({ PermissionSet: ['Project_Reader'] }),
    'permissionsets/Project_Reader.permissionset': document('PermissionSet', `<label>Reader</label>${permissions}`),
  });
  const users = await bayeux.subscribe('/data/UserChangeEvent');
  await bayeux.send({ channel: '/meta/unsubscribe', subscription: '/data/ChangeEvents' });
  await bayeux.subscribe('/data/Project__ChangeEvent');
  createRecord(salesforce, 'Project__c', { Name: 'Seen', Budget__c: 7 });
  const [event] = await bayeux.events();

  expect(refused).toMatchObject({ error: '403::User not allowed to subscribe CDC without required permissions' });
  expect(missed).toEqual([]);
  expect(users).toMatchObject({ error: '403::User not allowed to subscribe CDC without required permissions' });
  expect(event?.payload).toMatchObject({ Name: 'Seen', Stage__c: 'Planned' });
  expect(event?.payload).not.toHaveProperty('Budget__c');
});

test('denies a handshake without a session, and knows no client that it has not shaken hands with', async () => {
  const { salesforce } = await startSalesforce();
  const stranger = bayeuxOf(salesforce, 'wrong');
  const [lost] = await bayeuxOf(salesforce).send({ channel: '/meta/connect', connectionType: 'long-polling' });
  const [old] = await bayeuxOf(salesforce, undefined, '36.0').send({ channel: '/meta/connect' });

  expect(await stranger.handshake()).toMatchObject({
    successful: false,
    error: '403::Handshake denied',
    ext: { sfdc: { failureReason: '401::Authentication invalid' } },
    advice: { reconnect: 'none' },
  });
  const unversioned = await fetch(`${salesforce.url}/cometd`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: '/meta/handshake' }),
  });

  expect(await unversioned.json()).toMatchObject([
    { ext: { sfdc: { failureReason: "400::API version in the URI is mandatory. URI format: '/cometd/66.0'" } } },
  ]);
  expect(lost).toMatchObject({ error: '403::Unknown client', advice: { reconnect: 'handshake' } });
  expect(old?.['error']).toMatch(/^400::Unsupported API version\. Only API versions '37\.0' and later/);
});
