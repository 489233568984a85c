import { afterEach, expect, test } from '@jest/globals';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import { bootOrg, closeOrgs, create, writeOne } from '../data/booted-org.ts';
import { filters, goTo } from '../flow/flow-xml.ts';
import { groupFile, queueFile } from '../schema/source-folder.ts';
import { NOTIFY, roomFlow, ROOMS } from './flow-source.ts';

afterEach(closeOrgs);

const OPEN = filters([['State__c', 'EqualTo', 'Open']]);
const REFUSE_RED = roomFlow({
  name: 'Refuse_Red',
  order: 2,
  first: 'Refuse',
  start: filters([['Name', 'EqualTo', 'Red']]),
  body: '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>No.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>',
});

function input(name: string, given: string): string {
  return `<inputParameters><name>${name}</name><value>${given}</value></inputParameters>`;
}
const text = (value: string): string => `<stringValue>${value}</stringValue>`;
const reference = (value: string): string => `<elementReference>${value}</elementReference>`;

function action(type: string, inputs: string): string {
  return `<actionCalls><name>Send</name><actionName>${type}</actionName><actionType>${type}</actionType>${inputs}</actionCalls>`;
}

function titles(org: LocalOrg): string[] {
  return org.messagesSince(0).map(({ title }) => title);
}

test('a notification is for people, leads to its record and has the time of the save', async () => {
  const { org, admin } = await bootOrg({ ...ROOMS, ...roomFlow({ first: 'Find_Type', body: NOTIFY }) });

  const id = create(org, admin, 'Room__c', { Name: 'Blue' });

  expect(org.messagesSince(0)).toEqual([
    {
      id: 1,
      kind: 'notification',
      at: '2026-11-22T10:00:00.750Z',
      recipients: [{ id: admin.id, name: 'Adi Sharma' }],
      title: 'Blue',
      body: 'Open',
      targetId: id,
      typeId: org.database.prepare('SELECT Id FROM CustomNotificationType').get()?.['Id'],
    },
  ]);
  expect(org.messagesSince(1)).toEqual([]);
});

test('a notification of a record that a queue owns is for its members, each once', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...groupFile('Caretakers'),
    ...queueFile(
      'Keys',
      ['Room__c'],
      '<queueMembers><publicGroups><publicGroup>Caretakers</publicGroup></publicGroups></queueMembers>',
    ),
    ...roomFlow({ first: 'Find_Type', body: NOTIFY }),
  });
  const idOf = (name: string) => org.database.prepare('SELECT Id FROM "Group" WHERE Name = ?').get(name)?.['Id'];
  for (const group of ['Keys', 'Caretakers']) {
    create(org, admin, 'GroupMember', { GroupId: idOf(group), UserOrGroupId: admin.id });
  }

  create(org, admin, 'Room__c', { Name: 'Blue', OwnerId: idOf('Keys') });

  expect(org.messagesSince(0)).toMatchObject([{ recipients: [{ id: admin.id, name: 'Adi Sharma' }], title: 'Blue' }]);
});

test('an e-mail is for people by address, and for others as the address stands', async () => {
  const inputs =
    input('emailAddresses', text('adi@groundwork.example, eve@example.com')) +
    input('emailSubject', text('Hello')) +
    input('emailBody', reference('$Record.Name'));
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({ first: 'Send', body: action('emailSimple', inputs) }),
  });

  create(org, admin, 'Room__c', { Name: 'Blue' });

  expect(org.messagesSince(0)).toMatchObject([
    {
      kind: 'email',
      recipients: [
        { id: admin.id, name: 'Adi Sharma' },
        { id: null, name: 'eve@example.com' },
      ],
      title: 'Hello',
      body: 'Blue',
      targetId: null,
    },
  ]);
});

test('a post belongs to its record', async () => {
  const inputs = input('text', text('News')) + input('subjectNameOrId', reference('$Record.Id'));
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({ first: 'Send', body: action('chatterPost', inputs) }),
  });

  const id = create(org, admin, 'Room__c', { Name: 'Blue' });

  expect(org.messagesSince(0)).toMatchObject([
    { kind: 'post', recipients: [{ id, name: 'Blue' }], body: 'News', targetId: id },
  ]);
});

test('nobody is notified of a record that is not saved, and the others once', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({ order: 1, first: 'Find_Type', start: OPEN, body: NOTIFY }),
    ...REFUSE_RED,
  });
  const operations = ['Blue', 'Red'].map((Name) => ({ kind: 'insert' as const, object: 'Room__c', values: { Name } }));

  org.write(admin, operations, { allOrNone: true });
  expect(titles(org)).toEqual([]);

  org.write(admin, operations, { allOrNone: false });
  expect(titles(org)).toEqual(['Blue']);
});

test('nobody is notified when the transaction around the write is undone', async () => {
  const { org, admin } = await bootOrg({ ...ROOMS, ...roomFlow({ first: 'Find_Type', body: NOTIFY }) });

  org.database.exec('SAVEPOINT around');
  create(org, admin, 'Room__c', { Name: 'Blue' });
  org.database.exec('ROLLBACK TO around; RELEASE around');

  expect(titles(org)).toEqual([]);
});

test('a notification of a type that is not there is a fault', async () => {
  const wrong = NOTIFY.replace('Find_Type.Id', '$Record.Id').replace(
    '<actionName>',
    `${goTo('Tell', 'faultConnector')}<actionName>`,
  );
  const tell = action(
    'chatterPost',
    input('text', reference('$Flow.FaultMessage')) + input('subjectNameOrId', reference('$Record.Id')),
  ).replace('>Send<', '>Tell<');
  const { org, admin } = await bootOrg({ ...ROOMS, ...roomFlow({ first: 'Notify', body: wrong + tell }) });

  const id = create(org, admin, 'Room__c', { Name: 'Blue' });

  expect(org.messagesSince(0)).toMatchObject([
    { kind: 'post', body: `The input customNotifTypeId is ${id}, which is no notification type.` },
  ]);
});

test('a reset forgets the messages and the paths that wait', async () => {
  const later = `<scheduledPaths><name>Later</name><label>Later</label><connector><targetReference>Find_Type</targetReference></connector><offsetNumber>1</offsetNumber><offsetUnit>Days</offsetUnit><timeSource>RecordTriggerEvent</timeSource></scheduledPaths>`;
  const { org, admin, clock } = await bootOrg({
    ...ROOMS,
    ...roomFlow({ first: 'Find_Type', start: later, body: NOTIFY }),
  });
  const id = create(org, admin, 'Room__c', { Name: 'Blue' });
  expect(writeOne(org, admin, { kind: 'update', object: 'Room__c', id, values: {} }).success).toBe(true);
  expect(titles(org)).toEqual(['Blue', 'Blue']);

  org.reset();
  clock.advance(3 * 24 * 60 * 60 * 1000);

  expect(titles(org)).toEqual([]);
});
