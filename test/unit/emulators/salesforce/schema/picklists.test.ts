import { expect, test } from '@jest/globals';
import { loadSchema } from '../../../../../emulators/salesforce/schema/index.ts';
import type { Field } from '../../../../../emulators/salesforce/entities.ts';
import { fieldFile, picklist, withSource, type SourceFiles } from './source-folder.ts';

async function loadField(files: SourceFiles, name: string): Promise<Field | undefined> {
  const { schema } = await withSource(files, (folder) =>
    loadSchema(folder, { keyPrefixOf: () => 'a00', recordTypeIdOf: () => '' }),
  );
  return schema.findObject('Account')?.fields.get(name);
}

test('a picklist keeps its order, its default and that it is restricted', async () => {
  const files = fieldFile('Account', 'Tier__c', picklist(['Gold', 'Silver'], { default: 'Silver', restricted: true }));

  expect((await loadField(files, 'Tier__c'))?.picklist).toEqual({
    restricted: true,
    values: [
      { value: 'Gold', label: 'Gold', active: true, isDefault: false },
      { value: 'Silver', label: 'Silver', active: true, isDefault: true },
    ],
  });
});

test('a required picklist with a default need not be given', async () => {
  const files = fieldFile('Account', 'Tier__c', `<required>true</required>${picklist(['Gold'], { default: 'Gold' })}`);

  expect(await loadField(files, 'Tier__c')).toMatchObject({ nillable: false, required: false, alwaysVisible: true });
});

test('a global value set is taken by name and always restricted', async () => {
  const files = {
    ...fieldFile('Account', 'Tier__c', '<type>Picklist</type><valueSet><valueSetName>Tiers</valueSetName></valueSet>'),
    'globalValueSets/Tiers.globalValueSet-meta.xml':
      '<GlobalValueSet><masterLabel>Tiers</masterLabel><sorted>false</sorted><customValue><fullName>G</fullName><default>false</default><label>Gold</label><isActive>false</isActive></customValue></GlobalValueSet>',
  };

  expect((await loadField(files, 'Tier__c'))?.picklist).toEqual({
    restricted: true,
    values: [{ value: 'G', label: 'Gold', active: false, isDefault: false }],
  });
});

test('a global value set that is not there is refused', async () => {
  const files = fieldFile(
    'Account',
    'Tier__c',
    '<type>Picklist</type><valueSet><valueSetName>Tiers</valueSetName></valueSet>',
  );

  await expect(loadField(files, 'Tier__c')).rejects.toThrow('no GlobalValueSet named Tiers found');
});

test('a dependent picklist knows for which controlling values each of its own may be chosen', async () => {
  const dependent =
    '<type>Picklist</type><valueSet><controllingField>Tier__c</controllingField><valueSetDefinition><sorted>false</sorted>' +
    '<value><fullName>Phone</fullName><default>false</default></value><value><fullName>Visit</fullName><default>false</default></value></valueSetDefinition>' +
    '<valueSettings><controllingFieldValue>Gold</controllingFieldValue><controllingFieldValue>Silver</controllingFieldValue><valueName>Phone</valueName></valueSettings>' +
    '<valueSettings><controllingFieldValue>Gold</controllingFieldValue><valueName>Visit</valueName></valueSettings></valueSet>';
  const files = {
    ...fieldFile('Account', 'Tier__c', picklist(['Gold', 'Silver'])),
    ...fieldFile('Account', 'Support__c', dependent),
  };

  const field = await loadField(files, 'Support__c');

  expect(field?.picklist?.controllerName).toBe('Tier__c');
  expect(field?.picklist?.values.map(({ value, validFor }) => [value, validFor])).toEqual([
    ['Phone', ['Gold', 'Silver']],
    ['Visit', ['Gold']],
  ]);
});
