import { expect, test } from '@jest/globals';
import { loadSchema } from '../../../../../emulators/salesforce/schema/index.ts';
import type { Schema } from '../../../../../emulators/salesforce/entities.ts';
import { component, fieldFile, withSource, type SourceFiles } from './source-folder.ts';

async function load(files: SourceFiles): Promise<Schema> {
  const { schema } = await withSource(files, (folder) =>
    loadSchema(folder, { keyPrefixOf: () => 'a00', recordTypeIdOf: () => '012GW0000000001AAA' }),
  );
  return schema;
}

test.each([
  'applications/App.app-meta.xml',
  'dashboards/Team/Board.dashboard-meta.xml',
  'email/Team/Hello.email-meta.xml',
  'layouts/Account-Layout.layout-meta.xml',
  'objects/Account/listViews/All.listView-meta.xml',
  'objectTranslations/Account-de/Account-de.objectTranslation-meta.xml',
  'quickActions/Account.New.quickAction-meta.xml',
  'reports/Team/Open.report-meta.xml',
  'reportTypes/Requests.reportType-meta.xml',
])('the org holds %s without reading it', async (path) => {
  await expect(load({ [path]: '<Anything/>' })).resolves.toMatchObject({ labels: new Map() });
});

test.each([
  ['classes/Stamp.cls-meta.xml', 'cls'],
  ['restrictionRules/Mine.restrictionRule-meta.xml', 'restrictionRule'],
  ['roles/Boss.role-meta.xml', 'role'],
  ['novelties/New.novelty-meta.xml', 'novelty'],
])('%s is refused by name', async (path, kind) => {
  await expect(load({ [path]: '<Anything/>' })).rejects.toThrow(`${path}: ${kind} is not supported yet`);
});

test('all of a project that is not supported is named at once', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`roles/R${String(index).padStart(2, '0')}.role-meta.xml`, '<Role/>']),
  );

  await expect(load({ ...files, 'triggers/T.trigger-meta.xml': '<ApexTrigger/>' })).rejects.toThrow(
    /triggers\/T\.trigger-meta\.xml: trigger is not supported yet; nor is roles\/R00.*; nor is roles\/R09\.role-meta\.xml; nor is any of 2 more$/,
  );
});

const LAYOUTS =
  '<custom>false</custom><layoutAssignments><layout>Account-Layout</layout></layoutAssignments><userLicense>Salesforce</userLicense>';
const GRANT = '<fieldPermissions><editable>true</editable><field>Account.Name</field></fieldPermissions>';

test('a profile may assign layouts and may not grant anything', async () => {
  const path = 'profiles/Admin.profile-meta.xml';

  await expect(load({ [path]: component('Profile', LAYOUTS) })).resolves.toBeDefined();
  await expect(load({ [path]: component('Profile', LAYOUTS + GRANT) })).rejects.toThrow(
    'Profile.fieldPermissions: in a profile is not supported yet; grant it with a permission set',
  );
});

test('a standard value set gives its values to every field that shares them', async () => {
  const values =
    '<standardValue><fullName>Fair</fullName><default>true</default><label>Trade fair</label></standardValue>';
  const schema = await load({
    'standardValueSets/LeadSource.standardValueSet-meta.xml': component('StandardValueSet', values),
  });
  const fields = [
    ['Lead', 'LeadSource'],
    ['Opportunity', 'LeadSource'],
    ['Account', 'AccountSource'],
  ].map(([object = '', field = '']) => schema.findObject(object)?.fields.get(field)?.picklist?.values);

  expect(fields).toEqual(Array(3).fill([{ value: 'Fair', label: 'Trade fair', active: true, isDefault: true }]));
});

test('a standard value set whose values mean more is refused by name', async () => {
  const file = { 'standardValueSets/CaseStatus.standardValueSet-meta.xml': component('StandardValueSet', '') };

  await expect(load(file)).rejects.toThrow('CaseStatus is not supported yet');
});

test('a dependent picklist may take its values from a global value set', async () => {
  const value = '<customValue><fullName>A</fullName><default>false</default><label>A</label></customValue>';
  const schema = await load({
    'globalValueSets/Tiers.globalValueSet-meta.xml': component('GlobalValueSet', value),
    ...fieldFile(
      'Account',
      'Tier__c',
      '<type>Picklist</type><valueSet><controllingField>Industry</controllingField><valueSetName>Tiers</valueSetName><valueSettings><controllingFieldValue>Energy</controllingFieldValue><valueName>A</valueName></valueSettings></valueSet>',
    ),
  });

  expect(schema.findObject('Account')?.fields.get('Tier__c')?.picklist).toEqual({
    restricted: true,
    controllerName: 'Industry',
    values: [{ value: 'A', label: 'A', active: true, isDefault: false, validFor: ['Energy'] }],
  });
});
