import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, COLLECTION, decide, fields, filters, flow, goTo, value, variable } from './flow-xml.ts';

const NOTES = variable('notes', 'SObject', `${COLLECTION}<objectType>Note__c</objectType>`);
const NOTE = variable('note', 'SObject', '<objectType>Note__c</objectType>');

/** A Get Records element that stores what it finds under its own name. */
function get(name: string, object: string, inner: string, next?: string): string {
  return `<recordLookups><name>${name}</name><object>${object}</object><storeOutputAutomatically>true</storeOutputAutomatically>${inner}${goTo(next)}</recordLookups>`;
}

const FIRST = '<getFirstRecordOnly>true</getFirstRecordOnly>';
const ALL = '<getFirstRecordOnly>false</getFirstRecordOnly>';

/** The names, in order, of the notes that a lookup of all finds; three are there, of which the third has no rank. */
function found(inner: string, body = ''): unknown {
  const org = new FlowOrg(
    flow({
      first: 'Get',
      body: [
        get('Get', 'Note__c', ALL + inner, 'Each'),
        `<loops><name>Each</name><collectionReference>Get</collectionReference>${goTo('Join', 'nextValueConnector')}${goTo('Keep', 'noMoreValuesConnector')}</loops>`,
        assign('Join', [['$Record.Name', 'Add', '=Each.Name']], 'Each'),
        `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference></recordUpdates>`,
        body,
      ].join(''),
      on: 'Create',
    }),
  );
  org.insert('Note__c', { Name: 'b', Rank__c: 2 }, { Name: 'A', Rank__c: 1 }, { Name: 'c_c', Rank__c: null });
  const [result] = org.insert('Request__c', { Name: '', Status__c: 'B', Amount__c: 2 });
  return result?.errors[0]?.message ?? org.all('Request__c')[0]?.['Name'];
}

const RANKS = variable('ranks', 'Number', COLLECTION);

test.each<[string, string]>([
  ['', 'bAc_c'],
  [filters([['Name', 'EqualTo', '=$Record.Status__c']]), 'b'],
  [filters([['Name', 'NotEqualTo', 'a']]), 'bc_c'],
  [filters([['Rank__c', 'NotEqualTo', 1]]), 'bc_c'],
  [filters([['Rank__c', 'LessThan', '=$Record.Amount__c']]), 'A'],
  [filters([['Rank__c', 'GreaterThanOrEqualTo', 1]]), 'bA'],
  [filters([['Rank__c', 'IsNull', true]]), 'c_c'],
  [filters([['Rank__c', 'IsNull', false]]), 'bA'],
  [filters([['Rank__c', 'EqualTo', null]]), 'c_c'],
  [filters([['Name', 'StartsWith', 'C']]), 'c_c'],
  [filters([['Name', 'EndsWith', 'c']]), 'c_c'],
  [filters([['Name', 'Contains', '_']]), 'c_c'],
  [
    filters(
      [
        ['Name', 'EqualTo', 'a'],
        ['Rank__c', 'EqualTo', 2],
      ],
      'or',
    ),
    'bA',
  ],
  [
    filters(
      [
        ['Rank__c', 'GreaterThan', 1],
        ['Name', 'EqualTo', 'a'],
      ],
      'NOT 1 AND NOT 2',
    ),
    'c_c',
  ],
  ['<sortField>Name</sortField><sortOrder>Asc</sortOrder>', 'Abc_c'],
  ['<sortField>Rank__c</sortField><sortOrder>Desc</sortOrder>', 'c_cbA'],
  [`<sortField>Name</sortField><sortOrder>Desc</sortOrder>${value(2, 'limit')}`, 'c_cb'],
])('a lookup with "%s" finds %s', (inner, expected) => {
  expect(found(inner)).toBe(expected);
});

