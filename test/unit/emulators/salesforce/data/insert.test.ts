import { afterEach, expect, test } from '@jest/globals';
import { TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

test('a new record gets its id, number, defaults and stamps in whole seconds', async () => {
  const { org, admin } = await bootOrg(TICKETS);

  const id = create(org, admin, 'Ticket__c', { Title__c: ' First ' });

  expect(id).toMatch(/^a0[01]GW0000000001[A-Z0-5]{3}$/);
  expect(stored(org, 'Ticket__c', id)).toEqual({
    Id: id,
    OwnerId: admin.id,
    IsDeleted: 0,
    Name: 'T-0001',
    CreatedDate: '2026-11-22T10:00:00.000Z',
    CreatedById: admin.id,
    LastModifiedDate: '2026-11-22T10:00:00.000Z',
    LastModifiedById: admin.id,
    SystemModstamp: '2026-11-22T10:00:00.000Z',
    Account__c: null,
    Batch__c: null,
    Code__c: null,
    Contact__c: null,
    Size__c: null,
    Status__c: 'New',
    Title__c: 'First',
    Urgent__c: 1,
  });
});

test('field names ignore case and a lookup takes an id of 15 characters', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const account = create(org, admin, 'Account', { Name: 'Acme' });

  const id = create(org, admin, 'ticket__c', { TITLE__C: 'Shout', account__c: account.slice(0, 15) });

  expect(stored(org, 'Ticket__c', id)).toMatchObject({ Title__c: 'Shout', Account__c: account });
});

test('a lookup may name its parent by external id', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'Parent', Code__c: 'P-1' });

  const id = create(org, admin, 'Note__c', { Ticket__r: { Code__c: 'P-1' } });

  expect(stored(org, 'Note__c', id)).toMatchObject({ Ticket__c: ticket, Name: id.slice(0, 15) });
});

test('an account sees its address parts as one address', async () => {
  const { org, admin } = await bootOrg(TICKETS);

  const id = create(org, admin, 'Account', { Name: 'Acme', BillingCity: 'Berlin' });

  expect(JSON.parse(String(stored(org, 'Account', id)?.['BillingAddress']))).toEqual({
    city: 'Berlin',
    country: null,
    geocodeAccuracy: null,
    latitude: null,
    longitude: null,
    postalCode: null,
    state: null,
    street: null,
  });
  expect(stored(org, 'Account', id)?.['ShippingAddress']).toBeNull();
});

test.each([
  ['no required field', {}, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Title__c]', ['Title__c']],
  [
    'a blank required field',
    { Title__c: ' ' },
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [Title__c]',
    ['Title__c'],
  ],
  [
    'too long a text',
    { Title__c: 'Elevencharac' },
    'STRING_TOO_LONG',
    'Title: data value too large: Elevencharac (max length=10)',
    ['Title__c'],
  ],
  [
    'a value that the restricted picklist lacks',
    { Title__c: 'T', Status__c: 'Old' },
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Status: bad value for restricted picklist field: Old',
    ['Status__c'],
  ],
  [
    'a number that is none',
    { Title__c: 'T', Size__c: 'big' },
    'INVALID_TYPE_ON_FIELD_IN_RECORD',
    'Size: value not of required type: big',
    ['Size__c'],
  ],
  [
    'a number with too many digits',
    { Title__c: 'T', Size__c: 1000 },
    'NUMBER_OUTSIDE_VALID_RANGE',
    'Size: value outside of valid range on numeric field: 1000',
    ['Size__c'],
  ],
  [
    'a reference that is no id',
    { Title__c: 'T', Account__c: 'acme' },
    'MALFORMED_ID',
    'Account: id value of incorrect type: acme',
    ['Account__c'],
  ],
  [
    'a reference to a record of another type',
    { Title__c: 'T', Account__c: '003GW0000000009YAA' },
    'FIELD_INTEGRITY_EXCEPTION',
    'Account: id value of incorrect type: 003GW0000000009YAA',
    ['Account__c'],
  ],
  [
    'a reference to nothing',
    { Title__c: 'T', Account__c: '001GW0000000009YAA' },
    'INVALID_CROSS_REFERENCE_KEY',
    'invalid cross reference id',
    ['Account__c'],
  ],
  [
    'an unknown field',
    { Title__c: 'T', Nope__c: 1 },
    'INVALID_FIELD',
    "No such column 'Nope__c' on sobject of type Ticket__c",
    [],
  ],
  [
    'a field that the platform keeps',
    { Title__c: 'T', Name: 'T-9', CreatedDate: '2026-01-01T00:00:00Z' },
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'Unable to create/update fields: Name, CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    ['Name', 'CreatedDate'],
  ],
  [
    'an id',
    { Id: 'a00GW0000000009YAA', Title__c: 'T' },
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'cannot specify Id in an insert call',
    ['Id'],
  ],
])('refuses %s', async (_what, values, statusCode, message, fields) => {
  const { org, admin } = await bootOrg(TICKETS);

  const result = writeOne(org, admin, { kind: 'insert', object: 'Ticket__c', values });

  expect(result).toEqual({ id: null, success: false, errors: [{ statusCode, message, fields }] });
});

test('tells every field that does not fit at once', async () => {
  const { org, admin } = await bootOrg(TICKETS);

  const { errors } = writeOne(org, admin, {
    kind: 'insert',
    object: 'Contact',
    values: { LastName: 'L', Email: 'nobody', Birthdate: '2026-02-30' },
  });

  expect(errors.map(({ statusCode, message }) => `${statusCode} ${message}`)).toEqual([
    'INVALID_EMAIL_ADDRESS Email: invalid email address: nobody',
    'INVALID_TYPE_ON_FIELD_IN_RECORD Birthdate: value not of required type: 2026-02-30',
  ]);
});

test('a unique value is taken only while its record is there', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const first = create(org, admin, 'Ticket__c', { Title__c: 'A', Code__c: 'x' });
  const again = { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'B', Code__c: 'X' } } as const;

  expect(writeOne(org, admin, again).errors).toEqual([
    {
      statusCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Code__c duplicates value on record with id: ${first.slice(0, 15)}`,
      fields: [],
    },
  ]);
  writeOne(org, admin, { kind: 'delete', object: 'Ticket__c', id: first });
  expect(writeOne(org, admin, again).success).toBe(true);
});
