import { afterEach, expect, test } from '@jest/globals';
import type { WriteOperation } from '../../../../../emulators/salesforce/entities.ts';
import { TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create } from './booted-org.ts';

afterEach(closeOrgs);

const GOOD_AND_BAD: WriteOperation[] = [
  { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'Good' } },
  { kind: 'insert', object: 'Ticket__c', values: {} },
];

test('one failure undoes everything when all or none are wanted', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  let changes = 0;
  org.onChange(() => (changes += 1));

  const results = org.write(admin, GOOD_AND_BAD, { allOrNone: true });

  expect(results.map(({ id, errors }) => [id, errors[0]?.statusCode])).toEqual([
    [null, 'ALL_OR_NONE_OPERATION_ROLLED_BACK'],
    [null, 'REQUIRED_FIELD_MISSING'],
  ]);
  expect(org.database.prepare('SELECT count(*) AS count FROM Ticket__c').get()).toEqual({ count: 0 });
  expect(changes).toBe(0);
});

test('a failure is alone otherwise, and the change is told once', async () => {
  const { org, admin } = await bootOrg(TICKETS);
  let changes = 0;
  org.onChange(() => (changes += 1));

  const results = org.write(admin, GOOD_AND_BAD, { allOrNone: false });

  expect(results.map(({ success }) => success)).toEqual([true, false]);
  expect(changes).toBe(1);
});

test('a write inside a transaction that is rolled back leaves nothing but a gap in the numbers', async () => {
  const { org, admin } = await bootOrg(TICKETS);

  org.database.exec('SAVEPOINT outer_work');
  create(org, admin, 'Ticket__c', { Title__c: 'Lost' });
  org.database.exec('ROLLBACK TO outer_work; RELEASE outer_work');
  create(org, admin, 'Ticket__c', { Title__c: 'Kept' });

  expect(org.database.prepare('SELECT Name, Title__c FROM Ticket__c').all()).toEqual([
    { Name: 'T-0002', Title__c: 'Kept' },
  ]);
});

test('an operation on an unknown object fails alone', async () => {
  const { org, admin } = await bootOrg(TICKETS);

  const [result] = org.write(admin, [{ kind: 'insert', object: 'Nope__c', values: {} }], { allOrNone: false });

  expect(result?.errors[0]).toMatchObject({ statusCode: 'INVALID_TYPE' });
});
