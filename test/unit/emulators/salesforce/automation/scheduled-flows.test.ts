import { afterEach, expect, test } from '@jest/globals';
import { bootOrg, closeOrgs, create, stored } from '../data/booted-org.ts';
import { fields, filters, goTo } from '../flow/flow-xml.ts';
import { ruleFile, type SourceFiles } from '../schema/source-folder.ts';
import { ROOMS } from './flow-source.ts';

afterEach(closeOrgs);

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Closes the open rooms, or what the start says. */
function scheduled(frequency: string, startDate: string, startTime: string, more = {}): SourceFiles {
  const {
    start = `<object>Room__c</object>${filters([['State__c', 'EqualTo', 'Open']])}`,
    body = `<recordUpdates><name>Act</name><inputReference>$Record</inputReference>${fields({ State__c: 'Closed', Note__c: 'By {!$Flow.CurrentDate}' })}</recordUpdates>`,
  }: { start?: string; body?: string } = more;
  const schedule = `<schedule><frequency>${frequency}</frequency><startDate>${startDate}</startDate><startTime>${startTime}</startTime></schedule>`;
  return {
    'flows/Nightly.flow-meta.xml': `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><label>Nightly</label><processType>AutoLaunchedFlow</processType><status>Active</status><start>${goTo('Act')}${start}${schedule}<triggerType>Scheduled</triggerType></start>${body}</Flow>`,
  };
}

const ADD = `<recordCreates><name>Act</name><object>Desk__c</object>${fields({ Name: '{!$Flow.CurrentDate}' })}</recordCreates>`;

test('a flow runs every day for the records that meet its filters', async () => {
  const { org, admin, clock } = await bootOrg({ ...ROOMS, ...scheduled('Daily', '2026-11-01', '22:00:00.000Z') });
  const first = create(org, admin, 'Room__c', { Name: 'Blue' });

  clock.advance(11 * HOUR);
  const early = stored(org, 'Room__c', first)?.['State__c'];
  clock.advance(HOUR);
  const second = create(org, admin, 'Room__c', { Name: 'Red' });
  clock.advance(DAY);

  expect([early, stored(org, 'Room__c', first)?.['Note__c']]).toEqual(['Open', 'By November 22, 2026']);
  expect(stored(org, 'Room__c', second)).toMatchObject({ State__c: 'Closed', Note__c: 'By November 23, 2026' });
});

test.each([
  ['Once', '2026-11-22', '12:00:00.000Z', [22]],
  ['Once', '2026-11-21', '12:00:00.000Z', []],
  ['Daily', '2026-11-24', '12:00:00.000Z', [24, 25]],
  ['Weekly', '2026-11-17', '12:00:00.000Z', [24]],
])('a flow without records runs %s from %s %s', async (frequency, date, time, days) => {
  const { org, clock } = await bootOrg({ ...ROOMS, ...scheduled(frequency, date, time, { start: '', body: ADD }) });

  for (let hour = 0; hour < 96; hour += 2) clock.advance(2 * HOUR);

  expect(org.database.prepare('SELECT Name FROM Desk__c ORDER BY Id').all()).toEqual(
    days.map((day) => ({ Name: `November ${day}, 2026` })),
  );
});

test('hundreds of records run in batches, and one that fails is told to the administrator', async () => {
  const { org, admin, clock } = await bootOrg({
    ...ROOMS,
    ...ruleFile('Room__c', 'Stays', 'AND(ISPICKVAL(State__c, "Closed"), Name = "Room 7")', 'This room stays.'),
    ...scheduled('Once', '2026-11-22', '12:00:00.000Z'),
  });
  const rooms = Array.from({ length: 450 }, (_, index) => ({
    kind: 'insert' as const,
    object: 'Room__c',
    values: { Name: `Room ${index}` },
  }));
  const ids = org.write(admin, rooms, { allOrNone: true }).map(({ id }) => id);

  clock.advance(DAY);

  expect(org.database.prepare("SELECT Name FROM Room__c WHERE State__c = 'Open'").all()).toEqual([{ Name: 'Room 7' }]);
  expect(org.messagesSince(0)).toMatchObject([
    { kind: 'flowError', title: 'Error Occurred During Flow "Nightly"', targetId: ids[7] },
  ]);
});

test.each([
  [
    'without a schedule',
    scheduled('Daily', '2026-11-22', '12:00:00.000Z'),
    /<schedule>.*<\/schedule>/,
    'schedule is required',
  ],
  ['every month', scheduled('Monthly', '2026-11-22', '12:00:00.000Z'), /^$/, 'start.schedule.frequency'],
  [
    'that looks back',
    scheduled('Daily', '2026-11-22', '12:00:00.000Z', {
      body: ADD.replace('{!$Flow.CurrentDate}', '{!$Record__Prior.Name}'),
    }),
    /^$/,
    '$Record__Prior exists only in a flow that a created or updated record triggers',
  ],
])('a flow %s is refused', async (_what, files, cut, message) => {
  const cutFiles = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, xml.replace(cut, '')]));

  await expect(bootOrg({ ...ROOMS, ...cutFiles })).rejects.toThrow(message);
});
