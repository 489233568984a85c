import { expect, test } from '@jest/globals';
import { compileFlows, FlowError, readFlow, type FlowFile } from '../../../../../emulators/salesforce/flow/index.ts';
import { environment } from './flow-org.ts';
import { assign, autolaunched, COLLECTION, decide, fields, filters, flow, goTo, value, variable } from './flow-xml.ts';

/** What compiling says, with the element it names. */
function refusal(...files: FlowFile[]): string | undefined {
  try {
    compileFlows(files.map(readFlow), environment);
    return undefined;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return `${error.component} ${error.element ?? '-'}: ${error.message
      .split(': ')
      .slice(error.element === undefined ? 1 : 2)
      .join(': ')}`;
  }
}

function body(inner: string): string | undefined {
  return refusal(flow({ body: inner }));
}

test('a sound flow is not refused, and one that is not active is checked as well', () => {
  expect(body(assign('Set', [['$Record.Name', 'Assign', 'x']]))).toBeUndefined();
  expect(refusal(flow({ status: 'Draft', body: assign('Set', [['$Record.Nme', 'Assign', 'x']]) }))).toBe(
    'Test_Flow Set: $Record.Nme: the object Request__c has no field Nme',
  );
});

test.each([
  ['not XML', '<Flow>', /^F -: not well-formed XML: /],
  ['another component', '<Profile/>', /^F -: expected <Flow>$/],
])('%s is refused', (_title, xml, expected) => {
  expect(refusal({ name: 'F', xml })).toMatch(expected);
});

test('a flow with screens, and other kinds of flow, are refused', () => {
  const screens = flow({ body: '<screens><name>Ask</name></screens>' });
  const screenFlow = { ...flow({}), xml: flow({}).xml.replace('AutoLaunchedFlow', 'Flow') };
  const asUser = {
    ...flow({}),
    xml: flow({}).xml.replace('<start>', '<runInMode>SystemModeWithSharing</runInMode><start>'),
  };
  const scheduled = { ...flow({}), xml: flow({}).xml.replace('RecordAfterSave', 'Scheduled') };

  expect(refusal(screens)).toBe('Test_Flow -: screens is not supported');
  expect(refusal(screenFlow)).toMatch(/^Test_Flow -: processType: /);
  expect(refusal(asUser)).toBe('Test_Flow -: runInMode: is not supported yet');
  expect(refusal(scheduled)).toBe(
    'Test_Flow -: start: a schedule goes with an object and filters, or with nothing else',
  );
});

test.each<[string, string]>([
  [assign('Set', [['nowhere', 'Assign', 1]]), 'Test_Flow Set: there is no resource or element nowhere'],
  [assign('Set', [['$Record.Name', 'Assign', '=nowhere']]), 'Test_Flow Set: there is no resource or element nowhere'],
  [assign('Set', [['$Record.Name', 'Assign', '{!nowhere}']]), 'Test_Flow Set: there is no resource or element nowhere'],
  [
    assign('Set', [['$Record.Name', 'Assign', '=$Label.Nowhere']]),
    'Test_Flow Set: there is no $Label.Nowhere, or it is not supported',
  ],
  [
    assign('Set', [['$Record.Name', 'Assign', '=$Flow.Nowhere']]),
    'Test_Flow Set: there is no $Flow.Nowhere, or it is not supported',
  ],
  [
    assign('Set', [['$Record.Name', 'Assign', '=$Record.Owner.Email']]),
    'Test_Flow Set: Owner: expected the object of this lookup, as in Owner:User',
  ],
  [
    assign('Set', [['$Record.Name', 'Assign', '=$Record.Account__r.Nme']]),
    'Test_Flow Set: $Record.Account__r.Nme: the object Account has no field Nme',
  ],
  [
    assign('Set', [['$Record.Account__r.Name', 'Assign', 'x']]),
    "Test_Flow Set: $Record.Account__r.Name can't be assigned a value",
  ],
  [assign('Set', [['$Record.Score__c', 'Assign', 1]]), "Test_Flow Set: $Record.Score__c can't be assigned a value"],
  [assign('Set', [['$Record.Amount__c', 'Assign', 'x']]), "Test_Flow Set: text can't be assigned to number"],
  [assign('Set', [['$Record.Done__c', 'Assign', 1]]), "Test_Flow Set: number can't be assigned to boolean"],
  [assign('Set', [['$Record.Name', 'Assign', '=$Record']]), "Test_Flow Set: Request__c can't be assigned to text"],
  [
    assign('Set', [['$Record.Name', 'Subtract', 'x']]),
    "Test_Flow Set: Subtract can't be used with $Record.Name, which is text",
  ],
  [
    assign('Set', [['$Record.Starts__c', 'Add', 1]]),
    "Test_Flow Set: Add can't be used with $Record.Starts__c, which is datetime",
  ],
  [
    assign('Set', [['many', 'Add', 1]]) + variable('many', 'String', COLLECTION),
    "Test_Flow Set: number can't be assigned to a collection of text",
  ],
  [assign('Set', [], 'Nowhere'), 'Test_Flow Set: there is no element Nowhere to go to'],
  [assign('Same', []) + variable('same', 'String'), 'Test_Flow -: the name Same is used more than once'],
  [
    assign('Set', [['x', 'None', 1]]) + variable('x', 'Number'),
    'Test_Flow Set: assignments.assignmentItems.operator: Invalid option: expected one of "Assign"|"Add"|"Subtract"|"AddItem"|"AddAtStart"|"RemoveFirst"|"RemoveBeforeFirst"|"RemoveAfterFirst"|"RemoveAll"|"RemoveUncommon"|"RemovePosition"|"AssignCount"',
  ],
])('the assignment %s is refused', (inner, expected) => {
  expect(body(inner)).toBe(expected);
});

