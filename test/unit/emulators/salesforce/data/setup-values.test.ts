import { afterEach, expect, test } from '@jest/globals';
import {
  component,
  fieldFile,
  formulaFile,
  metadataRecordFile,
  objectFile,
  permissionSetFile,
  ruleFile,
  TICKETS,
  type SourceFiles,
} from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, userNamed, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const REGIONS: SourceFiles = {
  ...objectFile(
    'Region__mdt',
    '<label>Region</label><pluralLabel>Regions</pluralLabel><visibility>Public</visibility>',
  ),
  ...fieldFile(
    'Region__mdt',
    'Days__c',
    '<fieldManageability>DeveloperControlled</fieldManageability><type>Number</type><precision>3</precision><scale>0</scale>',
  ),
  ...fieldFile('Region__mdt', 'Open__c', '<type>Checkbox</type><defaultValue>true</defaultValue>'),
  ...fieldFile(
    'Region__mdt',
    'Above__c',
    '<type>MetadataRelationship</type><referenceTo>Region__mdt</referenceTo><relationshipName>Below</relationshipName>',
  ),
  ...metadataRecordFile('Region.North', { Days__c: '5', Above__c: 'World' }),
  ...metadataRecordFile('Region.World', { Days__c: '9', Open__c: 'false' }),
};

const LIMITS: SourceFiles = {
  ...objectFile('Limits__c', '<label>Limits</label><customSettingsType>Hierarchy</customSettingsType>'),
  ...fieldFile('Limits__c', 'Size__c', '<type>Number</type><precision>5</precision><scale>0</scale>'),
};

test('custom metadata is found by queries, over its relationships too', async () => {
  const { org, admin } = await bootOrg(REGIONS);

  const { records } = query(
    org,
    admin,
    'SELECT DeveloperName, QualifiedApiName, Days__c, Open__c, Above__r.Days__c FROM Region__mdt ORDER BY Days__c',
  );

  expect(records).toMatchObject([
    { DeveloperName: 'North', QualifiedApiName: 'North', Days__c: 5, Open__c: true, Above__r: { Days__c: 9 } },
    { DeveloperName: 'World', Days__c: 9, Open__c: false, Above__r: null },
  ]);
  expect(org.schema.findObject('Region__mdt')?.keyPrefix).toBe('m00');
});

test('custom metadata is not written over the API', async () => {
  const { org, admin } = await bootOrg(REGIONS);
  const id = String(query(org, admin, "SELECT Id FROM Region__mdt WHERE DeveloperName = 'North'").records[0]?.['Id']);
  const refusal = (operation: Parameters<typeof writeOne>[2]) => writeOne(org, admin, operation).errors[0];

  const errors = [
    refusal({ kind: 'insert', object: 'Region__mdt', values: { Days__c: 1 } }),
    refusal({ kind: 'update', object: 'Region__mdt', id, values: { Days__c: 1 } }),
    refusal({ kind: 'delete', object: 'Region__mdt', id }),
  ];

  expect(errors).toEqual(
    ['inserted', 'updated', 'deleted'].map((verb) => ({
      statusCode: 'INVALID_TYPE_FOR_OPERATION',
      message: `entity type cannot be ${verb}: Region`,
      fields: [],
    })),
  );
});

