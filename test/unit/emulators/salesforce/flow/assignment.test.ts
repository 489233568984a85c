import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, COLLECTION, flow, value, variable, type Given } from './flow-xml.ts';

type Item = [target: string, operator: string, given: Given];

/** What a field of a new request holds after these assignments before its save. */
function after(field: string, record: Record<string, string | number | null>, items: Item[], body = ''): unknown {
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Set', body: assign('Set', items) + body }));
  const [result] = org.insert('Request__c', record);
  expect(result?.errors).toEqual([]);
  return org.all('Request__c')[0]?.[field];
}

test.each<[string, Item, string | number | null, string | number | null]>([
  ['a number grows', ['$Record.Amount__c', 'Add', 2.2], 1.1, 3.3],
  ['a number shrinks', ['$Record.Amount__c', 'Subtract', 0.1], 0.3, 0.2],
  ['a blank number counts as 0', ['$Record.Amount__c', 'Add', 2], null, 2],
  ['nothing clears a field', ['$Record.Amount__c', 'Assign', null], 5, null],
])('%s', (_title, item, before, expected) => {
  expect(after('Amount__c', { Amount__c: before }, [item])).toBe(expected);
});

test('days are added to a date and taken from it', () => {
  const later: Item[] = [['$Record.Due__c', 'Add', 10]];
  const sooner: Item[] = [['$Record.Due__c', 'Subtract', 3]];

  expect(after('Due__c', { Due__c: '2026-12-25' }, later)).toBe('2027-01-04');
  expect(after('Due__c', { Due__c: '2026-12-01' }, sooner)).toBe('2026-11-28');
  expect(after('Due__c', { Due__c: null }, later)).toBeNull();
});

test('a date and a time are assigned to each other', () => {
  expect(after('Starts__c', { Due__c: '2026-12-25' }, [['$Record.Starts__c', 'Assign', '=$Record.Due__c']])).toBe(
    '2026-12-25T00:00:00.000Z',
  );
  expect(
    after('Due__c', { Starts__c: '2026-12-25T10:00:00.000Z' }, [['$Record.Due__c', 'Assign', '=$Record.Starts__c']]),
  ).toBe('2026-12-25');
});

test('text takes any single value, as a user sees it', () => {
  const record = {
    Name: 'R',
    Amount__c: 1200.5,
    Done__c: 1,
    Due__c: '2026-12-05',
    Starts__c: '2026-12-05T15:04:00.000Z',
  };
  const text = '{!$Record.Amount__c}|{!$Record.Done__c}|{!$Record.Due__c}|{!$Record.Starts__c}|{!$Record.Status__c}';

  expect(after('Plan__c', record, [['$Record.Plan__c', 'Assign', text]])).toBe(
    '1200.5|true|December 5, 2026|12/5/2026, 3:04 PM|',
  );
  expect(after('Plan__c', record, [['$Record.Plan__c', 'Assign', '=$Record.Amount__c']])).toBe('1200.5');
});

const letters = variable('letters', 'String', COLLECTION) + variable('others', 'String', COLLECTION);
const joined = `<loops><name>Each</name><collectionReference>letters</collectionReference><iterationOrder>Asc</iterationOrder>
  <nextValueConnector><targetReference>Join</targetReference></nextValueConnector></loops>${assign('Join', [['$Record.Name', 'Add', '=Each']], 'Each')}`;

/** The letters that are left of `abcb` after one change. */
function lettersAfter(...items: Item[]): unknown {
  const fill = ['a', 'b', 'c', 'b'].map((letter): Item => ['letters', 'Add', letter]);
  const body = assign('Set', [...fill, ...items], 'Each') + joined + letters;
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Set', body }));
  const [result] = org.insert('Request__c', { Name: '' });
  return result?.errors[0]?.message ?? org.all('Request__c')[0]?.['Name'];
}