test.each<[string, string]>([
  [
    decide('Ask', [['$Record.Amount__c', 'Contains', 1]], {}),
    "Test_Flow Ask: Contains can't be used with $Record.Amount__c, which is number",
  ],
  [
    decide('Ask', [['$Record.Name', 'GreaterThan', 'a']], {}),
    "Test_Flow Ask: GreaterThan can't be used with $Record.Name, which is text",
  ],
  [decide('Ask', [['$Record.Amount__c', 'EqualTo', 'x']], {}), "Test_Flow Ask: text can't be assigned to number"],
  [
    decide('Ask', [['$Record.Name', 'In', 'x']], {}),
    'Test_Flow Ask: $Record.Name: expected a single value, and a collection in which to look for it',
  ],
  [decide('Ask', [['$Record.Name', 'IsNull', 'x']], {}), "Test_Flow Ask: text can't be assigned to boolean"],
  [
    decide('Ask', [['$Record__Prior.Name', 'IsChanged', true]], {}),
    'Test_Flow Ask: $Record__Prior.Name: expected a field of $Record, for only these are changed',
  ],
  [decide('Ask', [['Nowhere', 'WasVisited', true]], {}), 'Test_Flow Ask: there is no element Nowhere'],
  [
    decide('Ask', [['$Record.Name', 'IsNull', true]], { logic: '1 AND 2' }),
    'Test_Flow Ask: condition logic "1 AND 2": expected and, or, or the numbers 1 to 1, each at least once, with AND, OR and NOT',
  ],
  [
    decide(
      'Ask',
      [
        ['$Record.Name', 'IsNull', true],
        ['$Record.Name', 'IsNull', true],
      ],
      { logic: '1' },
    ),
    'Test_Flow Ask: condition logic "1": expected and, or, or the numbers 1 to 2, each at least once, with AND, OR and NOT',
  ],
  [
    decide('Ask', [['$Record.Name', 'WasSelected', true]], {}),
    'Test_Flow Ask_Yes: decisions.rules.conditions.operator: Invalid option: expected one of "EqualTo"|"NotEqualTo"|"GreaterThan"|"LessThan"|"GreaterThanOrEqualTo"|"LessThanOrEqualTo"|"StartsWith"|"EndsWith"|"Contains"|"In"|"NotIn"|"IsNull"|"IsBlank"|"IsEmpty"|"IsChanged"|"WasSet"|"WasVisited"|"HasError"',
  ],
])('the decision %s is refused', (inner, expected) => {
  expect(body(inner)).toBe(expected);
});

