import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, autolaunched, fields, flow, goTo, value, variable } from './flow-xml.ts';

const INPUT = '<isInput>true</isInput>';
const OUTPUT = '<isOutput>true</isOutput>';

const doubling = autolaunched({
  name: 'Double_It',
  first: 'Double',
  body: [
    variable('number', 'Number', INPUT + value(1)),
    variable('result', 'Number', OUTPUT),
    '<formulas><name>twice</name><dataType>Number</dataType><expression>{!number} * 2</expression></formulas>',
    assign('Double', [['result', 'Assign', '=twice']]),
  ].join(''),
});

const input = (name: string, given: string): string =>
  `<inputAssignments><name>${name}</name>${value(given)}</inputAssignments>`;

function call(flowName: string, inner: string, next?: string): string {
  return `<subflows><name>Call</name><flowName>${flowName}</flowName>${inner}${goTo(next)}</subflows>`;
}

const keep = (given: string): string =>
  `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Amount__c: given })}</recordUpdates>`;

test('a subflow is given inputs and gives outputs back', () => {
  const outputs =
    '<outputAssignments><assignToReference>doubled</assignToReference><name>result</name></outputAssignments>';
  const body =
    call('Double_It', input('number', '=$Record.Amount__c') + outputs, 'Keep') +
    keep('=doubled') +
    variable('doubled', 'Number');
  const org = new FlowOrg(flow({ first: 'Call', on: 'Create', body }), doubling);
  org.insert('Request__c', { Amount__c: 4 }, { Amount__c: 5 });

  expect(org.all('Request__c').map(({ Amount__c }) => Amount__c)).toEqual([8, 10]);
});

test('outputs are stored under the name of the element, and a missing input keeps its default', () => {
  const body =
    call('Double_It', '<storeOutputAutomatically>true</storeOutputAutomatically>', 'Keep') + keep('=Call.result');
  const org = new FlowOrg(flow({ first: 'Call', on: 'Create', body }), doubling);
  org.insert('Request__c', { Amount__c: 4 });

  expect(org.all('Request__c')[0]?.['Amount__c']).toBe(2);
});

const writing = autolaunched({
  name: 'Write_Note',
  first: 'Add',
  body:
    variable('text', 'String', INPUT) +
    `<recordCreates><name>Add</name><object>Note__c</object>${fields({ Name: '=text' })}</recordCreates>`,
});

test('what subflows write is written together', () => {
  const org = new FlowOrg(flow({ first: 'Call', body: call('Write_Note', input('text', '=$Record.Name')) }), writing);
  org.insert('Request__c', { Name: 'a' }, { Name: 'b' });

  expect(org.all('Note__c').map(({ Name }) => Name)).toEqual(['a', 'b']);
  expect(org.writes).toEqual([2]);
});

test('a fault in a subflow fails the flow that called it', () => {
  const org = new FlowOrg(flow({ first: 'Call', body: call('Write_Note', input('text', '=$Record.Name')) }), writing);
  org.rule = (object) => (object === 'Note__c' ? 'No notes' : undefined);
  const [result] = org.insert('Request__c', { Name: 'a' });

  expect(result?.errors[0]?.message).toContain('“Test Flow” process failed');
  expect(result?.errors[0]?.message).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION: No notes.');
});