test.each<[string, Item[], string]>([
  ['Add puts an item last', [['letters', 'Add', 'd']], 'abcbd'],
  ['AddItem puts an item last', [['letters', 'AddItem', 'd']], 'abcbd'],
  ['AddAtStart puts an item first', [['letters', 'AddAtStart', 'd']], 'dabcb'],
  [
    'Add appends a whole collection',
    [
      ['others', 'Add', 'x'],
      ['others', 'Add', 'y'],
      ['letters', 'Add', '=others'],
    ],
    'abcbxy',
  ],
  ['RemoveFirst takes the first of its kind', [['letters', 'RemoveFirst', 'b']], 'acb'],
  ['RemoveFirst leaves what has none of its kind', [['letters', 'RemoveFirst', 'z']], 'abcb'],
  ['RemoveBeforeFirst keeps the item and what follows', [['letters', 'RemoveBeforeFirst', 'b']], 'bcb'],
  ['RemoveAfterFirst keeps the item and what precedes', [['letters', 'RemoveAfterFirst', 'b']], 'ab'],
  ['RemoveAll takes every one of its kind', [['letters', 'RemoveAll', 'b']], 'ac'],
  [
    'RemoveAll takes everything in a collection',
    [
      ['others', 'Add', 'a'],
      ['others', 'Add', 'b'],
      ['letters', 'RemoveAll', '=others'],
    ],
    'c',
  ],
  [
    'RemoveUncommon keeps what both have',
    [
      ['others', 'Add', 'b'],
      ['letters', 'RemoveUncommon', '=others'],
    ],
    'bb',
  ],
  ['RemovePosition counts from 1', [['letters', 'RemovePosition', 2]], 'acb'],
  [
    'Assign replaces the collection',
    [
      ['others', 'Add', 'x'],
      ['letters', 'Assign', '=others'],
    ],
    'x',
  ],
  ['Assign of nothing empties it', [['letters', 'Assign', null]], ''],
])('%s', (_title, items, expected) => {
  expect(lettersAfter(...items)).toBe(expected);
});

test('a position outside the collection fails the flow', () => {
  expect(lettersAfter(['letters', 'RemovePosition', 5])).toContain('The position 5 is not one of the collection');
});

test('AssignCount counts a collection', () => {
  const items: Item[] = [
    ['letters', 'Add', 'a'],
    ['letters', 'Add', 'b'],
    ['$Record.Amount__c', 'AssignCount', '=letters'],
  ];

  expect(after('Amount__c', {}, items, letters)).toBe(2);
});

test('variables begin with their default, and constants keep theirs', () => {
  const body = `${variable('start', 'Number', value(40))}
    <constants><name>Step</name><dataType>Number</dataType><value><numberValue>2.0</numberValue></value></constants>`;

  expect(
    after(
      'Amount__c',
      {},
      [
        ['start', 'Add', '=Step'],
        ['$Record.Amount__c', 'Assign', '=start'],
      ],
      body,
    ),
  ).toBe(42);
});

test('a record variable becomes a record with its first field, and assigning it copies it', () => {
  const body =
    variable('one', 'SObject', '<objectType>Note__c</objectType>') +
    variable('two', 'SObject', '<objectType>Note__c</objectType>');
  const items: Item[] = [
    ['one.Name', 'Assign', 'a'],
    ['two', 'Assign', '=one'],
    ['two.Name', 'Assign', 'b'],
    ['$Record.Name', 'Assign', '{!one.Name}{!two.Name}'],
  ];

  expect(after('Name', {}, items, body)).toBe('ab');
});

test('a field of a record variable that holds nothing fails the flow', () => {
  const body = variable('one', 'SObject', '<objectType>Note__c</objectType>');
  const items: Item[] = [['$Record.Name', 'Assign', '=one.Name']];
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Set', body: assign('Set', items) + body }));
  const [result] = org.insert('Request__c', {});

  expect(result?.errors[0]?.message).toBe(
    "We can't save this record because the “Test Flow” process failed. Give your Salesforce admin these details. The flow failed to access the value for one.Name because it hasn't been set or assigned.",
  );
});
