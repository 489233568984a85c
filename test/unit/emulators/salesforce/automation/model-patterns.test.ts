import { afterEach, expect, test } from '@jest/globals';
import { bootOrg, closeOrgs, create, stored, writeOne } from '../data/booted-org.ts';
import { assign, COLLECTION, decide, fields, filters, flow, goTo, variable, type FlowParts } from '../flow/flow-xml.ts';
import {
  fieldFile,
  formulaFile,
  metadataRecordFile,
  objectFile,
  picklist,
  rollUpFile,
  type SourceFiles,
} from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { toFile } from './flow-source.ts';

afterEach(closeOrgs);

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';

function object(name: string): SourceFiles {
  const label = name.replace('__c', '');
  return objectFile(name, `<label>${label}</label><pluralLabel>${label}s</pluralLabel>${NAMED}`);
}

function lookup(on: string, name: string, to: string, type = 'Lookup'): SourceFiles {
  const elements = `<type>${type}</type><referenceTo>${to}</referenceTo><relationshipName>${name.replace('__c', '')}_${on.replace('__c', '')}s</relationshipName>`;
  return fieldFile(on, name, elements);
}

function number(on: string, name: string): SourceFiles {
  return fieldFile(on, name, '<type>Number</type><precision>8</precision><scale>0</scale>');
}

/** Jobs of an opportunity, with steps that are owed; how long a kind of job takes is custom metadata. */
const JOBS: SourceFiles = {
  ...object('Job__c'),
  ...lookup('Job__c', 'Opportunity__c', 'Opportunity'),
  ...fieldFile('Job__c', 'Kind__c', picklist(['Move', 'Build'])),
  ...fieldFile('Job__c', 'State__c', picklist(['Draft', 'Open', 'Done'], { default: 'Draft' })),
  ...fieldFile('Job__c', 'Due__c', '<type>Date</type>'),
  ...number('Job__c', 'Days__c'),
  ...object('Step__c'),
  ...lookup('Step__c', 'Job__c', 'Job__c', 'MasterDetail'),
  ...fieldFile('Step__c', 'State__c', picklist(['Owed', 'Met', 'Waived'], { default: 'Owed' })),
  ...fieldFile('Step__c', 'Due__c', '<type>Date</type>'),
  ...rollUpFile('Job__c', 'Owed__c', 'count', 'Step__c.Job__c', { where: [['State__c', 'equals', 'Owed']] }),
  ...formulaFile(
    'Step__c',
    'Customer__c',
    'Text',
    'Job__r.Opportunity__r.Account.Name & " / " & Job__r.Opportunity__r.Owner.Email',
  ),
  ...objectFile(
    'Job_Kind__mdt',
    '<label>Job Kind</label><pluralLabel>Job Kinds</pluralLabel><visibility>Public</visibility>',
  ),
  ...number('Job_Kind__mdt', 'Days__c'),
  ...fieldFile('Job_Kind__mdt', 'Steps__c', '<type>TextArea</type>'),
  ...metadataRecordFile('Job_Kind.Move', { Days__c: '20', Steps__c: 'Pack' }),
  ...metadataRecordFile('Job_Kind.Build', { Days__c: '90', Steps__c: 'Plan' }),
};

function jobFlow(parts: FlowParts): SourceFiles {
  return toFile(flow({ object: 'Job__c', ...parts }));
}

