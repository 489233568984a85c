import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';
import { createOrg, type LocalOrg } from '../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../emulators/salesforce/entities.ts';
import { NOTIFY, roomFlow, ROOMS } from './automation/flow-source.ts';
import { bootOrg, closeOrgs, create, START, stored, userNamed, writeOne } from './data/booted-org.ts';
import {
  component,
  fieldFile,
  formulaFile,
  layoutFile,
  metadataRecordFile,
  objectFile,
  rollUpFile,
  ruleFile,
  withSource,
  type SourceFiles,
} from './schema/source-folder.ts';

afterEach(closeOrgs);

const DAY = 24 * 60 * 60 * 1000;
const NUMBER = '<precision>18</precision><scale>0</scale>';

/** Rooms whose desks belong to them. */
const HOUSE: SourceFiles = {
  ...ROOMS,
  ...fieldFile(
    'Desk__c',
    'Room__c',
    '<type>MasterDetail</type><referenceTo>Room__c</referenceTo><relationshipName>Desks</relationshipName>',
  ),
  ...double('Seats__c * 2'),
};
const LATER =
  '<scheduledPaths><name>Later</name><label>Later</label><connector><targetReference>Find_Type</targetReference></connector><offsetNumber>1</offsetNumber><offsetUnit>Days</offsetUnit><timeSource>RecordTriggerEvent</timeSource></scheduledPaths>';
const NEWS = roomFlow({ start: LATER, body: NOTIFY });
const BROKEN_FLOW = roomFlow({ first: 'Nowhere' });

function double(formula: string): SourceFiles {
  return formulaFile('Room__c', 'Double__c', 'Number', formula, NUMBER);
}

/** Deploys files over what the org has; undefined removes one. */
function deploy(org: LocalOrg, files: Record<string, string | undefined>, options = { checkOnly: false }): void {
  const source = new Map(org.source());
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) source.delete(path);
    else source.set(path, Buffer.from(text));
  }
  org.deploy(source, options);
}

function without(files: SourceFiles): Record<string, undefined> {
  return Object.fromEntries(Object.keys(files).map((path) => [path, undefined]));
}

/** A column as a query sees it. */
function queried(org: LocalOrg, user: User, name: string): unknown[] {
  const room = org.schema.findObject('Room__c');
  const field = room?.fields.get(name);
  if (room === undefined || field === undefined) throw new Error(`There is no field ${name}`);
  const sql = `SELECT ${org.columnSql(room, field, 'r')} AS value FROM "Room__c" r`;
  return org.reading(user, () => org.database.prepare(sql).all()).map(({ value }) => value);
}

function titles(org: LocalOrg): string[] {
  return org.messagesSince(0).map(({ title }) => title);
}

/** Everything that the database holds. */
function contents(org: LocalOrg): unknown[] {
  const tables = org.database.prepare('SELECT name, sql FROM sqlite_master ORDER BY type, name').all();
  const rows = tables
    .filter(({ sql }) => String(sql).startsWith('CREATE TABLE'))
    .map(({ name }) => org.database.prepare(`SELECT * FROM "${String(name)}"`).all());
  return [...tables, ...rows];
}

test('deployed formulas, roll-ups and rules hold for the records that are there', async () => {
  const { org, admin } = await bootOrg(HOUSE);
  const id = create(org, admin, 'Room__c', { Name: 'Blue', Seats__c: 4 });
  create(org, admin, 'Desk__c', { Name: 'One', Room__c: id });

  deploy(org, {
    ...double('Seats__c * 3 + Desks__c'),
    ...rollUpFile('Room__c', 'Desks__c', 'count', 'Desk__c.Room__c'),
    ...ruleFile('Room__c', 'Few', 'Desks__c > 1', 'One desk.'),
  });
  const second = writeOne(org, admin, { kind: 'insert', object: 'Desk__c', values: { Name: 'Two', Room__c: id } });

  expect(stored(org, 'Room__c', id)).toMatchObject({ Desks__c: 1 });
  expect(queried(org, admin, 'Double__c')).toEqual([13]);
  expect(second.errors).toMatchObject([{ message: expect.stringContaining('One desk.') }]);
});

test('deployed records of custom metadata come, change and go', async () => {
  const type = {
    ...objectFile('Limit__mdt', '<label>Limit</label><pluralLabel>Limits</pluralLabel>'),
    ...fieldFile('Limit__mdt', 'Most__c', `<type>Number</type>${NUMBER}`),
  };
  const { org, admin } = await bootOrg({ ...HOUSE, ...type, ...metadataRecordFile('Limit.Seats', { Most__c: '5' }) });
  create(org, admin, 'Room__c', { Name: 'Blue' });

  deploy(org, {
    ...metadataRecordFile('Limit.Seats', { Most__c: '6' }),
    ...double('$CustomMetadata.Limit__mdt.Seats.Most__c'),
  });
  const changed = queried(org, admin, 'Double__c');
  deploy(org, { ...double('1'), ...without(metadataRecordFile('Limit.Seats', {})) });

  expect(changed).toEqual([6]);
  expect(org.database.prepare('SELECT count(*) AS count FROM "Limit__mdt"').get()).toEqual({ count: 0 });
});

