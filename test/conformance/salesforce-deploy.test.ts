import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { TICKETS, withSource } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import {
  deletion,
  deploy,
  document,
  fieldPackage,
  finished,
  flowPackage,
  manifest,
  RISK,
  rulePackage,
  soap,
  STAMP,
  STAMP_ELEMENT,
  zipOf,
} from './salesforce-packages.ts';

let salesforce: SalesforceEmulator;

beforeEach(async () => {
  ({ salesforce } = await startSalesforce());
});
afterEach(stopSalesforce);

test('a deployed field is there at once, and records stay', async () => {
  const admin = clientOf(salesforce);
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });

  const { status, details } = await deploy(salesforce, fieldPackage(RISK, 'Risk__c'));
  await admin('PATCH', `/sobjects/Project__c/${id}`, { Risk__c: 'high' });
  const found = await admin('GET', '/query?q=SELECT+Name,Risk__c+FROM+Project__c');

  expect(status).toBe('Succeeded');
  expect(details.componentSuccesses).toContainEqual(
    expect.objectContaining({ componentType: 'CustomField', fullName: 'Project__c.Risk__c', created: true }),
  );
  expect(found.body).toMatchObject({ totalSize: 1, records: [{ Name: 'Bridge', Risk__c: 'high' }] });
});

test('a second deployment of the same changes nothing', async () => {
  await deploy(salesforce, fieldPackage(RISK, 'Risk__c'));

  const { details } = await deploy(salesforce, fieldPackage(RISK, 'Risk__c'));

  expect(details.componentSuccesses).toContainEqual(
    expect.objectContaining({ fullName: 'Project__c.Risk__c', created: false, changed: false }),
  );
});

