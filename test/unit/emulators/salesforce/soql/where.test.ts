import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../emulators/salesforce/entities.ts';
import { closeOrgs } from '../data/booted-org.ts';
import { bootTickets, titles } from './query-org.ts';

let org: LocalOrg;
let admin: User;

beforeAll(async () => {
  ({ org, admin } = await bootTickets());
});
afterAll(closeOrgs);

const FOUND: [string, string[]][] = [
  ["Title__c = 'one'", ['One']],
  ["Title__c != 'One'", ['Two', "O'Brien", 'Four']],
  ["Title__c = 'O\\'Brien'", ["O'Brien"]],
  ["Code__c != 'A'", ['Two', "O'Brien", 'Four']],
  ["Code__c NOT IN ('A', 'B')", ["O'Brien", 'Four']],
  ["Code__c IN ('a', 'b')", ['One', 'Two']],
  ['Code__c = null', ["O'Brien", 'Four']],
  ["Code__c = ''", ["O'Brien", 'Four']],
  ['Size__c > 1.5', ['Two', "O'Brien"]],
  ['Size__c <= 2.5 AND Size__c != null', ['One', 'Two']],
  ['NOT Size__c > 1.5', ['One', 'Four']],
  ["(NOT Title__c LIKE 'o%') AND Size__c != null", ['Two']],
  ["Title__c LIKE '%o%'", ['One', 'Two', "O'Brien", 'Four']],
  ["Title__c LIKE 'T_o'", ['Two']],
  ["Account__r.Name LIKE '%100\\%'", ["O'Brien"]],
  ["Account__r.Name = 'Acme' AND (Size__c > 2 OR Code__c = 'A')", ['One', 'Two']],
  ['Account__r.Name = null', ['Four']],
  ['Urgent__c = false', ['Two']],
  ['Urgent__c = null', ['Two']],
  ["Tags__c INCLUDES ('red;green', 'blue')", ['One', 'Two']],
  ["Tags__c INCLUDES ('red;blue')", []],
  ["Tags__c EXCLUDES ('red')", ['Two', "O'Brien", 'Four']],
  ['Due__c = TODAY', ["O'Brien"]],
  ['Due__c = THIS_FISCAL_YEAR', ["O'Brien"]],
  ['Due__c = N_FISCAL_YEARS_AGO:1', ['Four']],
  ['Due__c != TODAY', ['One', 'Two', 'Four']],
  ['Due__c < LAST_N_DAYS:30', ['Four']],
  ['Due__c >= 2026-11-22T13:00:00+01:00', ["O'Brien"]],
  ['Due__c > 2026-11-22T12:00:00Z', []],
  ['CALENDAR_YEAR(Due__c) = 2025', ['Four']],
  ['DAY_ONLY(Due__c) = 2026-11-22', ["O'Brien"]],
  ["toLabel(Status__c) = 'Done'", ["O'Brien"]],
  ["Id IN (SELECT Ticket__c FROM Note__c WHERE Name = 'N1')", ['One']],
  ['Id NOT IN (SELECT Ticket__c FROM Note__c)', ['Two', "O'Brien", 'Four']],
  ["Ticket__c.Title__c = 'Two'", ['Two']],
];

// No test.each: it would take the percent signs of LIKE for places to fill in.
for (const [condition, expected] of FOUND) {
  test(`${condition} finds ${expected.join(', ')}`, () => {
    expect(titles(org, admin, condition)).toEqual(expected);
  });
}

test('an id is found by its 15 characters too', () => {
  const [row] = org.database.prepare("SELECT Id FROM Ticket__c WHERE Title__c = 'Two'").all();

  expect(titles(org, admin, `Id = '${String(row?.['Id']).slice(0, 15)}'`)).toEqual(['Two']);
});

const REFUSED: [string, string, RegExp][] = [
  ["Title__c = 'a' AND Code__c = 'b' OR Code__c = 'c'", 'MALFORMED_QUERY', /^unexpected token: OR$/],
  ['Title__c = 1', 'INVALID_FIELD', /'Title__c' must be of type string and should be enclosed in quotes/],
  ["Size__c = '1'", 'INVALID_FIELD', /'Size__c' must be of type double and should not be enclosed in quotes/],
  ["Due__c = '2026'", 'INVALID_FIELD', /'Due__c' must be of type dateTime and should not be enclosed in quotes/],
  ['Due__c = 2026-11-22', 'INVALID_FIELD', /'Due__c' must be of type dateTime/],
  ["Id = 'nonsense'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: nonsense/],
  ["Id LIKE 'a%'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid operator on id field/],
  ["Title__c INCLUDES ('a')", 'INVALID_QUERY_FILTER_OPERATOR', /invalid operator on string field/],
  ["Text__c = 'a'", 'INVALID_FIELD', /field 'Text__c' can not be filtered in a query call/],
  ["Account__r.Nope = 'a'", 'INVALID_FIELD', /No such column 'Nope' on entity 'Account'/],
  ["Nope__r.Name = 'a'", 'INVALID_FIELD', /Didn't understand relationship 'Nope__r' in field path/],
  ["Code__c = 'A' OR Id IN (SELECT Ticket__c FROM Note__c)", 'MALFORMED_QUERY', /only allowed at the top level/],
  ['Id IN (SELECT Id FROM Ticket__c)', 'MALFORMED_QUERY', /should not be on the same object type/],
];

for (const [condition, code, message] of REFUSED) {
  test(`${condition} is refused`, () => {
    expect(() => titles(org, admin, condition)).toThrow(
      expect.objectContaining({ entries: [{ errorCode: code, message: expect.stringMatching(message) as unknown }] }),
    );
  });
}