test('users without access to a custom metadata type do not see it, and their formulas do', async () => {
  const { org, admin } = await bootOrg({
    ...REGIONS,
    ...permissionSetFile(
      'Geographer',
      '<customMetadataTypeAccesses><enabled>true</enabled><name>Region__mdt</name></customMetadataTypeAccesses>',
    ),
    ...formulaFile('Account', 'Days__c', 'Number', '$CustomMetadata.Region__mdt.North.Days__c'),
    ...permissionSetFile(
      'Reader',
      '<fieldPermissions><editable>false</editable><field>Account.Days__c</field><readable>true</readable></fieldPermissions>',
    ),
  });
  create(org, admin, 'Account', { Name: 'Acme' });
  const profileId = query(org, admin, "SELECT Id FROM Profile WHERE Name = 'Standard User'").records[0]?.['Id'];
  const userId = create(org, admin, 'User', {
    Username: 'val@x.example',
    LastName: 'Val',
    Alias: 'val',
    Email: 'val@x.example',
    ProfileId: profileId,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  const val = userNamed(org, 'val@x.example');
  const assign = (name: string) =>
    create(org, admin, 'PermissionSetAssignment', {
      AssigneeId: userId,
      PermissionSetId: query(org, admin, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`).records[0]?.['Id'],
    });
  assign('Reader');

  expect(() => query(org, val, 'SELECT Id FROM Region__mdt')).toThrow("sObject type 'Region__mdt' is not supported");
  expect(query(org, val, 'SELECT Days__c FROM Account').records).toMatchObject([{ Days__c: 5 }]);
  assign('Geographer');
  expect(query(org, val, 'SELECT Id FROM Region__mdt').totalSize).toBe(2);
});

test('a hierarchy setting is the users own, else the profiles, else the orgs', async () => {
  const { org, admin } = await bootOrg({
    ...LIMITS,
    ...formulaFile(
      'Account',
      'Limit__c',
      'Number',
      '$Setup.Limits__c.Size__c',
      '<formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>',
    ),
  });
  create(org, admin, 'Account', { Name: 'Acme' });
  const limit = () => query(org, admin, 'SELECT Limit__c FROM Account').records[0]?.['Limit__c'];
  const profileId = query(org, admin, "SELECT ProfileId FROM User WHERE Username = 'adi@groundwork.example'")
    .records[0]?.['ProfileId'];

  const seen = [limit()];
  for (const owner of [{}, { SetupOwnerId: profileId }, { SetupOwnerId: admin.id }]) {
    create(org, admin, 'Limits__c', { ...owner, Size__c: seen.length });
    seen.push(limit());
  }
  const again = writeOne(org, admin, { kind: 'insert', object: 'Limits__c', values: { Size__c: 7 } });

  expect(seen).toEqual([null, 1, 2, 3]);
  expect(again.errors[0]?.statusCode).toBe('DUPLICATE_VALUE');
});

test('a list setting has a name that no other has', async () => {
  const { org, admin } = await bootOrg({
    ...objectFile('Country__c', '<label>Country</label><customSettingsType>List</customSettingsType>'),
    ...fieldFile('Country__c', 'Code__c', '<type>Text</type><length>2</length>'),
  });
  const insert = (values: Record<string, unknown>) =>
    writeOne(org, admin, { kind: 'insert', object: 'Country__c', values }).errors[0]?.statusCode;

  expect([insert({ Name: 'Spain', Code__c: 'ES' }), insert({ Name: 'spain' })]).toEqual([undefined, 'DUPLICATE_VALUE']);
});

test('formulas read labels, permissions, the user, the profile and the org', async () => {
  const labels = component(
    'CustomLabels',
    '<labels><fullName>Welcome</fullName><language>en_US</language><protected>false</protected><shortDescription>Welcome</shortDescription><value>Good day</value></labels>',
  );
  const { org, admin } = await bootOrg({
    'labels/CustomLabels.labels-meta.xml': labels,
    'customPermissions/Decide.customPermission-meta.xml': component(
      'CustomPermission',
      '<label>Decide</label><isLicensed>false</isLicensed>',
    ),
    ...formulaFile(
      'Account',
      'All__c',
      'Text',
      '$Label.Welcome & ", " & $User.FirstName & " (" & $Profile.Name & ") of " & $Organization.Name & IF($Permission.Decide, "!", "?")',
    ),
  });
  create(org, admin, 'Account', { Name: 'Acme' });

  expect(query(org, admin, 'SELECT All__c FROM Account').records[0]?.['All__c']).toBe(
    'Good day, Adi (System Administrator) of Groundwork?',
  );
});

test.each([
  ['label', '$Label.Nothing'],
  ['permission', 'IF($Permission.Nothing, "a", "b")'],
  ['metadata record', 'TEXT($CustomMetadata.Region__mdt.South.Days__c)'],
  ['setting', 'TEXT($Setup.Region__mdt.Days__c)'],
])('a formula with a %s that is not there does not boot', async (_what, formula) => {
  const booting = bootOrg({ ...REGIONS, ...formulaFile('Account', 'Bad__c', 'Text', formula) });

  await expect(booting).rejects.toThrow(/^Account\.Bad__c: Field \$.* does not exist\. Check spelling\.$/);
});

test.each([
  ['of no type', metadataRecordFile('Planet.Mars', {}), 'no CustomObject named Planet__mdt found'],
  [
    'with an unknown field',
    metadataRecordFile('Region.South', { Hours__c: '1' }),
    'no CustomField named Region__mdt.Hours__c found',
  ],
  [
    'with a value that does not fit',
    metadataRecordFile('Region.South', { Days__c: 'many' }),
    'Days: value not of required type: many',
  ],
  [
    'below one that is not there',
    metadataRecordFile('Region.South', { Above__c: 'East' }),
    'Above__c: there is no record East of Region__mdt',
  ],
])('a metadata record %s does not boot', async (_what, files, message) => {
  await expect(bootOrg({ ...REGIONS, ...files })).rejects.toThrow(message);
});

test('rules read custom metadata', async () => {
  const { org, admin } = await bootOrg({
    ...TICKETS,
    ...REGIONS,
    ...ruleFile('Ticket__c', 'Small', 'Size__c > $CustomMetadata.Region__mdt.North.Days__c', 'Too big.'),
  });
  const size = (Size__c: number) =>
    writeOne(org, admin, { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'A', Size__c } }).success;

  expect([size(5), size(6)]).toEqual([true, false]);
});
