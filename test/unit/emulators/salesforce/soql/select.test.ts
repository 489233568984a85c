import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../emulators/salesforce/entities.ts';
import { closeOrgs, create } from '../data/booted-org.ts';
import { bootTickets, query } from './query-org.ts';

let org: LocalOrg;
let admin: User;

beforeAll(async () => {
  ({ org, admin } = await bootTickets());
});
afterAll(closeOrgs);

function records(soql: string): unknown[] {
  return query(org, admin, soql).records;
}

function idOf(object: string, field: string, value: string): string {
  return String(org.database.prepare(`SELECT Id FROM ${object} WHERE ${field} = ?`).get(value)?.['Id']);
}

test('a record carries its type, its address and the fields in their own spelling', () => {
  const id = idOf('Ticket__c', 'Code__c', 'A');

  expect(records("SELECT TITLE__C, size__c, urgent__c FROM ticket__c WHERE code__c = 'A'")).toEqual([
    {
      attributes: { type: 'Ticket__c', url: `/sobjects/Ticket__c/${id}` },
      Title__c: 'One',
      Size__c: 1.5,
      Urgent__c: true,
    },
  ]);
});

test('a parent is a record inside, and null where there is none', () => {
  const [one, four] = records(
    "SELECT Account__r.Name, Account__r.Owner.Name FROM Ticket__c WHERE Title__c IN ('One', 'Four')",
  );

  expect(one).toMatchObject({
    Account__r: {
      attributes: { type: 'Account' },
      Name: 'Acme',
      Owner: { attributes: { type: 'User' }, Name: 'Adi Sharma' },
    },
  });
  expect(four).toMatchObject({ Account__r: null });
});

test('children are an answer inside, and null where there are none', () => {
  const [one, two] = records('SELECT Title__c, (SELECT Name FROM Notes__r ORDER BY Name DESC) FROM Ticket__c LIMIT 2');

  expect(one).toMatchObject({ Notes__r: { totalSize: 2, done: true, records: [{ Name: 'N2' }, { Name: 'N1' }] } });
  expect(two).toMatchObject({ Notes__r: null });
});

test('LIMIT in a sub-query counts for each parent', () => {
  const [acme, zebra] = records(
    'SELECT Name, (SELECT Title__c FROM Tickets__r ORDER BY Title__c LIMIT 1) FROM Account ORDER BY Name',
  );

  expect(acme).toMatchObject({ Tickets__r: { records: [{ Title__c: 'One' }] } });
  expect(zebra).toMatchObject({ Tickets__r: { records: [{ Title__c: "O'Brien" }] } });
});

test.each([
  ['Size__c', ['Four', 'One', 'Two', "O'Brien"]],
  ['Size__c DESC', ['Four', "O'Brien", 'Two', 'One']],
  ['Size__c DESC NULLS LAST', ["O'Brien", 'Two', 'One', 'Four']],
  ['Account__r.Name, Size__c DESC', ['Four', 'Two', 'One', "O'Brien"]],
])('ORDER BY %s', (order, expected) => {
  const found = query(org, admin, `SELECT Title__c FROM Ticket__c ORDER BY ${order}`).records;

  expect(found.map((record) => record['Title__c'])).toEqual(expected);
});

test('LIMIT and OFFSET cut a window out', () => {
  expect(query(org, admin, 'SELECT Id FROM Ticket__c ORDER BY Name LIMIT 2 OFFSET 3').totalSize).toBe(1);
});

test('COUNT() tells how many and shows none', () => {
  expect(query(org, admin, 'SELECT COUNT() FROM Ticket__c WHERE Size__c != null')).toEqual({
    totalSize: 3,
    records: [],
  });
});

test('groups are named by alias, by field or by number', () => {
  expect(
    records(
      'SELECT Account__r.Name, COUNT(Id) n, SUM(Size__c), MAX(Due__c) FROM Ticket__c GROUP BY Account__r.Name HAVING COUNT(Id) > 1',
    ),
  ).toEqual([{ attributes: { type: 'AggregateResult' }, Name: 'Acme', n: 2, expr0: 4, expr1: null }]);
});

