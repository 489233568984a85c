import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, COLLECTION, flow, goTo, value, variable, type Given } from './flow-xml.ts';

const VARIABLES =
  variable('numbers', 'Number', COLLECTION) +
  variable('notes', 'SObject', `${COLLECTION}<objectType>Note__c</objectType>`) +
  variable('note', 'SObject', '<objectType>Note__c</objectType>');

function loop(collection: string, order: 'Asc' | 'Desc', each: string, done?: string): string {
  return `<loops><name>Each</name><collectionReference>${collection}</collectionReference><iterationOrder>${order}</iterationOrder>${goTo(each, 'nextValueConnector')}${goTo(done, 'noMoreValuesConnector')}</loops>`;
}

/** What a new request is called after the elements ran, with the numbers 3, 1, 2 to begin with. */
function name(...elements: string[]): unknown {
  const fill = [3, 1, 2].map((number): [string, string, Given] => ['numbers', 'Add', number]);
  const body = [VARIABLES, assign('Fill', fill, 'Next'), ...elements].join('');
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Fill', body }));
  const [result] = org.insert('Request__c', { Name: '' });
  return result?.errors[0]?.message ?? org.all('Request__c')[0]?.['Name'];
}

const next = assign('Next', [], 'Each');
const join = (item: string): string => assign('Join', [['$Record.Name', 'Add', `{!${item}},`]], 'Each');

test('a loop goes through a collection in either order, and then on', () => {
  expect(
    name(next, loop('numbers', 'Asc', 'Join', 'End'), join('Each'), assign('End', [['$Record.Name', 'Add', 'end']])),
  ).toBe('3,1,2,end');
  expect(name(next, loop('numbers', 'Desc', 'Join'), join('Each'))).toBe('2,1,3,');
});

test('a loop over nothing goes straight on', () => {
  expect(
    name(next, loop('notes', 'Asc', 'Join', 'End'), join('Each.Name'), assign('End', [['$Record.Name', 'Add', 'end']])),
  ).toBe('end');
});

test('a loop that is entered again starts again', () => {
  const outer = `<loops><name>Outer</name><collectionReference>numbers</collectionReference>${goTo('Each', 'nextValueConnector')}</loops>`;

  expect(name(assign('Next', [], 'Outer'), outer, loop('numbers', 'Asc', 'Join', 'Outer'), join('Each'))).toBe(
    '3,1,2,3,1,2,3,1,2,',
  );
});

test('changing the item of a loop leaves the collection as it was', () => {
  const elements = [
    assign(
      'Next',
      [
        ['note.Rank__c', 'Assign', 1],
        ['notes', 'Add', '=note'],
      ],
      'Each',
    ),
    loop('notes', 'Asc', 'Change', 'Again'),
    assign(
      'Change',
      [
        ['Each.Rank__c', 'Add', 5],
        ['$Record.Name', 'Add', '{!Each.Rank__c},'],
      ],
      'Each',
    ),
    `<loops><name>Again</name><collectionReference>notes</collectionReference>${goTo('Show', 'nextValueConnector')}</loops>`,
    assign('Show', [['$Record.Name', 'Add', '{!Again.Rank__c}']], 'Again'),
  ];

  expect(name(...elements)).toBe('6,1');
});

test('a collection is sorted in place and cut to its limit', () => {
  const sort = (more: string): string =>
    `<collectionProcessors><name>Sort</name><collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>numbers</collectionReference>${more}${goTo('Each')}</collectionProcessors>`;
  const options = (order: string): string =>
    `<sortOptions><doesPutEmptyStringAndNullFirst>false</doesPutEmptyStringAndNullFirst><sortOrder>${order}</sortOrder></sortOptions>`;
  const run = (more: string): unknown =>
    name(assign('Next', [], 'Sort'), sort(more), loop('numbers', 'Asc', 'Join'), join('Each'));

  expect(run(options('Asc'))).toBe('1,2,3,');
  expect(run(`${options('Desc')}<limit>2</limit>`)).toBe('3,2,');
});

test('records are sorted by a field, blanks first or last', () => {
  const sort = (first: boolean): string =>
    `<collectionProcessors><name>Sort</name><collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>notes</collectionReference>
     <sortOptions><doesPutEmptyStringAndNullFirst>${String(first)}</doesPutEmptyStringAndNullFirst><sortField>Rank__c</sortField><sortOrder>Desc</sortOrder></sortOptions>${goTo('Each')}</collectionProcessors>`;
  const items: [string, string, Given][] = [5, null, 7].flatMap((rank): [string, string, Given][] => [
    ['note.Rank__c', 'Assign', rank],
    ['notes', 'Add', '=note'],
  ]);
  const run = (first: boolean): unknown =>
    name(assign('Next', items, 'Sort'), sort(first), loop('notes', 'Asc', 'Join'), join('Each.Rank__c'));

  expect([run(true), run(false)]).toEqual([',7,5,', '7,5,,']);
});

test('a collection is filtered by conditions or by a formula into one of its own', () => {
  const filter = (by: string): string =>
    `<collectionProcessors><name>Keep</name><assignNextValueToReference>item</assignNextValueToReference><collectionProcessorType>FilterCollectionProcessor</collectionProcessorType><collectionReference>numbers</collectionReference>${by}${goTo('Each')}</collectionProcessors>`;
  const condition = `<conditionLogic>and</conditionLogic><conditions><leftValueReference>item</leftValueReference><operator>GreaterThan</operator>${value(1, 'rightValue')}</conditions>`;
  const formula = '<conditionLogic>formula_evaluates_to_true</conditionLogic><formula>{!item} &lt; 3</formula>';
  const run = (by: string, collection: string): unknown =>
    name(assign('Next', [], 'Keep'), filter(by), loop(collection, 'Asc', 'Join'), join('Each'));

  expect(run(condition, 'Keep')).toBe('3,2,');
  expect(run(formula, 'Keep')).toBe('1,2,');
  expect(run(formula, 'numbers')).toBe('3,1,2,');
});
