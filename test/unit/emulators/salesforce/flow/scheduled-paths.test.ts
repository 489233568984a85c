import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, fields, filters, flow } from './flow-xml.ts';

const OPEN = filters([['Status__c', 'EqualTo', 'Open']]);
const NEWLY = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';

function path(inner: string): string {
  return `<scheduledPaths><name>Later</name><label>Later</label><connector><targetReference>Add</targetReference></connector>${inner}</scheduledPaths>`;
}

const offset = (number: number, unit: string): string =>
  `<offsetNumber>${number}</offsetNumber><offsetUnit>${unit}</offsetUnit>`;
const EVENT = '<timeSource>RecordTriggerEvent</timeSource>';
const DUE = '<recordField>Due__c</recordField><timeSource>RecordField</timeSource>';

const add = `<recordCreates><name>Add</name><object>Note__c</object>${fields({ Name: '{!$Record.Name} {!$Record.Status__c}' })}</recordCreates>`;

function later(start: string, body = add): FlowOrg {
  return new FlowOrg(flow({ start, body }));
}

function times(org: FlowOrg): string[] {
  return [...org.planned.values()].map(({ at }) => at.toISOString());
}

function notes(org: FlowOrg): unknown[] {
  return org.all('Note__c').map(({ Name }) => Name);
}

test.each<[string, string, string | undefined]>([
  [EVENT, offset(90, 'Minutes'), '2026-11-22T13:30:00.000Z'],
  [EVENT, offset(2, 'Hours'), '2026-11-22T14:00:00.000Z'],
  [EVENT, offset(3, 'Months'), '2027-02-22T12:00:00.000Z'],
  [DUE, offset(-21, 'Days'), '2026-12-10T00:00:00.000Z'],
  [DUE, offset(1, 'Weeks'), '2027-01-07T00:00:00.000Z'],
  [DUE, offset(2, 'Months'), '2027-02-28T00:00:00.000Z'],
])('%s and %s make it %s', (source, shift, expected) => {
  const org = later(OPEN + path(shift + source));
  org.insert('Request__c', { Status__c: 'Open', Due__c: '2026-12-31' });

  expect(times(org)).toEqual([expected]);
});

test('a path runs once when its time has come, for the record as it is then', () => {
  const org = later(path(offset(1, 'Days') + EVENT));
  const [result] = org.insert('Request__c', { Name: 'R', Status__c: 'New' });
  org.advanceTo('2026-11-23T11:59:59.000Z');
  expect(notes(org)).toEqual([]);

  org.planned.forEach((planned) => expect(planned).toMatchObject({ recordId: result?.id, object: 'Request__c' }));
  expect(org.advanceTo('2026-11-23T12:00:00.000Z')).toEqual([]);
  org.advanceTo('2026-11-24T12:00:00.000Z');
  expect(notes(org)).toEqual(['R New']);
});

test('a record that no longer meets the criteria drops its path', () => {
  const org = later(OPEN + NEWLY + path(offset(1, 'Days') + EVENT));
  const [result] = org.insert('Request__c', { Status__c: 'Open' });
  org.now = new Date('2026-11-22T15:00:00.000Z');
  org.update('Request__c', { Id: result?.id ?? '', Amount__c: 1 });
  expect(times(org)).toEqual(['2026-11-23T12:00:00.000Z']);

  org.update('Request__c', { Id: result?.id ?? '', Status__c: 'Closed' });
  expect(times(org)).toEqual([]);
});

test('a path moves with the field it hangs on, and goes when that is blank', () => {
  const org = later(OPEN + NEWLY + path(offset(-1, 'Days') + DUE));
  const [result] = org.insert('Request__c', { Status__c: 'Open', Due__c: '2026-12-10' });
  const Id = result?.id ?? '';
  org.update('Request__c', { Id, Due__c: '2026-12-20' });
  expect(times(org)).toEqual(['2026-12-19T00:00:00.000Z']);

  org.update('Request__c', { Id, Due__c: null });
  expect(times(org)).toEqual([]);
});