test('groups may be made by parts of a date', () => {
  expect(
    records(
      'SELECT CALENDAR_YEAR(Due__c) y, COUNT_DISTINCT(Id) FROM Ticket__c WHERE Due__c != null GROUP BY CALENDAR_YEAR(Due__c) ORDER BY CALENDAR_YEAR(Due__c)',
    ),
  ).toEqual([
    { attributes: { type: 'AggregateResult' }, y: 2025, expr0: 1 },
    { attributes: { type: 'AggregateResult' }, y: 2026, expr0: 1 },
  ]);
});

test('FORMAT writes as the user’s locale and time zone do, under the field’s name or an alias', () => {
  const due = 'SELECT FORMAT(Due__c), Due__c due FROM Ticket__c';
  const asked = "SELECT Due__c, FORMAT(Due__c) told FROM Ticket__c WHERE Title__c = 'Four'";
  const traveller: User = { ...admin, timeZone: 'Pacific/Auckland' };

  expect(records("SELECT FORMAT(Size__c), FORMAT(Due__c) FROM Ticket__c WHERE Title__c = 'One'")).toMatchObject([
    { Size__c: '1.50', Due__c: null },
  ]);
  expect(() => records(due)).toThrow('only aggregate expressions use field aliasing');
  expect(query(org, traveller, asked).records).toMatchObject([
    { Due__c: '2025-03-01T00:00:00.000+0000', told: '3/1/2025, 1:00 PM' },
  ]);
  expect(records('SELECT FORMAT(MIN(Due__c)) told, FORMAT(SUM(Size__c)) FROM Ticket__c')).toMatchObject([
    { told: '3/1/2025, 12:00 AM', expr0: '7.00' },
  ]);
});

test('the hour of a moment is that of the user’s clocks when it is converted', () => {
  const soql =
    'SELECT HOUR_IN_DAY(convertTimezone(Due__c)) h FROM Ticket__c WHERE Due__c != null GROUP BY HOUR_IN_DAY(convertTimezone(Due__c)) ORDER BY HOUR_IN_DAY(convertTimezone(Due__c))';

  expect(records(soql)).toMatchObject([{ h: 0 }, { h: 12 }]);
  expect(query(org, { ...admin, timeZone: 'Asia/Kolkata' }, soql).records).toMatchObject([{ h: 5 }, { h: 17 }]);
});

test('picklists sort by their list, behind which other values come', () => {
  for (const Rating of ['Warm', 'Apt', 'Hot']) {
    create(org, admin, 'Lead', { LastName: 'Rated', Company: 'Acme', Rating });
  }
  const rated = (order: string) =>
    records(`SELECT Rating FROM Lead ORDER BY ${order}`).map((record) => (record as { Rating: string }).Rating);
  const groups = 'SELECT Rating FROM Lead GROUP BY Rating ORDER BY Rating DESC';

  expect(rated('Rating')).toEqual(['Hot', 'Warm', 'Apt']);
  expect(rated('Rating DESC')).toEqual(['Apt', 'Warm', 'Hot']);
  expect(records(groups)).toMatchObject([{ Rating: 'Apt' }, { Rating: 'Warm' }, { Rating: 'Hot' }]);
  expect(records('SELECT MIN(Rating) least, MAX(Rating) most FROM Lead')).toMatchObject([
    { least: 'Hot', most: 'Apt' },
  ]);
});

test('a datetime ends in +0000', () => {
  expect(records("SELECT Due__c FROM Ticket__c WHERE Title__c = 'Four'")).toMatchObject([
    { Due__c: '2025-03-01T00:00:00.000+0000' },
  ]);
});

test('deleted records are found when they are asked for', () => {
  const id = create(org, admin, 'Account', { Name: 'Gone' });
  org.write(admin, [{ kind: 'delete', object: 'Account', id }], { allOrNone: true });
  const soql = "SELECT IsDeleted FROM Account WHERE Name = 'Gone'";

  expect(query(org, admin, soql).totalSize).toBe(0);
  expect(query(org, admin, soql, { includeDeleted: true }).records).toMatchObject([{ IsDeleted: true }]);
});

