import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, COLLECTION, decide, fields, filters, flow, goTo, variable } from './flow-xml.ts';

const get = `<recordLookups><name>Get</name><object>Note__c</object><storeOutputAutomatically>true</storeOutputAutomatically><getFirstRecordOnly>true</getFirstRecordOnly>${filters([['Name', 'EqualTo', '=$Record.Name']])}${goTo('Add')}</recordLookups>`;
const add = `<recordCreates><name>Add</name><object>Note__c</object>${fields({ Name: '=$Record.Name' })}</recordCreates>`;

function requests(count: number): { Name: string; Amount__c: number }[] {
  return Array.from({ length: count }, (_, index) => ({ Name: `R${index}`, Amount__c: index }));
}

test('two hundred records take one query and one statement an element', () => {
  const org = new FlowOrg(flow({ first: 'Get', body: get + add }));
  const results = org.insert('Request__c', ...requests(200));

  expect(results.every(({ success }) => success)).toBe(true);
  expect(org.writes).toEqual([200]);
  expect(org.all('Note__c')).toHaveLength(200);
});

test('records on different paths wait for each other where the paths meet', () => {
  const body =
    decide('Ask', [['$Record.Amount__c', 'GreaterThan', 1]], { yes: 'First', no: 'Add' }) +
    `<recordUpdates><name>First</name><inputReference>$Record</inputReference>${fields({ Status__c: 'Big' })}${goTo('Add')}</recordUpdates>` +
    add;
  const org = new FlowOrg(flow({ first: 'Ask', on: 'Create', body }));
  org.insert('Request__c', ...requests(5));

  expect(org.all('Note__c')).toHaveLength(5);
  expect(org.writes.toSorted()).toEqual([2, 3, 3]);
});

/** A flow that does one thing as often as the request's amount tells. */
function repeating(element: string): FlowOrg {
  const body = [
    variable('times', 'Number'),
    decide('Ask', [['times', 'LessThan', '=$Record.Amount__c']], { yes: 'Count' }),
    assign('Count', [['times', 'Add', 1]], 'Do'),
    element,
  ].join('');
  return new FlowOrg(
    flow({ first: 'Start', on: 'Create', body: assign('Start', [['times', 'Assign', 0]], 'Ask') + body }),
  );
}

const query = `<recordLookups><name>Do</name><object>Note__c</object><storeOutputAutomatically>true</storeOutputAutomatically>${goTo('Ask')}</recordLookups>`;
const write = `<recordCreates><name>Do</name><object>Note__c</object>${fields({ Name: 'n' })}${goTo('Ask')}</recordCreates>`;

test.each([
  [query, 100, 'Too many SOQL queries: 101'],
  [write, 150, 'Too many DML statements: 151'],
])('the limit of a transaction holds over all elements: %#', (element, most, message) => {
  const org = repeating(element);
  const [within] = org.insert('Request__c', { Amount__c: most });
  const [beyond] = org.insert('Request__c', { Amount__c: most + 1 });

  expect(within?.errors).toEqual([]);
  expect(beyond?.errors[0]?.message).toContain(`LIMIT_EXCEEDED: System.LimitException: ${message}`);
});

test('nothing to write reaches no record', () => {
  const body = `${variable('none', 'SObject', `${COLLECTION}<objectType>Note__c</objectType>`)}
    <recordCreates><name>Add</name><inputReference>none</inputReference></recordCreates>`;
  const org = new FlowOrg(flow({ first: 'Add', body }));
  const [result] = org.insert('Request__c', {});

  expect([result?.success, org.writes]).toEqual([true, []]);
});