function find(name: string, object: string, where: string, next: string, more = ''): string {
  return `<recordLookups><name>${name}</name>${goTo(next)}${where}<getFirstRecordOnly>true</getFirstRecordOnly><object>${object}</object>${more}<storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
}

/** Takes the days of the kind from its metadata. */
const DAYS_OF_KIND = jobFlow({
  name: 'Days_Of_Kind',
  when: 'RecordBeforeSave',
  first: 'Kind',
  body:
    find('Kind', 'Job_Kind__mdt', filters([['DeveloperName', 'EqualTo', '=$Record.Kind__c']]), 'Known') +
    decide('Known', [['Kind', 'IsNull', false]], { yes: 'Fill' }) +
    assign('Fill', [['$Record.Days__c', 'Assign', '=Kind.Days__c']]),
});

/** Refuses a second job of the same kind that is not done. */
const NO_SECOND = jobFlow({
  name: 'No_Second_Job',
  when: 'RecordBeforeSave',
  order: 10,
  first: 'Other',
  body:
    find(
      'Other',
      'Job__c',
      filters([
        ['Opportunity__c', 'EqualTo', '=$Record.Opportunity__c'],
        ['Kind__c', 'EqualTo', '=$Record.Kind__c'],
        ['State__c', 'NotEqualTo', 'Done'],
        ['Id', 'NotEqualTo', '=$Record.Id'],
      ]),
      'Found',
    ) +
    decide('Found', [['Other', 'IsNull', false]], { yes: 'Refuse' }) +
    '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>{!Other.Name} is still open.</errorMessage><fieldSelection>Kind__c</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>',
});

/** Creates a step for each day, in one statement. */
const ADD_STEPS = jobFlow({
  name: 'Add_Steps',
  on: 'Update',
  start:
    filters([['State__c', 'EqualTo', 'Open']]) +
    '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>',
  first: 'More',
  body:
    variable('step', 'SObject', '<objectType>Step__c</objectType>') +
    variable('steps', 'SObject', `${COLLECTION}<objectType>Step__c</objectType>`) +
    variable('count', 'Number', '<scale>0</scale><value><numberValue>0</numberValue></value>') +
    decide('More', [['count', 'LessThan', '=$Record.Days__c']], { yes: 'Next', no: 'Create' }) +
    assign(
      'Next',
      [
        ['step.Name', 'Assign', 'Step {!count}'],
        ['step.Job__c', 'Assign', '=$Record.Id'],
        ['step.Due__c', 'Assign', '=$Record.Due__c'],
        ['steps', 'Add', '=step'],
        ['count', 'Add', 1],
      ],
      'More',
    ) +
    '<recordCreates><name>Create</name><inputReference>steps</inputReference></recordCreates>',
});

/** Moves the steps of a job with its date. */
const MOVE_STEPS = jobFlow({
  name: 'Move_Steps',
  on: 'Update',
  start: filters([['Due__c', 'IsChanged', true]]),
  first: 'Move',
  body: `<recordUpdates><name>Move</name><object>Step__c</object>${filters([['Job__c', 'EqualTo', '=$Record.Id']])}${fields({ Due__c: '=$Record.Due__c' })}</recordUpdates>`,
});

/** Looks up each step by itself when a job is done. */
const CARELESS = jobFlow({
  name: 'Careless',
  on: 'Update',
  start: filters([['State__c', 'EqualTo', 'Done']]),
  first: 'Steps',
  body:
    `<recordLookups><name>Steps</name>${goTo('Each')}${filters([['Job__c', 'EqualTo', '=$Record.Id']])}<getFirstRecordOnly>false</getFirstRecordOnly><object>Step__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
    `<loops><name>Each</name><collectionReference>Steps</collectionReference><iterationOrder>Asc</iterationOrder>${goTo('Again', 'nextValueConnector')}</loops>` +
    find('Again', 'Step__c', filters([['Id', 'EqualTo', '=Each.Id']]), 'Each'),
});

async function bootJobs(options: { governorLimits?: boolean }, ...more: SourceFiles[]) {
  const { org, admin, clock } = await bootOrg(Object.assign({}, JOBS, ...more) as SourceFiles, options);
  const account = create(org, admin, 'Account', { Name: 'Acme' });
  const opportunity = create(org, admin, 'Opportunity', {
    Name: 'Deal',
    StageName: 'Prospecting',
    CloseDate: '2026-12-31',
    AccountId: account,
  });
  const job = (values: Record<string, unknown> = {}) =>
    writeOne(org, admin, {
      kind: 'insert',
      object: 'Job__c',
      values: { Name: 'Job', Opportunity__c: opportunity, Kind__c: 'Move', ...values },
    });
  const change = (id: string | null, values: Record<string, unknown>) =>
    writeOne(org, admin, { kind: 'update', object: 'Job__c', id: String(id), values });
  return { org, admin, clock, job, change };
}

test('a flow reads custom metadata before the save', async () => {
  const { org, job } = await bootJobs({}, DAYS_OF_KIND);

  const ids = [job().id, job({ Kind__c: 'Build' }).id, job({ Kind__c: null }).id];

  expect(ids.map((id) => stored(org, 'Job__c', String(id))?.['Days__c'])).toEqual([20, 90, null]);
});

test('a flow refuses a second open job at its field, and not the change of the first', async () => {
  const { job, change } = await bootJobs({}, NO_SECOND);
  const { id } = job({ Name: 'First' });

  expect(job().errors).toEqual([
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'First is still open.', fields: ['Kind__c'] },
  ]);
  expect(change(id, { Days__c: 3 }).success).toBe(true);
  expect(change(id, { State__c: 'Done' }).success).toBe(true);
  expect(job().success).toBe(true);
});

