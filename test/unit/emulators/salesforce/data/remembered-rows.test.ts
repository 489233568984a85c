import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RememberedRows } from '../../../../../emulators/salesforce/data/remembered-rows.ts';

const ACME = { Id: '001', Name: 'Acme' };

let database: DatabaseSync;
let remembered: RememberedRows;

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE Account (Id TEXT, Name TEXT)');
  database.exec("INSERT INTO Account VALUES ('001', 'Acme')");
  remembered = new RememberedRows(database);
});
afterEach(() => {
  database.close();
});

function keepAcme(): void {
  const rows = remembered.take();
  rows.set(ACME.Id, ACME);
  remembered.keep(rows);
}

test('a write finds the rows that the one before has read', () => {
  keepAcme();

  expect([...remembered.take().values()]).toEqual([ACME]);
});

test('what anything else has changed in between is forgotten, and so is what was undone', () => {
  keepAcme();
  database.exec("UPDATE Account SET Name = 'Globex'");

  expect(remembered.take().size).toBe(0);

  keepAcme();
  database.exec("SAVEPOINT composite; UPDATE Account SET Name = 'Initech'; ROLLBACK TO composite; RELEASE composite");

  expect(remembered.take().size).toBe(0);
});

test('a write within a transaction begins without rows and leaves none', () => {
  keepAcme();
  database.exec('SAVEPOINT composite');

  expect(remembered.take().size).toBe(0);

  keepAcme();
  database.exec('ROLLBACK TO composite; RELEASE composite');

  expect(remembered.take().size).toBe(0);
});

test('a write that has read very many rows leaves none', () => {
  const rows = remembered.take();
  for (let row = 0; row < 6_000; row += 1) rows.set(String(row), ACME);
  remembered.keep(rows);

  expect(remembered.take().size).toBe(0);
});