test('a deployed rule and a deployed permission set are in force', async () => {
  const grant = `<fieldPermissions><editable>false</editable><field>Project__c.Budget__c</field><readable>true</readable></fieldPermissions>
    <label>Budget</label>`;
  await deploy(salesforce, rulePackage('Budget__c &gt; 10'));
  await deploy(salesforce, {
    'package.xml': manifest({ PermissionSet: ['Budget'] }),
    'permissionsets/Budget.permissionset': document('PermissionSet', grant),
  });
  const admin = clientOf(salesforce);
  const refused = await admin('POST', '/sobjects/Project__c', { Name: 'Tunnel', Budget__c: 11 });
  const sets = await admin('GET', "/query?q=SELECT+Id+FROM+PermissionSet+WHERE+Name='Budget'");
  const [set] = (sets.body as { records: { Id: string }[] }).records;
  const reader = salesforce.org.findUser(READER);
  await admin('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: reader?.id, PermissionSetId: set?.Id });
  const read = await clientOf(salesforce, READER)('GET', '/query?q=SELECT+Budget__c+FROM+Project__c');

  expect(refused.body).toEqual([{ message: 'Late.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: [] }]);
  expect(read.status).toBe(200);
});

test('a deployed flow runs', async () => {
  const { status, details } = await deploy(salesforce, flowPackage(`${STAMP}\n${STAMP_ELEMENT}`));
  createRecord(salesforce, 'Project__c', { Name: 'Bridge' });
  const found = await clientOf(salesforce)('GET', '/query?q=SELECT+Code__c+FROM+Project__c');

  expect([status, details.componentFailures]).toEqual(['Succeeded', []]);
  expect(found.body).toMatchObject({ records: [{ Code__c: 'stamped' }] });
});

test('describes and layouts that a client knows are told anew after a deployment', async () => {
  const admin = clientOf(salesforce);
  const { headers } = await admin('GET', '/sobjects/Project__c/describe');
  const known = { 'if-modified-since': headers.get('last-modified') ?? '' };
  const unchanged = await admin('GET', '/sobjects/Project__c/describe', undefined, known);
  const section =
    '<layoutSections><label>Plan</label><layoutColumns><layoutItems><field>Start__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>';

  const { details } = await deploy(salesforce, {
    'package.xml': manifest({ Layout: ['Project__c-Layout'] }),
    'layouts/Project__c-Layout.layout': document('Layout', section),
  });
  const changed = await admin('GET', '/sobjects/Project__c/describe', undefined, known);
  const layout = await admin('GET', '/ui-api/layout/Project__c');

  expect(details.componentFailures).toEqual([]);
  expect([unchanged.status, changed.status]).toEqual([304, 200]);
  expect(JSON.stringify(layout.body)).toContain('"heading":"Plan"');
});

test('a validation changes nothing, and can be deployed afterwards', async () => {
  const admin = clientOf(salesforce);

  const { id, status } = await deploy(salesforce, fieldPackage(RISK, 'Risk__c'), { checkOnly: true });
  const before = await admin('GET', '/query?q=SELECT+Risk__c+FROM+Project__c');
  const quick = await admin('POST', '/metadata/deployRequest', { validatedDeployRequestId: id });
  await finished(salesforce, (quick.body as { id: string }).id);
  const after = await admin('GET', '/query?q=SELECT+Risk__c+FROM+Project__c');

  expect([status, before.status, quick.status, after.status]).toEqual(['Succeeded', 400, 201, 200]);
});

test.each([
  [
    'an unknown field in a formula',
    rulePackage('Deadline__c &lt; TODAY()'),
    { componentType: 'ValidationRule', fullName: 'Project__c.Late', fileName: 'objects/Project__c.object' },
    { lineNumber: 7, problem: 'Field Deadline__c does not exist. Check spelling.' },
  ],
  [
    'a formula that does not compile',
    rulePackage('Budget__c &gt;'),
    { componentType: 'ValidationRule', fullName: 'Project__c.Late' },
    { lineNumber: 7, problem: expect.stringContaining('Syntax error') },
  ],
  [
    'an unknown element',
    fieldPackage(RISK.replace('<length>40</length>', '<size>40</size>'), 'Risk__c'),
    { componentType: 'CustomField', fullName: 'Project__c.Risk__c' },
    { lineNumber: 6, problem: 'Element size invalid at this location in type CustomField' },
  ],
  [
    'a value that its enumeration does not have',
    fieldPackage(RISK.replace('>Text<', '>Txt<'), 'Risk__c'),
    { componentType: 'CustomField', fullName: 'Project__c.Risk__c' },
    { lineNumber: 7, problem: "'Txt' is not a valid value for the enum 'FieldType'" },
  ],
  [
    'a flow that goes to an element that does not exist',
    flowPackage(
      `<label>Stamp</label>\n<processType>AutoLaunchedFlow</processType>\n<start>\n<connector>\n<targetReference>Nowhere</targetReference>\n</connector>\n</start>`,
    ),
    { componentType: 'Flow', fullName: 'Stamp', fileName: 'flows/Stamp.flow' },
    { lineNumber: 7, problem: 'The element has an invalid reference to "Nowhere".' },
  ],
  [
    'a flow whose element cannot run',
    flowPackage(`${STAMP}\n${STAMP_ELEMENT.replace('Code__c', 'Cipher__c')}`),
    { componentType: 'Flow', fullName: 'Stamp', fileName: 'flows/Stamp.flow' },
    { lineNumber: 12, problem: expect.stringMatching(/^Set_Code: .*Cipher__c/) },
  ],
  [
    'what is not well formed',
    { ...fieldPackage(RISK, 'Risk__c'), 'objects/Project__c.object': '<CustomObject>\n<fields>\n</CustomObject>' },
    { componentType: 'CustomObject', fullName: 'Project__c' },
    { lineNumber: 3, problem: expect.stringContaining('not well formed') },
  ],
  [
    'what is named and not there',
    { 'package.xml': manifest({ Layout: ['Project__c-Plan'] }) },
    { componentType: 'Layout', fullName: 'Project__c-Plan', fileName: 'package.xml' },
    {
      problem:
        "An object 'Project__c-Plan' of type Layout was named in package.xml, but was not found in zipped directory",
    },
  ],
  [
    'a type that is not supported',
    { 'package.xml': manifest({ ApexClass: ['Plan'] }) },
    { fileName: 'package.xml' },
    { problem: 'ApexClass cannot be deployed to this org: nothing here runs Apex' },
  ],
])('%s fails, named with its place, and leaves the org as it was', async (_, files, component, problem) => {
  const before = salesforce.org.source();

  const { status, details } = await deploy(salesforce, files);

  expect(status).toBe('Failed');
  expect(details.componentFailures).toContainEqual(
    expect.objectContaining({ ...component, ...problem, problemType: 'Error' }),
  );
  expect(salesforce.org.source()).toEqual(before);
});

test('without rollbackOnError what is sound goes in', async () => {
  const files = fieldPackage(
    `${RISK}\n${RISK.replaceAll('Risk', 'Odds').replace('Text', 'Txt')}`,
    'Risk__c',
    'Odds__c',
  );

  const { status, numberComponentErrors } = await deploy(salesforce, files, { rollbackOnError: false });
  const fields = salesforce.org.schema.findObject('Project__c')?.fields;

  expect([status, numberComponentErrors]).toEqual(['SucceededPartial', 1]);
  expect([fields?.has('Risk__c'), fields?.has('Odds__c')]).toEqual([true, false]);
});

test('a deleted field goes with its data, and permission sets let go of it', async () => {
  createRecord(salesforce, 'Project__c', { Name: 'Bridge', Stage__c: 'Active' });

  const { status, details } = await deploy(salesforce, deletion('CustomField', 'Project__c.Stage__c'));
  const stages = fieldPackage(RISK.replaceAll('Risk', 'Stage'), 'Stage__c');
  await deploy(salesforce, stages);
  const found = await clientOf(salesforce)('GET', '/query?q=SELECT+Name,Stage__c+FROM+Project__c');

  expect(status).toBe('Succeeded');
  expect(details.componentSuccesses).toContainEqual(
    expect.objectContaining({ componentType: 'CustomField', fullName: 'Project__c.Stage__c', deleted: true }),
  );
  expect(found.body).toMatchObject({ records: [{ Name: 'Bridge', Stage__c: null }] });
});

test('what others refer to is not deleted', async () => {
  const { details } = await deploy(salesforce, deletion('CustomField', 'Project__c.Budget__c'));

  expect(details.componentFailures).toContainEqual(
    expect.objectContaining({
      fullName: 'Project__c.Budget__c',
      problem:
        'This custom field is referenced elsewhere in salesforce.com : ValidationRule - Project__c.No_Negative_Budget.',
    }),
  );
});

test('deleting what is not there is a warning', async () => {
  const { status, details } = await deploy(salesforce, deletion('CustomField', 'Project__c.Ghost__c'));

  expect(status).toBe('Succeeded');
  expect(details.componentSuccesses).toContainEqual(
    expect.objectContaining({ problem: 'No CustomField named: Project__c.Ghost__c found', problemType: 'Warning' }),
  );
});

test('what was deployed is there after a restart', async () => {
  const state = mkdtempSync(join(tmpdir(), 'groundwork-deploy-'));
  const boot = (): Promise<SalesforceEmulator> => withSource(TICKETS, (source) => createSalesforce({ source, state }));
  const first = await boot();
  const files = fieldPackage(RISK, 'Risk__c');
  await deploy(first, {
    'package.xml': files['package.xml']?.replace('Project__c', 'Ticket__c') ?? '',
    'objects/Ticket__c.object': files['objects/Project__c.object'] ?? '',
  });
  await first.close();
  const second = await boot();

  expect(second.org.schema.findObject('Ticket__c')?.fields.get('Risk__c')?.length).toBe(40);

  await second.close();
  rmSync(state, { recursive: true });
});

test('the SOAP API deploys, tells the status and retrieves', async () => {
  const base64 = zipOf(fieldPackage(RISK, 'Risk__c')).toString('base64');
  const options = '<DeployOptions><rollbackOnError>true</rollbackOnError></DeployOptions>';

  const started = await soap(salesforce, `<deploy><ZipFile>${base64}</ZipFile>${options}</deploy>`);
  const id = /<id>(\w+)<\/id>/.exec(started.text)?.[1] ?? '';
  await finished(salesforce, id);
  const status = await soap(
    salesforce,
    `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`,
  );
  const listed = await soap(salesforce, '<listMetadata><queries><type>CustomField</type></queries></listMetadata>');
  const types = await soap(salesforce, '<describeMetadata><asOfVersion>66.0</asOfVersion></describeMetadata>');

  expect(started.text).toContain('<deployResponse xmlns="http://soap.sforce.com/2006/04/metadata"><result>');
  expect(status.text).toContain('<status>Succeeded</status>');
  expect(status.text).toContain('<fullName>Project__c.Risk__c</fullName>');
  expect(listed.text).toContain('<fullName>Project__c.Risk__c</fullName>');
  expect(types.text).toContain('<xmlName>PermissionSet</xmlName>');
});

test.each([
  ['no session', '<describeMetadata/>', 'no-session', 'sf:INVALID_SESSION_ID'],
  ['a user who may not', '<describeMetadata/>', READER, 'sf:INSUFFICIENT_ACCESS'],
  ['an operation that is not here', '<readMetadata/>', undefined, 'soapenv:Client'],
  ['no ZIP', '<deploy><ZipFile>aGVsbG8=</ZipFile></deploy>', undefined, 'sf:INVALID_ZIP_FILE'],
  ['an unknown process', '<checkDeployStatus/>', undefined, 'sf:INVALID_CROSS_REFERENCE_KEY'],
])('the SOAP API answers %s with a fault', async (_, body, who, code) => {
  const session = who === READER ? salesforce.accessTokenFor(READER) : who;

  const { status, text } = await soap(salesforce, body, session);

  expect(status).toBe(500);
  expect(text).toContain(`<faultcode>${code}</faultcode>`);
});

test.each([
  ['45.0', 200],
  ['58.0', 200],
  ['44.0', 500],
  ['67.0', 500],
])('the SOAP API of version %s answers %i', async (version, expected) => {
  const { status, text } = await soap(salesforce, '<describeMetadata/>', undefined, version);

  expect(status).toBe(expected);
  expect(text.includes('UNSUPPORTED_API_VERSION: Invalid Api version specified on URL')).toBe(expected === 500);
});

test('over REST, what is over is not canceled, and a user who may not is refused', async () => {
  const { id } = await deploy(salesforce, fieldPackage(RISK, 'Risk__c'));
  const path = `/metadata/deployRequest/${id}`;

  const canceled = await clientOf(salesforce)('PATCH', path, { deployResult: { status: 'Canceling' } });
  const refused = await clientOf(salesforce, READER)('GET', path);

  expect(canceled).toMatchObject({ status: 202, body: { deployResult: { status: 'Succeeded' } } });
  expect(refused.status).toBe(403);
});
