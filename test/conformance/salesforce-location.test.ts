import { afterEach, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deletion, deploy, document, fieldPackage, manifest } from './salesforce-packages.ts';

afterEach(stopSalesforce);

const PLACE = `<fields><fullName>Place__c</fullName><displayLocationInDecimal>true</displayLocationInDecimal><label>Place</label><required>false</required><scale>4</scale><type>Location</type></fields>`;
const DISTANCE = `<fields><fullName>From_Paris__c</fullName><formula>ROUND(DISTANCE(Place__c, GEOLOCATION(48.8566, 2.3522), "km"), 0)</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs><label>From Paris</label><precision>18</precision><scale>0</scale><type>Number</type></fields>`;
const HERE = `<fields><fullName>Is_Placed__c</fullName><formula>NOT(ISBLANK(Place__c))</formula><label>Is Placed</label><type>Checkbox</type></fields>`;

const BERLIN = { Place__Latitude__s: 52.52, Place__Longitude__s: 13.405 };
const ROME = { Place__Latitude__s: 41.9028, Place__Longitude__s: 12.4964 };

async function startWithPlaces(): Promise<SalesforceEmulator> {
  const { salesforce } = await startSalesforce();
  const { details } = await deploy(salesforce, {
    ...fieldPackage(PLACE + DISTANCE + HERE, 'Place__c', 'From_Paris__c', 'Is_Placed__c'),
  });
  expect(details.componentFailures).toEqual([]);
  return salesforce;
}

async function records(salesforce: SalesforceEmulator, soql: string): Promise<unknown[]> {
  const { body } = await clientOf(salesforce)('GET', `/query?q=${encodeURIComponent(soql)}`);
  const { records: found } = body as { records: Record<string, unknown>[] };
  return found.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes')));
}

test('a location is written in its parts, and read in them and as a whole', async () => {
  const salesforce = await startWithPlaces();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Berlin', ...BERLIN });
  createRecord(salesforce, 'Project__c', { Name: 'Nowhere' });

  const { body } = await clientOf(salesforce)('GET', `/sobjects/Project__c/${id}`);
  const found = await records(salesforce, 'SELECT Name, Place__c, From_Paris__c, Is_Placed__c FROM Project__c');
  const whole = await clientOf(salesforce)('PATCH', `/sobjects/Project__c/${id}`, { Place__c: { latitude: 1 } });

  expect(body).toMatchObject({ ...BERLIN, Place__c: { latitude: 52.52, longitude: 13.405 }, From_Paris__c: 877 });
  expect(found).toEqual([
    { Name: 'Berlin', Place__c: { latitude: 52.52, longitude: 13.405 }, From_Paris__c: 877, Is_Placed__c: true },
    { Name: 'Nowhere', Place__c: null, From_Paris__c: null, Is_Placed__c: false },
  ]);
  expect(whole).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }] });
});

test('distances are selected, filter and sort', async () => {
  const salesforce = await startWithPlaces();
  for (const [Name, place] of Object.entries({ Rome: ROME, Berlin: BERLIN })) {
    createRecord(salesforce, 'Project__c', { Name, ...place });
  }
  const paris = "DISTANCE(Place__c, GEOLOCATION(48.8566,2.3522), 'km')";

  expect(await records(salesforce, `SELECT Name FROM Project__c WHERE ${paris} < 1000`)).toEqual([{ Name: 'Berlin' }]);
  expect(await records(salesforce, `SELECT ${paris} away, ${paris} FROM Project__c WHERE Name = 'Rome'`)).toEqual([
    { away: expect.closeTo(1105.3, 0) as unknown, expr0: expect.closeTo(1105.3, 0) as unknown },
  ]);
  expect(await records(salesforce, `SELECT Name FROM Project__c ORDER BY ${paris} DESC`)).toEqual([
    { Name: 'Rome' },
    { Name: 'Berlin' },
  ]);
});

test.each([
  ["DISTANCE(Name, GEOLOCATION(1,2), 'km') < 1", 'and Name is none'],
  ["DISTANCE(Place__c, GEOLOCATION(1,2), 'ly') < 1", 'unexpected token'],
  ["DISTANCE(Place__c, GEOLOCATION(100,2), 'km') < 1", 'a latitude of -90 to 90'],
  ["DISTANCE(Place__c, GEOLOCATION(1,2), 'km') = 1", 'cannot be compared with ='],
])('%s is MALFORMED_QUERY', async (condition, message) => {
  const salesforce = await startWithPlaces();
  const soql = `SELECT Id FROM Project__c WHERE ${condition}`;

  const { status, body } = await clientOf(salesforce)('GET', `/query?q=${encodeURIComponent(soql)}`);

  expect([status, body]).toMatchObject([400, [{ errorCode: 'MALFORMED_QUERY' }]]);
  expect(JSON.stringify(body)).toContain(message);
});