const lookup = (inner: string): string =>
  `<recordLookups><name>Get</name><object>Note__c</object>${inner}</recordLookups>`;

test.each<[string, string]>([
  [
    '<recordLookups><name>Get</name><object>Nothing__c</object></recordLookups>',
    'Test_Flow Get: there is no object Nothing__c',
  ],
  [lookup(filters([['Nme', 'EqualTo', 'x']])), 'Test_Flow Get: the object Note__c has no field Nme'],
  [lookup(filters([['Rank__c', 'EqualTo', 'x']])), "Test_Flow Get: text can't be assigned to number"],
  [
    lookup(filters([['Rank__c', 'StartsWith', 1]])),
    "Test_Flow Get: StartsWith can't be used with Rank__c, which is double",
  ],
  [lookup(filters([['Name', 'IsChanged', true]])), 'Test_Flow Get: IsChanged is known only where the flow starts'],
  [
    `<recordLookups><name>Get</name><object>Request__c</object>${filters([['Plan__c', 'EqualTo', 'x']])}</recordLookups>`,
    "Test_Flow Get: Request__c.Plan__c can't be filtered on",
  ],
  [lookup('<sortField>Nme</sortField>'), 'Test_Flow Get: the object Note__c has no field Nme'],
  [
    lookup('<relatedRecords><name>More</name></relatedRecords>'),
    'Test_Flow Get: recordLookups.relatedRecords is not supported',
  ],
  [
    lookup('<outputReference>name</outputReference>') + variable('name', 'String'),
    "Test_Flow Get: Note__c can't be assigned to text",
  ],
  [
    `<recordCreates><name>Add</name><object>Request__c</object>${fields({ Score__c: 1 })}</recordCreates>`,
    'Test_Flow Add: Request__c.Score__c is not createable',
  ],
  [
    `<recordUpdates><name>Set</name><object>Request__c</object>${fields({ Id: 'x' })}</recordUpdates>`,
    'Test_Flow Set: Request__c.Id is not updateable',
  ],
  [
    '<recordDeletes><name>Remove</name><inputReference>$Record.Name</inputReference></recordDeletes>',
    'Test_Flow Remove: $Record.Name: expected a record or a collection of records',
  ],
  [
    '<recordCreates><name>Add</name><object>Note__c</object><doesUpsert>true</doesUpsert></recordCreates>',
    'Test_Flow Add: recordCreates.doesUpsert is not supported',
  ],
  [
    '<loops><name>Each</name><collectionReference>$Record</collectionReference></loops>',
    'Test_Flow Each: $Record: expected a collection, found Request__c',
  ],
  [
    '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>x</errorMessage><isFieldError>true</isFieldError><fieldSelection>Nme</fieldSelection></customErrorMessages></customErrors>',
    'Test_Flow Refuse: the object Request__c has no field Nme',
  ],
  [
    '<actionCalls><name>Act</name><actionName>Case.Alert</actionName><actionType>emailAlert</actionType></actionCalls>',
    'Test_Flow Act: there is no e-mail alert Case.Alert',
  ],
  [
    `<actionCalls><name>Act</name><actionName>chatterPost</actionName><actionType>chatterPost</actionType><inputParameters><name>text</name>${value('x')}</inputParameters></actionCalls>`,
    'Test_Flow Act: the input subjectNameOrId is required',
  ],
  [
    `<actionCalls><name>Act</name><actionName>chatterPost</actionName><actionType>chatterPost</actionType>${['text', 'subjectNameOrId', 'colour'].map((name) => `<inputParameters><name>${name}</name>${value('x')}</inputParameters>`).join('')}</actionCalls>`,
    'Test_Flow Act: the input colour of chatterPost is not supported',
  ],
])('the element %s is refused', (inner, expected) => {
  expect(body(inner)).toBe(expected);
});

test.each<[string, string]>([
  ['{!$Record.Nme}', 'Test_Flow f: $Record.Nme: the object Request__c has no field Nme'],
  [
    '$Record.Amount__c',
    'Test_Flow f: The formula expression is invalid: Field $Record.Amount__c does not exist. Check spelling.',
  ],
  [
    '{!$Record.Name}',
    'Test_Flow f: The formula expression is invalid: Formula result is data type (Text), incompatible with expected data type (Number).',
  ],
  ['{!f} + 1', 'Test_Flow f: f refers to itself'],
  ['{!$Record}', 'Test_Flow f: a record or a collection is no value'],
])('the formula %s is refused even where nothing uses it', (expression, expected) => {
  expect(
    body(`<formulas><name>f</name><dataType>Number</dataType><expression>${expression}</expression></formulas>`),
  ).toBe(expected);
});

