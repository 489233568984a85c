import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, COLLECTION, decide, flow, variable, type Given } from './flow-xml.ts';

type Condition = [left: string, operator: string, right: Given];

const RECORD = {
  Name: 'Yellow-Green',
  Status__c: 'Open',
  Amount__c: 100,
  Done__c: 1,
  OwnerId: '005GW0000000001YAA',
  Due__c: '2026-12-01',
  Starts__c: '2026-12-01T08:00:00.000Z',
};

const COLOURS = variable('colours', 'String', COLLECTION) + variable('none', 'String', COLLECTION);

/** Whether a new request, which has a collection of two colours, takes the outcome. */
function holds(conditions: Condition[], logic = 'and'): boolean {
  const body = [
    COLOURS,
    assign(
      'Fill',
      [
        ['colours', 'Add', 'Open'],
        ['colours', 'Add', 'Closed'],
      ],
      'Ask',
    ),
    decide('Ask', conditions, { yes: 'Yes', no: 'No', logic }),
    assign('Yes', [['$Record.Plan__c', 'Assign', 'yes']]),
    assign('No', [['$Record.Plan__c', 'Assign', 'no']]),
  ].join('');
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Fill', body }));
  const [result] = org.insert('Request__c', RECORD);
  expect(result?.errors).toEqual([]);
  return org.all('Request__c')[0]?.['Plan__c'] === 'yes';
}

test.each<[Condition, Condition]>([
  [
    ['$Record.Status__c', 'EqualTo', 'Open'],
    ['$Record.Status__c', 'EqualTo', 'open'],
  ],
  [
    ['$Record.OwnerId', 'EqualTo', '005GW0000000001'],
    ['$Record.OwnerId', 'EqualTo', '005GW0000000002'],
  ],
  [
    ['$Record.Status__c', 'NotEqualTo', 'Closed'],
    ['$Record.Status__c', 'NotEqualTo', 'Open'],
  ],
  [
    ['$Record.Tags__c', 'NotEqualTo', 'Closed'],
    ['$Record.Tags__c', 'EqualTo', 'Closed'],
  ],
  [
    ['$Record.Amount__c', 'GreaterThan', 99],
    ['$Record.Amount__c', 'GreaterThan', 100],
  ],
  [
    ['$Record.Amount__c', 'LessThan', 101],
    ['$Record.Amount__c', 'LessThan', 100],
  ],
  [
    ['$Record.Amount__c', 'GreaterThanOrEqualTo', 100],
    ['$Record.Amount__c', 'GreaterThanOrEqualTo', 101],
  ],
  [
    ['$Record.Amount__c', 'LessThanOrEqualTo', 100],
    ['$Record.Amount__c', 'LessThanOrEqualTo', 99],
  ],
  [
    ['$Record.Due__c', 'GreaterThan', '=$Flow.CurrentDate'],
    ['$Record.Due__c', 'LessThan', '=$Flow.CurrentDate'],
  ],
  [
    ['$Record.Starts__c', 'GreaterThan', '=$Record.Due__c'],
    ['$Record.Starts__c', 'LessThan', '=$Record.Due__c'],
  ],
  [
    ['$Record.Done__c', 'EqualTo', true],
    ['$Record.Done__c', 'EqualTo', false],
  ],
  [
    ['$Record.Done__c', 'EqualTo', '=$GlobalConstant.True'],
    ['$Record.Done__c', 'EqualTo', '=$GlobalConstant.False'],
  ],
  [
    ['$Record.Name', 'StartsWith', 'Yellow'],
    ['$Record.Name', 'StartsWith', 'Green'],
  ],
  [
    ['$Record.Name', 'EndsWith', 'Green'],
    ['$Record.Name', 'EndsWith', 'Yellow'],
  ],
  [
    ['$Record.Name', 'Contains', 'low-G'],
    ['$Record.Name', 'Contains', 'red'],
  ],
  [
    ['$Record.Name', 'IsNull', false],
    ['$Record.Name', 'IsNull', true],
  ],
  [
    ['$Record.Tags__c', 'IsNull', true],
    ['$Record.Tags__c', 'IsNull', false],
  ],
  [
    ['$Record.Tags__c', 'IsBlank', true],
    ['$Record.Name', 'IsBlank', true],
  ],
  [
    ['none', 'IsEmpty', true],
    ['colours', 'IsEmpty', true],
  ],
  [
    ['$Record.Name', 'WasSet', true],
    ['$Record.Tags__c', 'WasSet', true],
  ],
  [
    ['$Record.Status__c', 'In', '=colours'],
    ['$Record.Name', 'In', '=colours'],
  ],
  [
    ['$Record.Name', 'NotIn', '=colours'],
    ['$Record.Status__c', 'NotIn', '=colours'],
  ],
  [
    ['colours', 'Contains', 'Closed'],
    ['colours', 'Contains', 'closed'],
  ],
  [
    ['Fill', 'WasVisited', true],
    ['Yes', 'WasVisited', true],
  ],
  [
    ['$Record.Amount__c', 'NotEqualTo', null],
    ['$Record.Amount__c', 'LessThan', null],
  ],
])('%j holds and %j does not', (right, wrong) => {
  expect([holds([right]), holds([wrong])]).toEqual([true, false]);
});

