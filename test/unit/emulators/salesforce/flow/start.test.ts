import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, filters, flow, type FlowParts } from './flow-xml.ts';

const mark = assign('Mark', [['$Record.Name', 'Add', '!']]);

/** Marks a request before it is saved, each time it runs. */
function marking(parts: FlowParts): FlowOrg {
  return new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Mark', body: mark, ...parts }));
}

/** The marks that a record gets when it is created, and when it is then updated. */
function marks(
  org: FlowOrg,
  created: Record<string, string | number>,
  updated: Record<string, string | number>,
): string {
  const [result] = org.insert('Request__c', { Name: '', ...created });
  const id = result?.id ?? '';
  const afterCreate = String(org.find('Request__c', id)?.['Name']);
  org.update('Request__c', { Id: id, ...updated });
  return `${afterCreate.length},${String(org.find('Request__c', id)?.['Name']).length - afterCreate.length}`;
}

test.each([
  ['Create', '1,0'],
  ['Update', '0,1'],
  ['CreateAndUpdate', '1,1'],
] as const)('a flow on %s runs then and at no other time', (on, expected) => {
  expect(marks(marking({ on }), {}, { Status__c: 'New' })).toBe(expected);
});

test.each(['Draft', 'Obsolete', 'InvalidDraft'])('a flow whose status is %s does not run', (status) => {
  expect(marks(marking({ status }), {}, {})).toBe('0,0');
});

test('filters let through only the records that meet them', () => {
  const org = marking({ start: filters([['Status__c', 'EqualTo', 'Open']]) });

  expect(marks(org, { Status__c: 'New' }, { Status__c: 'Open' })).toBe('0,1');
});

test('filters are joined by their logic', () => {
  const start = filters(
    [
      ['Status__c', 'EqualTo', 'Open'],
      ['Amount__c', 'GreaterThan', 100],
      ['Done__c', 'EqualTo', true],
    ],
    '1 AND (2 OR 3)',
  );
  const org = marking({ start });

  expect(marks(org, { Status__c: 'Open', Amount__c: 100 }, { Amount__c: 101 })).toBe('0,1');
  expect(marks(org, { Status__c: 'New', Amount__c: 101 }, { Status__c: 'Open', Amount__c: 0, Done__c: 1 })).toBe('0,1');
});

test('a filter on a change holds for an update of that field only', () => {
  const org = marking({ start: filters([['Status__c', 'IsChanged', true]]) });

  expect(marks(org, { Status__c: 'New' }, { Status__c: 'Open' })).toBe('0,1');
  expect(marks(org, { Status__c: 'New' }, { Amount__c: 1 })).toBe('0,0');
});

test('a formula decides, and knows what is new and what was', () => {
  const start =
    '<filterFormula>OR(ISNEW(), AND(ISCHANGED({!$Record.Status__c}), TEXT(PRIORVALUE({!$Record.Status__c})) = "New"))</filterFormula>';

  expect(marks(marking({ start }), { Status__c: 'New' }, { Status__c: 'Open' })).toBe('1,1');
  expect(marks(marking({ start }), { Status__c: 'Old' }, { Status__c: 'Open' })).toBe('1,0');
  expect(marks(marking({ start }), { Status__c: 'New' }, { Amount__c: 1 })).toBe('1,0');
});

test('a formula that cannot be worked out refuses the save', () => {
  const org = marking({ start: '<filterFormula>1 / {!$Record.Amount__c} &gt; 1</filterFormula>' });
  const [result] = org.insert('Request__c', { Name: '' });

  expect(result?.errors).toEqual([
    {
      statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      message: expect.stringContaining('“Test Flow” process failed'),
      fields: [],
    },
  ]);
});

test('a flow that needs a change to meet its criteria does not run again while they are met', () => {
  const start = `${filters([['Status__c', 'EqualTo', 'Open']])}<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>`;

  expect(marks(marking({ start }), { Status__c: 'New' }, { Status__c: 'Open' })).toBe('0,1');
  expect(marks(marking({ start }), { Status__c: 'Open' }, { Amount__c: 1 })).toBe('1,0');
});

test('flows run by their order, those without one after 1000, and by name within', () => {
  const writing = (name: string, order?: number): ReturnType<typeof flow> =>
    flow({
      name,
      when: 'RecordBeforeSave',
      first: 'Mark',
      body: assign('Mark', [['$Record.Name', 'Add', name]]),
      ...(order === undefined ? {} : { order }),
    });
  const org = new FlowOrg(writing('Z', 1001), writing('D'), writing('C'), writing('B', 1000), writing('A', 1000));
  org.insert('Request__c', { Name: '' });

  expect(org.all('Request__c')[0]?.['Name']).toBe('ABCDZ');
});

test('a flow of another object is left alone', () => {
  const org = marking({ object: 'Account' });
  org.insert('Request__c', { Name: 'R' });
  org.insert('Account', { Name: 'A' });

  expect([org.all('Request__c')[0]?.['Name'], org.all('Account')[0]?.['Name']]).toEqual(['R', 'A!']);
});