test('a lookup can look for the values of a collection', () => {
  const org = new FlowOrg(
    flow({
      first: 'Fill',
      on: 'Create',
      body: [
        RANKS,
        assign(
          'Fill',
          [
            ['ranks', 'Add', 1],
            ['ranks', 'Add', 3],
          ],
          'Remove',
        ),
        `<recordDeletes><name>Remove</name><object>Note__c</object>${filters([['Rank__c', 'In', '=ranks']])}${goTo('Rest')}</recordDeletes>`,
        `<recordUpdates><name>Rest</name><object>Note__c</object>${filters([['Rank__c', 'NotIn', '=ranks']])}${fields({ Name: 'kept' })}</recordUpdates>`,
      ].join(''),
    }),
  );
  org.insert('Note__c', { Name: 'a', Rank__c: 1 }, { Name: 'b', Rank__c: 2 }, { Name: 'c', Rank__c: 3 });
  org.insert('Request__c', {});

  expect(org.all('Note__c').map(({ Name, Rank__c }) => [Name, Rank__c])).toEqual([['kept', 2]]);
});

test('a lookup that finds nothing is null, and its fields cannot be read', () => {
  const body = (left: string): string =>
    get('Get', 'Note__c', FIRST, 'Ask') +
    decide('Ask', [[left, 'IsNull', true]], { yes: 'Refuse' }) +
    '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>None.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>';
  const [asked] = new FlowOrg(flow({ first: 'Get', body: body('Get') })).insert('Request__c', {});
  const [read] = new FlowOrg(flow({ first: 'Get', body: body('Get.Id') })).insert('Request__c', {});

  expect(asked?.errors[0]?.message).toBe('None.');
  expect(read?.errors[0]?.message).toContain(
    "failed to access the value for Get.Id because it hasn't been set or assigned.",
  );
});

test('a lookup stores into variables, and clears them only when it is told to', () => {
  const lookup = (clears: boolean): string =>
    `<recordLookups><name>Get</name><object>Note__c</object>${filters([['Name', 'EqualTo', 'x']])}<assignNullValuesIfNoRecordsFound>${String(clears)}</assignNullValuesIfNoRecordsFound>
     <outputAssignments><assignToReference>rank</assignToReference><field>Rank__c</field></outputAssignments>${goTo('Keep')}</recordLookups>
     <recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Amount__c: '=rank' })}</recordUpdates>`;
  const run = (clears: boolean, name: string): unknown => {
    const org = new FlowOrg(
      flow({ first: 'Get', on: 'Create', body: lookup(clears) + variable('rank', 'Number', value(7)) }),
    );
    org.insert('Note__c', { Name: name, Rank__c: 5 });
    org.insert('Request__c', {});
    return org.all('Request__c')[0]?.['Amount__c'];
  };

  expect([run(false, 'x'), run(false, 'y'), run(true, 'y')]).toEqual([5, 7, null]);
});

test('a record variable keeps what it has when nothing is found, unless it is to be cleared', () => {
  const lookup = (clears: boolean): string =>
    `<recordLookups><name>Get</name><object>Note__c</object>${filters([['Name', 'EqualTo', 'x']])}<outputReference>note</outputReference><assignNullValuesIfNoRecordsFound>${String(clears)}</assignNullValuesIfNoRecordsFound>${goTo('Ask')}</recordLookups>`;
  const run = (clears: boolean): unknown => {
    const body = [
      NOTE,
      assign('Fill', [['note.Name', 'Assign', 'old']], 'Get'),
      lookup(clears),
      decide('Ask', [['note', 'IsNull', true]], { yes: 'Keep' }),
      `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Status__c: 'cleared' })}</recordUpdates>`,
    ];
    const org = new FlowOrg(flow({ first: 'Fill', on: 'Create', body: body.join('') }));
    org.insert('Request__c', {});
    return org.all('Request__c')[0]?.['Status__c'];
  };

  expect([run(true), run(false)]).toEqual(['cleared', null]);
});

test('only the fields that are asked for are read', () => {
  const body =
    get('Get', 'Note__c', `${FIRST}<queriedFields>Id</queriedFields><queriedFields>Name</queriedFields>`, 'Keep') +
    `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Plan__c: '{!Get.Name}|{!Get.Rank__c}' })}</recordUpdates>`;
  const org = new FlowOrg(flow({ first: 'Get', on: 'Create', body }));
  org.insert('Note__c', { Name: 'a', Rank__c: 5 });
  org.insert('Request__c', {});

  expect(org.all('Request__c')[0]?.['Plan__c']).toBe('a|');
});

