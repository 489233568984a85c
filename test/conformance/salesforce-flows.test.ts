import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { NOTIFY, roomFlow, ROOMS } from '../unit/emulators/salesforce/automation/flow-source.ts';
import { filters } from '../unit/emulators/salesforce/flow/flow-xml.ts';
import { withSource } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { clientOf, START } from './salesforce-org.ts';

const running: SalesforceEmulator[] = [];
afterEach(async () => {
  for (const salesforce of running.splice(0)) await salesforce.close();
});

const LATER =
  '<scheduledPaths><name>Later</name><label>Later</label><connector><targetReference>Find_Type</targetReference></connector><offsetNumber>1</offsetNumber><offsetUnit>Days</offsetUnit><timeSource>RecordTriggerEvent</timeSource></scheduledPaths>';

const SOURCE = {
  ...ROOMS,
  ...roomFlow({ first: 'Find_Type', start: LATER, body: NOTIFY }),
  ...roomFlow({
    name: 'Refuse_Red',
    when: 'RecordBeforeSave',
    first: 'Refuse',
    start: filters([['Name', 'EqualTo', 'Red']]),
    body: '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>Not red.</errorMessage><fieldSelection>Name</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>',
  }),
};

async function start(): Promise<SalesforceEmulator> {
  const clock = new VirtualClock({ frozenAt: START });
  const salesforce = await withSource(SOURCE, (source) => createSalesforce({ source, clock }));
  running.push(salesforce);
  return salesforce;
}

async function outbox(salesforce: SalesforceEmulator, since = 0): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${salesforce.url}/_emulator/outbox?since=${since}`);
  return { status: response.status, body: await response.json() };
}

test('a save over REST sends what its flows send, and the clock what waits', async () => {
  const salesforce = await start();
  const client = clientOf(salesforce);

  const { body } = await client('POST', '/sobjects/Room__c', { Name: 'Blue' });
  await fetch(`${salesforce.url}/_emulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: 25 * 60 * 60 * 1000 }),
  });

  const { id } = body as { id: string };
  const message = { kind: 'notification', title: 'Blue', body: 'Open', targetId: id };
  expect(await outbox(salesforce)).toMatchObject({
    body: {
      messages: [
        { id: 1, at: '2026-11-22T10:00:00.000Z', ...message, recipients: [{ name: 'Adi Sharma' }] },
        { id: 2, at: '2026-11-23T11:00:00.000Z', ...message },
      ],
    },
  });
  expect(await outbox(salesforce, 1)).toMatchObject({ body: { messages: [{ id: 2 }] } });
});

test('an error of a flow is at its field, over REST and over the UI API', async () => {
  const client = clientOf(await start());

  expect(await client('POST', '/sobjects/Room__c', { Name: 'Red' })).toMatchObject({
    status: 400,
    body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not red.', fields: ['Name'] }],
  });
  expect(await client('POST', '/ui-api/records', { apiName: 'Room__c', fields: { Name: 'Red' } })).toMatchObject({
    status: 400,
    body: { output: { errors: [], fieldErrors: { Name: [{ message: 'Not red.', fieldLabel: 'Room Name' }] } } },
  });
});

test('a composite request that is rolled back sends nothing', async () => {
  const salesforce = await start();
  const request = (referenceId: string, Name: string) => ({
    method: 'POST',
    url: '/services/data/v66.0/sobjects/Room__c',
    referenceId,
    body: { Name },
  });

  await clientOf(salesforce)('POST', '/composite', {
    allOrNone: true,
    compositeRequest: [request('blue', 'Blue'), request('red', 'Red')],
  });

  expect(await outbox(salesforce)).toEqual({ status: 200, body: { messages: [] } });
});

test('the notification type of the source is found by its name', async () => {
  const soql = encodeURIComponent("SELECT MasterLabel FROM CustomNotificationType WHERE DeveloperName = 'Room_News'");

  expect(await clientOf(await start())('GET', `/query?q=${soql}`)).toMatchObject({
    body: { records: [{ MasterLabel: 'Room News' }] },
  });
});

test('the page of the outbox shows what was sent, and that text stays text', async () => {
  const salesforce = await start();
  await clientOf(salesforce)('POST', '/sobjects/Room__c', { Name: '<b>Blue</b>' });

  const page = await (await fetch(`${salesforce.url}/_emulator/outbox.html`)).text();

  expect(page).toContain('&lt;b&gt;Blue&lt;/b&gt;');
  expect(page).toContain('Adi Sharma');
  const refused = await fetch(`${salesforce.url}/_emulator/outbox?since=yesterday`);
  expect([refused.status, await refused.json()]).toEqual([
    400,
    { error: 'since: expected the id of a message, got yesterday' },
  ]);
});