test('a deployed flow runs from the next save on, and a deleted one no longer', async () => {
  const { org, admin } = await bootOrg(ROOMS);
  const news = roomFlow({ first: 'Find_Type', body: NOTIFY });
  create(org, admin, 'Room__c', { Name: 'Before' });

  deploy(org, news);
  create(org, admin, 'Room__c', { Name: 'With' });
  deploy(org, without(news));
  create(org, admin, 'Room__c', { Name: 'After' });

  expect(titles(org)).toEqual(['With']);
});

test('what flows have planned outlives a deployment, and runs once, as the flow is then', async () => {
  const { org, admin, clock } = await bootOrg({ ...ROOMS, ...NEWS });
  create(org, admin, 'Room__c', { Name: 'Blue' });

  deploy(org, roomFlow({ start: LATER, body: NOTIFY.replace('$Record.Name', '$Record.State__c') }));
  clock.advance(2 * DAY);

  expect(titles(org)).toEqual(['Open']);
});

test('a deployed notification type has a row that says what the source says', async () => {
  const { org } = await bootOrg(ROOMS);
  const path = 'notificationtypes/Room_News.notiftype-meta.xml';
  const types = () => org.database.prepare('SELECT DeveloperName, MasterLabel FROM "CustomNotificationType"').all();

  deploy(org, { [path]: ROOMS[path]?.replace('<masterLabel>Room News', '<masterLabel>Rooms') });
  const renamed = types();
  deploy(org, { [path]: undefined });

  expect(renamed).toEqual([{ DeveloperName: 'Room_News', MasterLabel: 'Rooms' }]);
  expect(types()).toEqual([]);
});

test('layouts and the time of the last change follow a deployment', async () => {
  const { org } = await bootOrg({ ...ROOMS, ...layoutFile('Room__c', [['Name!'], []]) });

  deploy(org, layoutFile('Room__c', [['Name!', 'Seats__c'], []]));

  expect(JSON.stringify(org.pages.layouts)).toContain('Seats__c');
  expect(org.deployedAt).toEqual(new Date('2026-11-22T10:00:01.000Z'));
});

const CHANGE = {
  ...double('Seats__c * 3'),
  ...rollUpFile('Room__c', 'Desks__c', 'count', 'Desk__c.Room__c'),
  ...without(fieldFile('Room__c', 'Note__c', '')),
  ...without(NEWS),
  'notificationtypes/Other.notiftype-meta.xml': component(
    'CustomNotificationType',
    '<customNotifTypeName>Other</customNotifTypeName><desktop>true</desktop><masterLabel>Other</masterLabel><mobile>true</mobile>',
  ),
};

test.each([
  ['a validation', { ...CHANGE }, { checkOnly: true }],
  ['a deployment whose flow is broken', { ...CHANGE, ...BROKEN_FLOW }, { checkOnly: false }],
])('%s leaves nothing behind', async (_, files, options) => {
  const { org, admin, clock } = await bootOrg({ ...HOUSE, ...NEWS });
  create(org, admin, 'Room__c', { Name: 'Blue', Seats__c: 4, Note__c: 'Quiet' });
  const [before, source, schema, deployedAt] = [contents(org), org.source(), org.schema, org.deployedAt];

  const attempt = (): void => {
    deploy(org, files, options);
  };
  if (options.checkOnly) attempt();
  else expect(attempt).toThrow('Test_Flow: ');

  expect(contents(org)).toEqual(before);
  expect([org.source(), org.schema, org.deployedAt]).toEqual([source, schema, deployedAt]);
  expect(queried(org, admin, 'Double__c')).toEqual([8]);
  clock.advance(2 * DAY);
  expect(titles(org)).toEqual(['Blue']);
});

test('flows and formulas that were deployed are there after a restart', async () => {
  const state = mkdtempSync(join(tmpdir(), 'groundwork-org-'));
  const boot = (): Promise<LocalOrg> =>
    withSource(HOUSE, (source) => createOrg({ source, state, clock: new VirtualClock({ frozenAt: START }) }));
  const first = await boot();
  deploy(first, { ...double('Seats__c * 3'), ...roomFlow({ first: 'Find_Type', body: NOTIFY }) });
  first.close();
  const second = await boot();
  const admin = userNamed(second, 'adi@groundwork.example');

  create(second, admin, 'Room__c', { Name: 'Blue', Seats__c: 4 });

  expect(queried(second, admin, 'Double__c')).toEqual([12]);
  expect(titles(second)).toEqual(['Blue']);
  second.close();
  rmSync(state, { recursive: true });
});
