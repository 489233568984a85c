import { expect, test } from '@jest/globals';
import { loadSchema, type LoadedSource } from '../../../../../emulators/salesforce/schema/index.ts';
import { permissionSetFile, TICKETS, withSource } from './source-folder.ts';

function load(elements: string): Promise<LoadedSource> {
  const files = { ...TICKETS, ...permissionSetFile('Desk', elements) };
  return withSource(files, (folder) => loadSchema(folder, { keyPrefixOf: () => 'a00', recordTypeIdOf: () => '' }));
}

test('reads what a permission set grants', async () => {
  const { schema } = await load(
    '<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Ticket__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>' +
      '<fieldPermissions><editable>false</editable><field>Ticket__c.Size__c</field><readable>true</readable></fieldPermissions>' +
      '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>',
  );
  const desk = schema.permissionSets.get('Desk');

  expect(desk?.objects.get('Ticket__c')).toEqual({
    create: true,
    read: true,
    edit: true,
    delete: false,
    viewAll: false,
    modifyAll: false,
  });
  expect(desk?.fields.get('Ticket__c.Size__c')).toEqual({ readable: true, editable: false });
  expect(desk?.userPermissions).toEqual(['ApiEnabled']);
});

test.each([
  ['Ticket__c.Nothing__c', 'In field: field - no CustomField named Ticket__c.Nothing__c found'],
  ['Ticket__c.Title__c', 'You cannot deploy to a required field: Ticket__c.Title__c'],
])('refuses a permission on %s', async (field, message) => {
  const granted = `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

  await expect(load(granted)).rejects.toThrow(message);
});