test.each([
  ['Place__Latitude__s', 90.0001],
  ['Place__Longitude__s', -180.0001],
])('%s does not go to %d', async (part, degrees) => {
  const salesforce = await startWithPlaces();

  const answer = await clientOf(salesforce)('POST', '/sobjects/Project__c', { Name: 'Beyond', [part]: degrees });

  expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE', fields: [part] }] });
});

test('describe tells the whole and its parts, and a permission on the whole is one on the parts', async () => {
  const salesforce = await startWithPlaces();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Berlin', ...BERLIN });
  const reader = clientOf(salesforce, READER);
  const before = await reader('GET', `/sobjects/Project__c/${id}`);
  await deploy(salesforce, {
    'package.xml': manifest({ PermissionSet: ['Project_Reader'] }),
    'permissionsets/Project_Reader.permissionset': document(
      'PermissionSet',
      '<fieldPermissions><editable>false</editable><field>Project__c.Place__c</field><readable>true</readable></fieldPermissions><label>Reader</label><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Project__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
    ),
  });

  const after = await reader('GET', `/sobjects/Project__c/${id}`);
  const { body } = await clientOf(salesforce)('GET', '/sobjects/Project__c/describe');

  expect(Object.keys(before.body as object).filter((name) => name.startsWith('Place'))).toEqual([]);
  expect(after.body).toMatchObject(BERLIN);
  const { fields } = body as { fields: { name: string }[] };
  expect(fields.filter(({ name }) => name.startsWith('Place'))).toMatchObject([
    { name: 'Place__Latitude__s', label: 'Place (Latitude)', type: 'double', compoundFieldName: 'Place__c', scale: 4 },
    { name: 'Place__Longitude__s', createable: true, updateable: true },
    { name: 'Place__c', type: 'location', soapType: 'urn:location', createable: false, queryByDistance: true },
  ]);
});

test('a location goes with its parts, and not while a formula reads it', async () => {
  const salesforce = await startWithPlaces();

  const refused = await deploy(salesforce, deletion('CustomField', 'Project__c.Place__c'));
  const all = ['From_Paris__c', 'Is_Placed__c', 'Place__c'].map((name) => `Project__c.${name}`);
  const gone = await deploy(salesforce, deletion('CustomField', ...all));
  const { body } = await clientOf(salesforce)('GET', '/sobjects/Project__c/describe');

  expect(refused.status).toBe('Failed');
  expect(gone.details.componentFailures).toEqual([]);
  expect(JSON.stringify(body)).not.toContain('Place__');
});

test('a hierarchy is between users only, and encrypted text is refused', async () => {
  const { salesforce } = await startSalesforce();
  const hierarchy = `<fields><fullName>Buddy__c</fullName><label>Buddy</label><relationshipName>Buddies</relationshipName><type>Hierarchy</type></fields>`;
  const encrypted = `<fields><fullName>Secret__c</fullName><label>Secret</label><length>20</length><maskChar>asterisk</maskChar><maskType>all</maskType><type>EncryptedText</type></fields>`;
  const userFile = { 'objects/User.object': document('CustomObject', hierarchy) };

  const taken = await deploy(salesforce, { 'package.xml': manifest({ CustomField: ['User.Buddy__c'] }), ...userFile });
  const refused = await deploy(salesforce, fieldPackage(hierarchy.replace('Buddies', 'Mates'), 'Buddy__c'));
  const secret = await deploy(salesforce, fieldPackage(encrypted, 'Secret__c'));
  const reader = String(salesforce.org.findUser(READER)?.id);
  const admin = clientOf(salesforce);
  const boss = String(salesforce.org.findUser(ADMIN)?.id);
  const set = await admin('PATCH', `/sobjects/User/${reader}`, { Buddy__c: boss });
  const loop = await admin('PATCH', `/sobjects/User/${boss}`, { Buddy__c: reader });

  expect(taken.details.componentFailures).toEqual([]);
  expect(refused.details.componentFailures[0]?.problem).toContain('users alone have one');
  expect(secret.details.componentFailures[0]?.problem).toContain('EncryptedText');
  expect(set.status).toBe(204);
  expect(await records(salesforce, `SELECT Buddy__c FROM User WHERE Id = '${reader}'`)).toEqual([{ Buddy__c: boss }]);
  expect(loop).toMatchObject({ status: 400, body: [{ errorCode: 'CIRCULAR_DEPENDENCY', fields: ['Buddy__c'] }] });
});
