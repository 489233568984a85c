import { afterEach, expect, test } from '@jest/globals';
import { fieldFile, rollUpFile, TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const SOURCE = {
  ...TICKETS,
  ...rollUpFile('Ticket__c', 'Notes__c', 'count', 'Note__c.Ticket__c'),
  ...fieldFile(
    'Note__c',
    'Author__c',
    '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Written</relationshipName><deleteConstraint>Cascade</deleteConstraint>',
  ),
};

async function bootTickets() {
  const { org, admin, clock } = await bootOrg(SOURCE);
  const remove = (object: string, id: string) => writeOne(org, admin, { kind: 'delete', object, id });
  const undelete = (object: string, id: string) => writeOne(org, admin, { kind: 'undelete', object, id });
  return { org, admin, clock, remove, undelete };
}

test('a note that comes back counts again, and the stamps of both move', async () => {
  const { org, admin, clock, remove, undelete } = await bootTickets();
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const note = create(org, admin, 'Note__c', { Ticket__c: ticket });
  remove('Note__c', note);
  const without = stored(org, 'Ticket__c', ticket)?.['Notes__c'];
  clock.advance(60_000);

  const result = undelete('Note__c', note);

  const SystemModstamp = '2026-11-22T10:01:00.000Z';
  expect(without).toBe(0);
  expect(result).toEqual({ id: note, success: true, errors: [] });
  expect(stored(org, 'Ticket__c', ticket)).toMatchObject({ Notes__c: 1, SystemModstamp });
  expect(stored(org, 'Note__c', note)).toMatchObject({ IsDeleted: 0, SystemModstamp });
});

test('lookups lead to the restored record again, unless they lead elsewhere by now', async () => {
  const { org, admin, remove, undelete } = await bootTickets();
  const contact = create(org, admin, 'Contact', { LastName: 'Lee' });
  const other = create(org, admin, 'Contact', { LastName: 'Max' });
  const [left, moved] = ['A', 'B'].map((Title__c) =>
    create(org, admin, 'Ticket__c', { Title__c, Contact__c: contact }),
  ) as [string, string];
  remove('Contact', contact);
  writeOne(org, admin, { kind: 'update', object: 'Ticket__c', id: moved, values: { Contact__c: other } });

  undelete('Contact', contact);

  expect([left, moved].map((id) => stored(org, 'Ticket__c', id)?.['Contact__c'])).toEqual([contact, other]);
});

test('what went with a record comes back with it, and what had gone before stays', async () => {
  const { org, admin, remove, undelete } = await bootTickets();
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const [before, along] = [1, 2].map(() => create(org, admin, 'Note__c', { Ticket__c: ticket })) as [string, string];
  remove('Note__c', before);
  remove('Ticket__c', ticket);

  const alone = undelete('Note__c', along);
  const early = undelete('Note__c', before);
  undelete('Ticket__c', ticket);

  expect(alone.errors).toMatchObject([{ statusCode: 'UNDELETE_FAILED' }]);
  expect(early.errors).toMatchObject([{ statusCode: 'ENTITY_IS_DELETED' }]);
  expect(stored(org, 'Note__c', along)).toMatchObject({ IsDeleted: 0 });
  expect(stored(org, 'Note__c', before)).toMatchObject({ IsDeleted: 1 });
  expect(stored(org, 'Ticket__c', ticket)).toMatchObject({ IsDeleted: 0, Notes__c: 1 });
  expect(undelete('Note__c', before).success).toBe(true);
  expect(stored(org, 'Ticket__c', ticket)).toMatchObject({ Notes__c: 2 });
});

test('a lookup that deletes with its parent is restored with it', async () => {
  const { org, admin, remove, undelete } = await bootTickets();
  const contact = create(org, admin, 'Contact', { LastName: 'Lee' });
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const note = create(org, admin, 'Note__c', { Ticket__c: ticket, Author__c: contact });
  remove('Contact', contact);
  const gone = stored(org, 'Note__c', note)?.['IsDeleted'];
  const count = () => stored(org, 'Ticket__c', ticket)?.['Notes__c'];
  const counted = count();

  undelete('Contact', contact);

  expect([gone, counted, stored(org, 'Note__c', note)?.['Author__c'], count()]).toEqual([1, 0, contact, 1]);
});

test('a unique value that is taken by now keeps a record in the bin', async () => {
  const { org, admin, remove, undelete } = await bootTickets();
  const first = create(org, admin, 'Ticket__c', { Title__c: 'A', Code__c: 'x' });
  remove('Ticket__c', first);
  create(org, admin, 'Ticket__c', { Title__c: 'B', Code__c: 'X' });

  const { errors } = undelete('Ticket__c', first);

  expect(errors).toMatchObject([{ statusCode: 'DUPLICATE_VALUE' }]);
  expect(stored(org, 'Ticket__c', first)).toMatchObject({ IsDeleted: 1 });
});

test('the bin keeps records for fifteen days', async () => {
  const { org, admin, clock, remove, undelete } = await bootTickets();
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  remove('Ticket__c', ticket);
  clock.advance(16 * 24 * 60 * 60 * 1000);

  expect(undelete('Ticket__c', ticket).errors).toMatchObject([{ statusCode: 'UNDELETE_FAILED' }]);
});
