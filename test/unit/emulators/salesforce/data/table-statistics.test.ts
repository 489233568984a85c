import { afterEach, expect, test } from '@jest/globals';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../emulators/salesforce/entities.ts';
import { TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs } from './booted-org.ts';

afterEach(closeOrgs);

function fill(org: LocalOrg, admin: User, count: number): void {
  const operations = Array.from({ length: count }, (_, index) => ({
    kind: 'insert' as const,
    object: 'Ticket__c',
    values: { Title__c: `T${index}` },
  }));
  org.write(admin, operations, { allOrNone: false });
}

function rowsKnown({ database }: LocalOrg): number[] {
  const [table] = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").all();
  if (table === undefined) return [];
  const rows = database.prepare("SELECT stat FROM sqlite_stat1 WHERE tbl = 'Ticket__c'").all();
  return [...new Set(rows.map(({ stat }) => Number(String(stat).split(' ')[0])))];
}

test('the planner knows how a table is filled, again when it has doubled', async () => {
  const { org, admin } = await bootOrg(TICKETS);

  fill(org, admin, 499);
  expect(rowsKnown(org)).toEqual([]);

  fill(org, admin, 1);
  expect(rowsKnown(org)).toEqual([500]);

  fill(org, admin, 499);
  expect(rowsKnown(org)).toEqual([500]);

  fill(org, admin, 1);
  expect(rowsKnown(org)).toEqual([1000]);
});