const T: Condition = ['$Record.Status__c', 'EqualTo', 'Open'];
const F: Condition = ['$Record.Status__c', 'EqualTo', 'Closed'];

test.each<[string, Condition[], boolean]>([
  ['and', [T, F], false],
  ['or', [F, T], true],
  ['1 OR 2 AND 3', [T, F, F], true],
  ['(1 OR 2) AND 3', [T, F, F], false],
  ['1 AND NOT 2', [T, F], true],
  ['not (1 and 2)', [T, T], false],
])('conditions are joined by %s', (logic, conditions, expected) => {
  expect(holds(conditions, logic)).toBe(expected);
});

test('the first outcome whose conditions are met is taken, and is true from then on', () => {
  const second = decide('Later', [['Ask_Yes', 'EqualTo', true]], { yes: 'Mark' });
  const body = [
    `<decisions><name>Ask</name>
      <rules><name>Ask_No</name><conditionLogic>and</conditionLogic><conditions><leftValueReference>$Record.Name</leftValueReference><operator>IsNull</operator><rightValue><booleanValue>true</booleanValue></rightValue></conditions></rules>
      <rules><name>Ask_Yes</name><conditionLogic>and</conditionLogic><conditions><leftValueReference>$Record.Name</leftValueReference><operator>IsNull</operator><rightValue><booleanValue>false</booleanValue></rightValue></conditions><connector><targetReference>Later</targetReference></connector></rules>
    </decisions>`,
    second,
    assign('Mark', [['$Record.Name', 'Assign', '{!Ask_Yes} {!Ask_No}']]),
  ].join('');
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Ask', body }));
  org.insert('Request__c', { Name: 'R' });

  expect(org.all('Request__c')[0]?.['Name']).toBe('true false');
});

test('an outcome may need a change to meet its conditions', () => {
  const body =
    decide('Ask', [T], {
      yes: 'Mark',
      rule: '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>',
    }) + assign('Mark', [['$Record.Name', 'Add', '!']]);
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Ask', body }));
  const [result] = org.insert('Request__c', { Name: '', Status__c: 'New' });
  const Id = result?.id ?? '';
  org.update('Request__c', { Id, Status__c: 'Open' });
  org.update('Request__c', { Id, Amount__c: 5 });

  expect(org.find('Request__c', Id)?.['Name']).toBe('!');
  const [created] = org.insert('Request__c', { Name: '', Status__c: 'Open' });
  expect(org.find('Request__c', created?.id ?? '')?.['Name']).toBe('!');
});

test('a change is seen by comparing with the record as it was', () => {
  const body =
    decide('Ask', [['$Record.Status__c', 'IsChanged', true]], { yes: 'Mark' }) +
    assign('Mark', [['$Record.Plan__c', 'Assign', 'from {!$Record__Prior.Status__c} to {!$Record.Status__c}']]);
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Ask', body }));
  const [result] = org.insert('Request__c', { Status__c: 'New' });
  const Id = result?.id ?? '';
  org.update('Request__c', { Id, Amount__c: 5 });
  expect(org.find('Request__c', Id)?.['Plan__c']).toBeNull();

  org.update('Request__c', { Id, Status__c: 'Open' });
  expect(org.find('Request__c', Id)?.['Plan__c']).toBe('from New to Open');
});