test.each<[string, string, string]>([
  [
    'SELECT Id FROM Nope',
    'INVALID_TYPE',
    "\nSELECT Id FROM Nope\n               ^\nERROR at Row:1:Column:16\nsObject type 'Nope' is not supported.",
  ],
  [
    'SELECT Id, Nope FROM Account',
    'INVALID_FIELD',
    "\nSELECT Id, Nope FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Account'.",
  ],
  [
    'SELECT Id, Id FROM Account',
    'INVALID_FIELD',
    '\nSELECT Id, Id FROM Account\n       ^\nERROR at Row:1:Column:8\nduplicate field selected: Id',
  ],
  [
    'SELECT Id FROM Account\nWHERE Nope = 1',
    'INVALID_FIELD',
    "\nWHERE Nope = 1\n      ^\nERROR at Row:2:Column:7\nNo such column 'Nope' on entity 'Account'.",
  ],
  [
    'SELECT (SELECT Id FROM Nopes) FROM Account',
    'INVALID_TYPE',
    "\nSELECT (SELECT Id FROM Nopes) FROM Account\n                       ^\nERROR at Row:1:Column:24\nDidn't understand relationship 'Nopes' in FROM part of query call.",
  ],
  [
    'SELECT Name, COUNT(Id) FROM Account',
    'INVALID_FIELD',
    '\nSELECT Name, COUNT(Id) FROM Account\n       ^\nERROR at Row:1:Column:8\nField must be grouped or aggregated: Name',
  ],
  ['SELECT Id FROM Account LIMIT', 'MALFORMED_QUERY', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account ALL ROWS', 'MALFORMED_QUERY', 'ALL ROWS not allowed in this context'],
  ['SELECT Id FROM Account WHERE Id IN :ids.keySet()', 'MALFORMED_QUERY', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account LIMIT:most', 'MALFORMED_QUERY', 'Bind variables only allowed in Apex code'],
  ['SELECT Id // all of them\nFROM Account', 'MALFORMED_QUERY', "unexpected token: '/'"],
  ['SELECT FIELDS(ALL) FROM Account', 'MALFORMED_QUERY', 'The SOQL FIELDS function must have a LIMIT of at most 200'],
  ['SELECT Id FROM Account USING SCOPE team', 'MALFORMED_QUERY', 'USING SCOPE team is not supported by this emulator'],
  ['SELECT Id FROM Account WHERE NOT (NOT (NOT Id = null))', 'MALFORMED_QUERY', 'Three NOT in a row'],
  ['SELECT Id FROM Account FOR UPDATE', 'MALFORMED_QUERY', 'FOR UPDATE not allowed in this context'],
  ['SELECT FORMAT(Name) FROM Account', 'MALFORMED_QUERY', 'field Name does not support function FORMAT'],
  ['SELECT convertCurrency(AnnualRevenue) FROM Account', 'MALFORMED_QUERY', 'an organization of several currencies'],
  ['SELECT COUNT(IsDeleted) FROM Account', 'INVALID_FIELD', 'IsDeleted does not support aggregate operator COUNT'],
  ['SELECT MAX(Tags__c) FROM Ticket__c', 'INVALID_FIELD', 'Tags__c does not support aggregate operator MAX'],
  ['SELECT COUNT(Id) n, MAX(Name) N FROM Account', 'MALFORMED_QUERY', 'duplicate alias: N'],
  ['SELECT Owner.Department FROM Ticket__c', 'INVALID_FIELD', "No such column 'Department' on entity 'Name'"],
  ['SELECT TYPEOF Owner WHEN User THEN Nope END FROM Account', 'MALFORMED_QUERY', 'Owner is none'],
  ['SELECT TYPEOF Owner WHEN Account THEN Name END FROM Ticket__c', 'INVALID_TYPE', "sObject type 'Account'"],
  [
    'SELECT TYPEOF Owner WHEN User THEN Nope END FROM Ticket__c',
    'INVALID_FIELD',
    "No such column 'Nope' on entity 'User'",
  ],
  [
    'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
    'MALFORMED_QUERY',
    'A path leads up through 5 relationships at most',
  ],
])('%s is refused', (soql, code, message) => {
  expect(() => records(soql)).toThrow(
    expect.objectContaining({ entries: [{ errorCode: code, message: expect.stringContaining(message) as unknown }] }),
  );
});

test('a lookup to several objects shows a Name and tells its type', () => {
  const [one] = records("SELECT Owner.Name, Owner.Type FROM Ticket__c WHERE Title__c = 'One' AND Owner.Type = 'user'");

  expect(one).toMatchObject({
    Owner: {
      attributes: { type: 'Name', url: expect.stringMatching(/^\/sobjects\/User\/005/) as unknown },
      Name: 'Adi Sharma',
      Type: 'User',
    },
  });
});

test('TYPEOF shows other fields for other objects', () => {
  const [one] = records(
    "SELECT TYPEOF Owner WHEN Group THEN DeveloperName WHEN User THEN Username, Profile.Name END FROM Ticket__c WHERE Title__c = 'One'",
  );
  const [none] = records("SELECT TYPEOF Owner WHEN Group THEN DeveloperName END FROM Ticket__c WHERE Title__c = 'One'");
  const [other] = records(
    "SELECT TYPEOF Owner WHEN Group THEN DeveloperName ELSE Name END FROM Ticket__c WHERE Title__c = 'One'",
  );

  expect(one).toMatchObject({
    Owner: {
      attributes: { type: 'User' },
      Username: 'adi@groundwork.example',
      Profile: { attributes: { type: 'Profile' }, Name: 'System Administrator' },
    },
  });
  expect(none).toMatchObject({ Owner: null });
  expect(other).toMatchObject({ Owner: { attributes: { type: 'User' }, Name: 'Adi Sharma' } });
});

test('USING SCOPE mine finds what the user owns', () => {
  expect(query(org, admin, 'SELECT Id FROM Account USING SCOPE mine').totalSize).toBe(2);
  expect(
    query(org, { ...admin, id: '005000000000000AAA' }, 'SELECT COUNT() FROM Ticket__c USING SCOPE mine').totalSize,
  ).toBe(0);
});

test('ROLLUP sums up from right to left', () => {
  const rows = records(
    'SELECT Account__r.Name a, Status__c s, GROUPING(Status__c) g, COUNT(Id) n FROM Ticket__c WHERE Account__c != null GROUP BY ROLLUP(Account__r.Name, Status__c) ORDER BY Account__r.Name NULLS LAST, Status__c NULLS LAST',
  );

  expect(rows.map((row) => Object.values<unknown>(row as Record<string, unknown>).slice(1))).toEqual([
    ['Acme', 'New', 0, 2],
    ['Acme', null, 1, 2],
    ['Zebra 100%', 'Done', 0, 1],
    ['Zebra 100%', null, 1, 1],
    [null, null, 1, 3],
  ]);
});

test('CUBE sums up in every way', () => {
  const rows = records(
    'SELECT Account__r.Name a, Status__c s, COUNT(Id) n FROM Ticket__c WHERE Account__c != null GROUP BY CUBE(Account__r.Name, Status__c)',
  );

  expect(rows).toHaveLength(7);
  expect(rows).toContainEqual({ attributes: { type: 'AggregateResult' }, a: null, s: 'New', n: 2 });
});

test('fiscal periods go by the fiscal year of the org, which begins in February and bears the year of its end', () => {
  expect(
    records(
      'SELECT FISCAL_YEAR(Due__c) y, FISCAL_QUARTER(Due__c) q, FISCAL_MONTH(Due__c) m, WEEK_IN_MONTH(Due__c) w FROM Ticket__c WHERE Due__c != null GROUP BY FISCAL_YEAR(Due__c), FISCAL_QUARTER(Due__c), FISCAL_MONTH(Due__c), WEEK_IN_MONTH(Due__c) ORDER BY FISCAL_YEAR(Due__c)',
    ),
  ).toMatchObject([
    { y: 2026, q: 1, m: 2, w: 1 },
    { y: 2027, q: 4, m: 10, w: 4 },
  ]);
});
