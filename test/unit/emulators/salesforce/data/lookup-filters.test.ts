import { afterEach, expect, test } from '@jest/globals';
import { fieldFile, objectFile, type SourceFiles } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const item = (field: string, operation: string, value: string) =>
  `<filterItems><field>${field}</field><operation>${operation}</operation>${value}</filterItems>`;
const given = (text: string) => `<value>${text}</value>`;
const from = (path: string) => `<valueField>${path}</valueField>`;

/** Visits to a contact; the account of both has to be the same, or the contact has to be a VIP. */
function visits(filter: string, isOptional = false): SourceFiles {
  const lookupFilter = `<lookupFilter><active>true</active>${filter}<isOptional>${String(isOptional)}</isOptional></lookupFilter>`;
  return {
    ...objectFile(
      'Visit__c',
      '<label>Visit</label><pluralLabel>Visits</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
    ),
    ...fieldFile(
      'Visit__c',
      'Account__c',
      '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName>',
    ),
    ...fieldFile(
      'Visit__c',
      'Contact__c',
      `<type>Lookup</type>${lookupFilter}<referenceTo>Contact</referenceTo><relationshipName>Visits</relationshipName>`,
    ),
  };
}

const OF_ACCOUNT =
  '<booleanFilter>1 OR (2 AND NOT 3)</booleanFilter><errorMessage>Somebody of the account, please.</errorMessage>' +
  item('Contact.AccountId', 'equals', from('$Source.Account__c')) +
  item('Contact.Title', 'startsWith', given('chief, "vice president"')) +
  item('Contact.Account.Industry', 'equals', given('Energy'));

async function bootVisits(filter: string, isOptional = false) {
  const { org, admin } = await bootOrg(visits(filter, isOptional));
  const [acme, best] = ['Acme', 'Best'].map((Name) => create(org, admin, 'Account', { Name })) as [string, string];
  const dark = create(org, admin, 'Account', { Name: 'Dark', Industry: 'Energy' });
  const contact = (AccountId: string, Title: string | null = null) =>
    create(org, admin, 'Contact', { LastName: 'Lee', AccountId, Title });
  const insert = (values: Record<string, unknown>) =>
    writeOne(org, admin, { kind: 'insert', object: 'Visit__c', values });
  const update = (id: string | null, values: Record<string, unknown>) =>
    writeOne(org, admin, { kind: 'update', object: 'Visit__c', id: String(id), values });
  return { acme, best, dark, contact, insert, update };
}

test('a lookup leads only to what its required filter lets through', async () => {
  const { acme, best, dark, contact, insert } = await bootVisits(OF_ACCOUNT);
  const visit = (Contact__c: string) => insert({ Account__c: acme, Contact__c }).success;

  expect([
    visit(contact(acme)),
    visit(contact(best)),
    visit(contact(best, 'Chief of staff')),
    visit(contact(best, 'Vice President')),
    visit(contact(dark, 'Chief')),
  ]).toEqual([true, false, true, true, false]);
  expect(insert({ Account__c: acme, Contact__c: contact(best) }).errors).toEqual([
    {
      statusCode: 'FIELD_FILTER_VALIDATION_EXCEPTION',
      message: 'Somebody of the account, please.',
      fields: ['Contact__c'],
    },
  ]);
});

test('the filter is asked again when what it reads of the record is written, and not for other changes', async () => {
  const { acme, best, contact, insert, update } = await bootVisits(OF_ACCOUNT);
  const { id } = insert({ Account__c: acme, Contact__c: contact(acme) });

  expect(update(id, { Name: 'Again' }).success).toBe(true);
  expect(update(id, { Account__c: best }).errors).toMatchObject([{ fields: ['Contact__c'] }]);
  expect(update(id, { Account__c: best, Contact__c: null }).success).toBe(true);
});

test('an optional filter is for pages only, and a filter without words has the words of the platform', async () => {
  const owned = item('Contact.OwnerId', 'notEqual', from('$User.Id'));
  const optional = await bootVisits(owned, true);
  const required = await bootVisits(owned);

  expect(optional.insert({ Contact__c: optional.contact(optional.acme) }).success).toBe(true);
  expect(required.insert({ Contact__c: required.contact(required.acme) }).errors).toMatchObject([
    { message: 'Value does not exist or does not match filter criteria.' },
  ]);
});

test.each([
  [item('Contact.Nothing__c', 'equals', given('x')), 'reads Contact.Nothing__c, which does not exist'],
  [item('Account.Name', 'equals', given('x')), 'expected a field of Contact or $Source'],
  [item('Contact.Birthdate', 'equals', given('soon')), "the filter value 'soon' does not fit"],
  [`<booleanFilter>1 AND 2</booleanFilter>${item('Contact.Name', 'equals', given('x'))}`, 'the filter logic 1 AND 2'],
])('the filter %s is refused', async (filter, message) => {
  await expect(bootOrg(visits(filter))).rejects.toThrow(message);
});
