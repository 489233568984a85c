import { afterEach, expect, test } from '@jest/globals';
import { TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

test('an update changes what is given and moves the stamps, even when nothing differs', async () => {
  const { org, admin, clock } = await bootOrg(TICKETS);
  const id = create(org, admin, 'Ticket__c', { Title__c: 'A', Size__c: '1.005' });
  clock.advance(60_000);

  const result = writeOne(org, admin, {
    kind: 'update',
    object: 'Ticket__c',
    id: id.slice(0, 15),
    values: { Title__c: 'A' },
  });

  expect(result).toEqual({ id, success: true, errors: [] });
  expect(stored(org, 'Ticket__c', id)).toMatchObject({
    Title__c: 'A',
    Size__c: 1.01,
    CreatedDate: '2026-11-22T10:00:00.000Z',
    LastModifiedDate: '2026-11-22T10:01:00.000Z',
    SystemModstamp: '2026-11-22T10:01:00.000Z',
  });
});

test.each([
  ['a required field made blank', { Title__c: null }, 'REQUIRED_FIELD_MISSING'],
  ['a checkbox without a value', { Urgent__c: null }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
  ['a value that the picklist lacks', { Status__c: 'Old' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
])('refuses %s and keeps the record', async (_what, values, statusCode) => {
  const { org, admin } = await bootOrg(TICKETS);
  const id = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const before = stored(org, 'Ticket__c', id);

  const { errors } = writeOne(org, admin, { kind: 'update', object: 'Ticket__c', id, values });

  expect(errors.map((error) => error.statusCode)).toEqual([statusCode]);
  expect(stored(org, 'Ticket__c', id)).toEqual(before);
});

test('a detail record cannot be moved to another parent', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const other = create(org, admin, 'Ticket__c', { Title__c: 'B' });
  const note = create(org, admin, 'Note__c', { Ticket__c: ticket });

  const { errors } = writeOne(org, admin, {
    kind: 'update',
    object: 'Note__c',
    id: note,
    values: { Ticket__c: other },
  });

  expect(errors[0]?.statusCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
});

test.each([
  ['abc', 'MALFORMED_ID', 'malformed id abc'],
  ['001GW0000000009YAA', 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
])('refuses to update %s', async (id, statusCode, message) => {
  const { org, admin } = await bootOrg(TICKETS);

  const { errors } = writeOne(org, admin, { kind: 'update', object: 'Account', id, values: { Name: 'A' } });

  expect(errors[0]).toMatchObject({ statusCode, message });
});

test('an upsert creates once and updates from then on', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const upsert = (title: string) =>
    writeOne(org, admin, {
      kind: 'upsert',
      object: 'Ticket__c',
      externalIdField: 'Code__c',
      externalId: 'K-1',
      values: { Title__c: title },
    });

  const first = upsert('A');
  const second = upsert('B');

  expect(first.created).toBe(true);
  expect(second).toEqual({ id: first.id, created: false, success: true, errors: [] });
  expect(stored(org, 'Ticket__c', String(first.id))).toMatchObject({ Title__c: 'B', Code__c: 'K-1' });
});

test('an upsert that fits several records names them and changes none', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const ids = ['A', 'B'].map((title) => create(org, admin, 'Ticket__c', { Title__c: title, Batch__c: 'same' }));

  const { errors } = writeOne(org, admin, {
    kind: 'upsert',
    object: 'Ticket__c',
    externalIdField: 'Batch__c',
    externalId: 'same',
    values: { Title__c: 'C' },
  });

  expect(errors).toEqual([
    {
      statusCode: 'DUPLICATE_EXTERNAL_ID',
      message: `Batch__c: more than one record found for external id field: [${ids.join(', ')}]`,
      fields: ['Batch__c'],
    },
  ]);
});