test.each<[string, string]>([
  [filters([['Nme', 'EqualTo', 'x']]), 'Test_Flow start: $Record.Nme: the object Request__c has no field Nme'],
  [
    `${filters([['Name', 'EqualTo', 'x']])}<filterFormula>TRUE</filterFormula>`,
    'Test_Flow start: start: expected filters or filterFormula, not both',
  ],
  [
    '<scheduledPaths><name>Later</name><timeSource>RecordField</timeSource><recordField>Name</recordField></scheduledPaths>',
    'Test_Flow Later: Name: expected a date or a time',
  ],
  [
    `<scheduledPaths><name>Later</name><timeSource>RecordTriggerEvent</timeSource>${goTo('Nowhere')}</scheduledPaths>`,
    'Test_Flow start: there is no element Nowhere to go to',
  ],
  [
    '<schedule><frequency>Daily</frequency><startDate>2026-11-22</startDate><startTime>09:00:00.000Z</startTime></schedule>',
    'Test_Flow start: a schedule goes with the trigger type Scheduled',
  ],
])('the start %s is refused', (start, expected) => {
  expect(refusal(flow({ start }))).toBe(expected);
});

test('a start that does not go together is refused', () => {
  expect(refusal(flow({ object: 'Nothing__c' }))).toBe('Test_Flow -: start.object: there is no object Nothing__c');
  expect(refusal(flow({ on: 'Delete' }))).toBe(
    'Test_Flow -: start.recordTriggerType: Delete does not go with RecordAfterSave',
  );
  expect(refusal(flow({ first: 'Nowhere' }))).toBe('Test_Flow start: there is no element Nowhere to go to');
});

const UNAVAILABLE = 'this element is not available in a flow that runs before the record is saved';

test.each([
  `<recordCreates><name>X</name><object>Note__c</object></recordCreates>`,
  `<recordUpdates><name>X</name><object>Note__c</object></recordUpdates>`,
  `<recordDeletes><name>X</name><inputReference>$Record</inputReference></recordDeletes>`,
  `<actionCalls><name>X</name><actionName>chatterPost</actionName><actionType>chatterPost</actionType></actionCalls>`,
])('%s is refused before a save', (inner) => {
  expect(refusal(flow({ when: 'RecordBeforeSave', body: inner }))).toBe(`Test_Flow X: ${UNAVAILABLE}`);
});

const call = (name: string, inner = ''): string =>
  `<subflows><name>Call</name><flowName>${name}</flowName>${inner}</subflows>`;

test('a call of a flow that cannot be called is refused', () => {
  const sub = autolaunched({ name: 'Sub', body: variable('inner', 'String') });
  const draft = autolaunched({ name: 'Sub', status: 'Draft' });
  const given = `<inputAssignments><name>inner</name>${value('x')}</inputAssignments>`;

  expect(refusal(flow({ body: call('Sub') }))).toBe('Test_Flow Call: there is no autolaunched flow Sub');
  expect(refusal(flow({ body: call('Other') }), flow({ name: 'Other' }))).toBe(
    'Test_Flow Call: there is no autolaunched flow Other',
  );
  expect(refusal(flow({ body: call('Sub') }), draft)).toBe('Test_Flow Call: the flow Sub is not active');
  expect(refusal(flow({ body: call('Sub', given) }), sub)).toBe('Test_Flow Call: the flow Sub has no input inner');
  expect(refusal(autolaunched({ name: 'Sub', body: call('Sub') }))).toBe(
    'Sub Call: the flow Sub calls itself, which is not supported',
  );
  expect(refusal(autolaunched({ name: 'Sub', body: assign('Set', [['$Record.Name', 'Assign', 'x']]) }))).toBe(
    'Sub Set: $Record exists only in a flow that a record triggers',
  );
});
