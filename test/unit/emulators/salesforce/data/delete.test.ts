import { afterEach, expect, test } from '@jest/globals';
import { TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

test('a deleted record stays in the recycle bin with a new stamp, and its details with it', async () => {
  const { org, admin, clock } = await bootOrg(TICKETS);
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const note = create(org, admin, 'Note__c', { Ticket__c: ticket });
  clock.advance(5_000);

  const result = writeOne(org, admin, { kind: 'delete', object: 'Ticket__c', id: ticket });

  expect(result).toEqual({ id: ticket, success: true, errors: [] });
  for (const [object, id] of [
    ['Ticket__c', ticket],
    ['Note__c', note],
  ] as const) {
    expect(stored(org, object, id)).toMatchObject({ IsDeleted: 1, SystemModstamp: '2026-11-22T10:00:05.000Z' });
  }
  const type = org.schema.findObject('Ticket__c');
  expect(type && org.findRecord(type, ticket)).toBeUndefined();
});

test('deleting twice answers that the entity is deleted', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const id = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  writeOne(org, admin, { kind: 'delete', object: 'Ticket__c', id });

  const { errors } = writeOne(org, admin, { kind: 'delete', object: 'Ticket__c', id });

  expect(errors).toEqual([{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }]);
});

test('a restricted lookup keeps its parent, and all that would have gone with it', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  const account = create(org, admin, 'Account', { Name: 'Acme' });
  const contact = create(org, admin, 'Contact', { LastName: 'Lee', AccountId: account });
  create(org, admin, 'Ticket__c', { Title__c: 'A', Account__c: account });

  const { errors } = writeOne(org, admin, { kind: 'delete', object: 'Account', id: account });

  expect(errors).toEqual([
    {
      statusCode: 'DELETE_FAILED',
      message:
        'Your attempt to delete Acme could not be completed because it is associated with the following tickets.: T-0001\n',
      fields: [],
    },
  ]);
  expect(stored(org, 'Contact', contact)).toMatchObject({ IsDeleted: 0 });
});

test('a plain lookup is made blank and its record stamped', async () => {
  const { org, admin, clock } = await bootOrg(TICKETS);
  const contact = create(org, admin, 'Contact', { LastName: 'Lee' });
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A', Contact__c: contact });
  clock.advance(1_000);

  writeOne(org, admin, { kind: 'delete', object: 'Contact', id: contact });

  expect(stored(org, 'Ticket__c', ticket)).toMatchObject({
    Contact__c: null,
    IsDeleted: 0,
    SystemModstamp: '2026-11-22T10:00:01.000Z',
  });
});