test('a path that has run does not come back when the field moves', () => {
  const org = later(OPEN + NEWLY + path(offset(0, 'Days') + DUE));
  const [result] = org.insert('Request__c', { Status__c: 'Open', Due__c: '2026-11-23' });
  org.advanceTo('2026-11-23T00:00:00.000Z');
  org.update('Request__c', { Id: result?.id ?? '', Due__c: '2026-12-20' });

  expect([notes(org).length, times(org)]).toEqual([1, []]);
});

test('a path whose time has passed is due at once', () => {
  const org = later(OPEN + path(offset(-30, 'Days') + DUE));
  org.insert('Request__c', { Name: 'R', Status__c: 'Open', Due__c: '2026-12-01' });
  org.advanceTo('2026-11-22T12:00:00.000Z');

  expect(notes(org)).toEqual(['R Open']);
});

test('a deleted record takes its paths along', () => {
  const org = later(OPEN + path(offset(1, 'Days') + EVENT));
  const [result] = org.insert('Request__c', { Status__c: 'Open' });
  org.delete('Request__c', result?.id ?? '');

  expect(times(org)).toEqual([]);
});

test('paths run in batches, the earliest first', () => {
  const org = later(path(`${offset(0, 'Days')}${DUE}<maxBatchSize>2</maxBatchSize>`));
  const due = ['2026-12-03', '2026-12-01', '2026-12-02'];
  org.insert('Request__c', ...due.map((Due__c) => ({ Name: Due__c, Status__c: '', Due__c })));
  org.advanceTo('2026-12-31T00:00:00.000Z');

  expect(notes(org)).toEqual(['2026-12-01 ', '2026-12-02 ', '2026-12-03 ']);
  expect(org.writes).toEqual([2, 1]);
});

test('a path that fails tells so, and what it did not share in goes on', () => {
  const org = later(path(`${offset(1, 'Days')}${EVENT}`));
  org.rule = (object, { Name }) => (object === 'Note__c' && String(Name).startsWith('bad') ? 'No' : undefined);
  org.insert('Request__c', { Name: 'bad', Status__c: '' }, { Name: 'good', Status__c: '' });
  const errors = org.advanceTo('2026-11-23T12:00:00.000Z');

  expect(errors.map(({ statusCode }) => statusCode)).toEqual(['CANNOT_EXECUTE_FLOW_TRIGGER']);
  expect(notes(org)).toEqual(['good ']);
});

const ASYNC =
  '<scheduledPaths><connector><targetReference>Add</targetReference></connector><pathType>AsyncAfterCommit</pathType></scheduledPaths>';

test('an asynchronous path runs after the commit, and knows what the record was', () => {
  const body = `<recordCreates><name>Add</name><object>Note__c</object>${fields({ Name: '{!$Record__Prior.Status__c}>{!$Record.Status__c}' })}</recordCreates>`;
  const org = later(OPEN + ASYNC, body);
  const [result] = org.insert('Request__c', { Status__c: 'New' });
  org.update('Request__c', { Id: result?.id ?? '', Status__c: 'Open' });
  org.advanceTo('2026-11-22T12:00:00.000Z');

  expect(notes(org)).toEqual(['New>Open']);
});

test('an asynchronous path runs whatever the record has become', () => {
  const org = later(OPEN + ASYNC);
  const [result] = org.insert('Request__c', { Name: 'R', Status__c: 'Open' });
  org.update('Request__c', { Id: result?.id ?? '', Status__c: 'Closed' });
  org.advanceTo('2026-11-22T12:00:00.000Z');

  expect(notes(org)).toEqual(['R Closed']);
});

test('a path that runs later does not know what the record was', () => {
  const org = later(
    path(offset(1, 'Days') + EVENT),
    assign('Add', [['$Record.Name', 'Assign', '=$Record__Prior.Name']]),
  );
  org.insert('Request__c', {});
  const [error] = org.advanceTo('2026-11-23T12:00:00.000Z');

  expect(error?.message).toContain(
    "failed to access the value for $Record__Prior because it hasn't been set or assigned.",
  );
});
