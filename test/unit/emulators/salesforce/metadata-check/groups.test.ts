import { expect, test } from '@jest/globals';
import { checkSources, toSource } from '../../../../../emulators/salesforce/metadata-check/index.ts';
import { component, groupFile, permissionSetFile, permissionSetGroupFile, queueFile } from '../schema/source-folder.ts';

const SOUND = {
  ...groupFile('Helpers'),
  ...queueFile(
    'Intake',
    ['Case'],
    '<queueMembers><publicGroups><publicGroup>Helpers</publicGroup></publicGroups></queueMembers>',
  ),
  ...permissionSetFile('Work', ''),
  ...permissionSetGroupFile(
    'Leading',
    ['Work'],
    '<userPermissions><enabled>true</enabled><name>X</name></userPermissions>',
  ),
  'sharingRules/Case.sharingRules-meta.xml': component(
    'SharingRules',
    '<sharingCriteriaRules><fullName>Hot</fullName><accessLevel>Read</accessLevel><label>Hot</label><sharedTo><queue>Intake</queue></sharedTo><criteriaItems><field>Priority</field><operation>equals</operation><value>High</value></criteriaItems><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>',
  ),
};

async function messages(from: string | RegExp = '', to = ''): Promise<string[]> {
  const sources = Object.entries(SOUND).map(([path, text]) => toSource(path, text.replace(from, to)));
  const findings = await checkSources(sources);
  return findings.filter(({ isHouseRule }) => isHouseRule !== true).map(({ message }) => message);
}

test('groups of things that exist are sound', async () => {
  expect(await messages()).toEqual([]);
});

test.each([
  ['<permissionSets>Work', '<permissionSets>Wrk', 'no PermissionSet named Wrk found'],
  ['<mutingPermissionSets>Leading', '<mutingPermissionSets>Lead', 'no MutingPermissionSet named Lead found'],
  ['<sobjectType>Case', '<sobjectType>Cse', 'no CustomObject named Cse found'],
  ['<publicGroup>Helpers', '<publicGroup>Hlprs', 'no Group named Hlprs found'],
  ['<queue>Intake', '<queue>Intk', 'no Queue named Intk found'],
  ['<field>Priority', '<field>Prirty', 'no CustomField named Case.Prirty found'],
  ['<accessLevel>Read</accessLevel>', '', 'Required field is missing: accessLevel'],
])('instead of %s, %s is told', async (from, to, message) => {
  expect(await messages(from, to)).toEqual([message]);
});
