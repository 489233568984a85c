import { expect, test } from '@jest/globals';
import { FlowOrg, type Rule } from './flow-org.ts';
import { assign, COLLECTION, decide, fields, filters, flow, goTo, variable } from './flow-xml.ts';

const create = (more = ''): string =>
  `<recordCreates><name>Add</name><object>Note__c</object>${fields({ Name: '=$Record.Name', Request__c: '=$Record.Id' })}${more}</recordCreates>`;

const noBadNotes: Rule = (object, record) =>
  object === 'Note__c' && record['Name'] === 'bad' ? 'The name is bad' : undefined;

const DETAILS =
  'This error occurred when the flow tried to create records: FIELD_CUSTOM_VALIDATION_EXCEPTION: The name is bad. You can look up ExceptionCode values in the SOAP API Developer Guide.';

test('a fault that no path takes up refuses the save in the words of the platform', () => {
  const org = new FlowOrg(flow({ first: 'Add', body: create() }));
  org.rule = noBadNotes;
  const [result] = org.insert('Request__c', { Name: 'bad' });

  expect(result).toMatchObject({ success: false });
  expect(result?.errors).toEqual([
    {
      statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      message: `We can't save this record because the “Test Flow” process failed. Give your Salesforce admin these details. ${DETAILS}`,
      fields: [],
    },
  ]);
  expect(org.all('Request__c')).toEqual([]);
});

test('a fault path takes the fault up and knows its message', () => {
  const body =
    create(goTo('Keep', 'faultConnector')) +
    `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Plan__c: '=$Flow.FaultMessage' })}</recordUpdates>`;
  const org = new FlowOrg(flow({ first: 'Add', on: 'Create', body }));
  org.rule = noBadNotes;
  org.insert('Request__c', { Name: 'bad' }, { Name: 'good' });

  expect(org.all('Request__c').map(({ Plan__c }) => Plan__c)).toEqual([DETAILS, null]);
  expect(org.all('Note__c').map(({ Name }) => Name)).toEqual(['good']);
});

test('an element that failed is known to have an error', () => {
  const body =
    create(goTo('Ask', 'faultConnector') + goTo('Ask')) +
    decide('Ask', [['Add', 'HasError', true]], { yes: 'Keep' }) +
    `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Plan__c: 'failed' })}</recordUpdates>`;
  const org = new FlowOrg(flow({ first: 'Add', on: 'Create', body }));
  org.rule = noBadNotes;
  org.insert('Request__c', { Name: 'bad' }, { Name: 'good' });

  expect(org.all('Request__c').map(({ Plan__c }) => Plan__c)).toEqual(['failed', null]);
});

test('of several records the one that failed is told, and none is kept', () => {
  const body = [
    variable('notes', 'SObject', `${COLLECTION}<objectType>Note__c</objectType>`),
    variable('note', 'SObject', '<objectType>Note__c</objectType>'),
    assign(
      'Fill',
      ['good', 'bad'].flatMap((name): [string, string, string][] => [
        ['note.Name', 'Assign', name],
        ['notes', 'Add', '=note'],
      ]),
      'Add',
    ),
    `<recordCreates><name>Add</name><inputReference>notes</inputReference>${goTo('Keep', 'faultConnector')}</recordCreates>`,
    `<recordUpdates><name>Keep</name><inputReference>$Record</inputReference>${fields({ Plan__c: '=$Flow.FaultMessage' })}</recordUpdates>`,
  ].join('');
  const org = new FlowOrg(flow({ first: 'Fill', on: 'Create', body }));
  org.rule = noBadNotes;
  org.insert('Request__c', {});

  expect(org.all('Request__c')[0]?.['Plan__c']).toBe(DETAILS);
  expect(org.all('Note__c')).toEqual([]);
});

test('only the records whose flow failed are told so', () => {
  const org = new FlowOrg(flow({ first: 'Add', body: create() }));
  org.rule = noBadNotes;
  const results = org.insert('Request__c', { Name: 'good' }, { Name: 'bad' });

  expect(results.map(({ errors }) => errors.length)).toEqual([0, 1]);
});

test.each(['RecordBeforeSave', 'RecordAfterSave'] as const)('a custom error refuses a save in %s', (when) => {
  const body = `<customErrors><name>Refuse</name>
    <customErrorMessages><errorMessage>{!$Record.Name} is too big.</errorMessage><fieldSelection>amount__c</fieldSelection><isFieldError>true</isFieldError></customErrorMessages>
    <customErrorMessages><errorMessage>Ask a person.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>`;
  const org = new FlowOrg(flow({ first: 'Refuse', when, start: filters([['Amount__c', 'GreaterThan', 5]]), body }));
  const [kept, refused] = [
    org.insert('Request__c', { Amount__c: 5 }),
    org.insert('Request__c', { Name: 'R', Amount__c: 6 }),
  ];

  expect(kept[0]?.errors).toEqual([]);
  expect(refused[0]?.errors).toEqual([
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'R is too big.', fields: ['Amount__c'] },
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Ask a person.', fields: [] },
  ]);
});

test('a custom error of a record within is a fault of the flow that writes it', () => {
  const refusing = flow({
    name: 'Refuse_Notes',
    object: 'Note__c',
    when: 'RecordBeforeSave',
    first: 'Refuse',
    body: '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>No notes.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>',
  });
  const [result] = new FlowOrg(flow({ first: 'Add', body: create() }), refusing).insert('Request__c', { Name: 'R' });

  expect(result?.errors[0]?.message).toContain(
    'the “Test Flow” process failed. Give your Salesforce admin these details. This error occurred when the flow tried to create records: FIELD_CUSTOM_VALIDATION_EXCEPTION: No notes.. You can look up',
  );
});

test('a deletion can be refused, and only it', () => {
  const refuse = flow({
    on: 'Delete',
    when: 'RecordBeforeDelete',
    first: 'Refuse',
    start: filters([['Status__c', 'EqualTo', 'Open']]),
    body: '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>Still open.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>',
  });
  const org = new FlowOrg(refuse);
  const [open, closed] = org.insert('Request__c', { Status__c: 'Open' }, { Status__c: 'Closed' });

  expect(org.delete('Request__c', open?.id ?? '')[0]?.errors[0]?.message).toBe('Still open.');
  expect(org.delete('Request__c', closed?.id ?? '')[0]?.errors).toEqual([]);
  expect(org.all('Request__c').map(({ Status__c }) => Status__c)).toEqual(['Open']);
});

test('a flow that goes in circles ends at the limit', () => {
  const body = assign('A', [], 'B') + assign('B', [], 'A');
  const [result] = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'A', body })).insert('Request__c', {});

  expect(result?.errors[0]?.message).toContain('LIMIT_EXCEEDED: System.LimitException: Apex CPU time limit exceeded');
});

test('a flow that sets itself off ends at the limit, and no fault path hides it', () => {
  const body =
    `<recordUpdates><name>Again</name><inputReference>$Record</inputReference>${goTo('Hide', 'faultConnector')}</recordUpdates>` +
    assign('Hide', []);
  const org = new FlowOrg(flow({ first: 'Again', body }));
  const [result] = org.insert('Request__c', {});

  expect(result?.errors).toEqual([
    {
      statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      message:
        "We can't save this record because the “Test Flow” process failed. Give your Salesforce admin these details. LIMIT_EXCEEDED: System.LimitException: Maximum trigger depth exceeded",
      fields: [],
    },
  ]);
  expect(org.all('Request__c')).toEqual([]);
});