test('a record is created with values, and its id is known', () => {
  const body = [
    `<recordCreates><name>Add</name><object>Note__c</object>${fields({ Request__c: '=$Record.Id', Name: 'For {!$Record.Name}', Rank__c: 3 })}<storeOutputAutomatically>true</storeOutputAutomatically>${goTo('Keep')}</recordCreates>`,
    `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Plan__c: '=Add' })}</recordUpdates>`,
  ].join('');
  const org = new FlowOrg(flow({ first: 'Add', on: 'Create', body }));
  const [result] = org.insert('Request__c', { Name: 'R' });
  const [note] = org.all('Note__c');

  expect(note).toMatchObject({ Request__c: result?.id, Name: 'For R', Rank__c: 3 });
  expect(org.all('Request__c')[0]?.['Plan__c']).toBe(note?.['Id']);
});

test('a collection is created in one statement, changed and deleted', () => {
  const body = [
    NOTES,
    NOTE,
    assign(
      'Fill',
      [
        ['note.Name', 'Assign', 'a'],
        ['notes', 'Add', '=note'],
        ['note.Name', 'Assign', 'b'],
        ['notes', 'Add', '=note'],
      ],
      'Add',
    ),
    `<recordCreates><name>Add</name><inputReference>notes</inputReference>${goTo('Change')}</recordCreates>`,
    `<recordUpdates><name>Change</name><inputReference>notes</inputReference>${fields({ Rank__c: 1 })}${goTo('First')}</recordUpdates>`,
    assign('First', [['notes', 'RemovePosition', 2]], 'Remove'),
    `<recordDeletes><name>Remove</name><inputReference>notes</inputReference></recordDeletes>`,
  ].join('');
  const org = new FlowOrg(flow({ first: 'Fill', on: 'Create', body }));
  org.insert('Request__c', {});

  expect(org.all('Note__c').map(({ Name, Rank__c }) => [Name, Rank__c])).toEqual([['b', 1]]);
  expect(org.writes).toEqual([2, 2, 1]);
});

test('a record that the trigger looks up is updated', () => {
  const body = `<recordUpdates><name>Mark</name><inputReference>$Record.Account__r</inputReference>${fields({ Rating: 'Hot' })}</recordUpdates>`;
  const org = new FlowOrg(flow({ first: 'Mark', body }));
  const [account] = org.insert('Account', { Name: 'Acme' });
  org.insert('Request__c', { Account__c: account?.id ?? null }, { Account__c: null });

  expect(org.all('Account')[0]?.['Rating']).toBe('Hot');
});

test('the triggering record is updated only where its filters hold', () => {
  const update = `<recordUpdates><name>Mark</name><inputReference>$Record</inputReference>${filters([['Amount__c', 'GreaterThan', 5]])}${fields({ Status__c: 'Big' })}</recordUpdates>`;
  for (const when of ['RecordBeforeSave', 'RecordAfterSave'] as const) {
    const org = new FlowOrg(flow({ first: 'Mark', on: 'Create', when, body: update }));
    org.insert('Request__c', { Amount__c: 5 }, { Amount__c: 6 });

    expect(org.all('Request__c').map(({ Status__c }) => Status__c)).toEqual([null, 'Big']);
    expect(org.writes).toEqual(when === 'RecordBeforeSave' ? [] : [1]);
  }
});

test('only what a flow changed of a record is written', () => {
  const body =
    get('Get', 'Note__c', FIRST, 'Set') +
    assign('Set', [['Get.Rank__c', 'Add', 1]], 'Keep') +
    '<recordUpdates><name>Keep</name><inputReference>Get</inputReference></recordUpdates>';
  const org = new FlowOrg(flow({ first: 'Get', body }));
  org.insert('Note__c', { Name: 'a', Rank__c: 5 });
  const written: unknown[] = [];
  const write = org.write.bind(org);
  org.write = (operations, transaction) => {
    written.push(...operations.map((operation) => ('values' in operation ? operation.values : {})));
    return write(operations, transaction);
  };
  org.insert('Request__c', {});

  expect(written).toEqual([{}, { Rank__c: 6 }]);
});