test('a formula reads three levels up, in records, queries and filters', async () => {
  const { org, admin, job } = await bootJobs({});
  create(org, admin, 'Step__c', { Name: 'S', Job__c: job().id });

  expect(
    query(org, admin, "SELECT Customer__c FROM Step__c WHERE Customer__c LIKE 'acme%' ORDER BY Customer__c").records,
  ).toMatchObject([{ Customer__c: 'Acme / adi@groundwork.example' }]);
});

test('a flow finds and sorts by formula fields', async () => {
  const worst = `<recordLookups><name>Worst</name>${goTo('Copy')}${filters([
    ['Customer__c', 'StartsWith', 'acme'],
    ['Late__c', 'GreaterThan', 0],
  ])}<getFirstRecordOnly>true</getFirstRecordOnly><object>Step__c</object><sortField>Late__c</sortField><sortOrder>Desc</sortOrder><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
  const { org, admin, job, change } = await bootJobs(
    {},
    formulaFile('Step__c', 'Late__c', 'Number', 'TODAY() - Due__c', '<precision>18</precision><scale>0</scale>'),
    jobFlow({
      name: 'Worst_Step',
      on: 'Update',
      when: 'RecordBeforeSave',
      first: 'Worst',
      body: worst + assign('Copy', [['$Record.Days__c', 'Assign', '=Worst.Late__c']]),
    }),
  );
  const { id } = job();
  for (const Due__c of ['2026-11-20', '2026-11-10', '2026-11-21', '2026-12-01']) {
    create(org, admin, 'Step__c', { Job__c: id, Due__c });
  }

  change(id, { Name: 'Again' });

  expect(stored(org, 'Job__c', String(id))).toMatchObject({ Days__c: 12 });
});

test('a flow creates hundreds of children in one statement and moves them in another, and the sums follow', async () => {
  const { org, admin, job, change } = await bootJobs({}, ADD_STEPS, MOVE_STEPS);
  const { id } = job({ Days__c: 450, Due__c: '2026-12-01' });

  const opened = change(id, { State__c: 'Open' });
  const owed = stored(org, 'Job__c', String(id))?.['Owed__c'];
  change(id, { Due__c: '2026-12-24' });

  expect(opened.errors).toEqual([]);
  expect(owed).toBe(450);
  expect(
    query(org, admin, "SELECT COUNT() FROM Step__c WHERE Due__c = 2026-12-24 AND Name LIKE 'Step%'").totalSize,
  ).toBe(450);
});

test('a lookup within a loop fails at the limit of the platform, in bulk and alone, and nothing is saved', async () => {
  const { org, job, change } = await bootJobs({}, ADD_STEPS, CARELESS);
  const { id } = job({ Days__c: 100 });
  change(id, { State__c: 'Open' });

  const { errors } = change(id, { State__c: 'Done' });

  expect(errors).toMatchObject([{ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' }]);
  expect(errors[0]?.message).toContain('System.LimitException: Too many SOQL queries: 101');
  expect(stored(org, 'Job__c', String(id))).toMatchObject({ State__c: 'Open' });
});

test('an org without governor limits lets it', async () => {
  const { org, job, change } = await bootJobs({ governorLimits: false }, ADD_STEPS, CARELESS);
  const { id } = job({ Days__c: 200 });
  change(id, { State__c: 'Open' });

  expect(change(id, { State__c: 'Done' }).errors).toEqual([]);
  expect(stored(org, 'Job__c', String(id))).toMatchObject({ State__c: 'Done' });
});

test('a reminder runs twenty-one days before the date and follows it', async () => {
  const remind = `<scheduledPaths><name>Soon</name><label>Soon</label>${goTo('Note')}<offsetNumber>-21</offsetNumber><offsetUnit>Days</offsetUnit><recordField>Due__c</recordField><timeSource>RecordField</timeSource></scheduledPaths>`;
  const { org, clock, job, change } = await bootJobs(
    {},
    jobFlow({
      name: 'Remind',
      start: filters([['State__c', 'EqualTo', 'Open']]) + remind,
      body: `<recordUpdates><name>Note</name><inputReference>$Record</inputReference>${fields({ Days__c: 21 })}</recordUpdates>`,
    }),
  );
  const { id } = job({ State__c: 'Open', Due__c: '2026-12-20' });
  const days = () => stored(org, 'Job__c', String(id))?.['Days__c'];
  const DAY = 24 * 60 * 60 * 1000;

  change(id, { Due__c: '2026-12-25' });
  clock.advance(8 * DAY);
  const early = days();
  clock.advance(5 * DAY);

  expect([early, days()]).toEqual([null, 21]);
});
