import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../emulators/salesforce/entities.ts';
import { bootOrg, closeOrgs, create } from '../data/booted-org.ts';
import { TICKETS } from '../schema/source-folder.ts';
import { query } from './query-org.ts';

type Row = { Title__c: string; Size__c: number | null; Code__c: string | null; Urgent__c: boolean };

/** One condition twice: as SOQL, and as what it means. */
interface Meaning {
  soql: string;
  holds: (row: Row) => boolean;
}

let org: LocalOrg;
let admin: User;

beforeAll(async () => {
  ({ org, admin } = await bootOrg(TICKETS));
});
afterAll(closeOrgs);

const text = fc.constantFrom('a', 'B', 'ab', 'Ba', "o'x", 'b%', 'a_b');
const size = fc.constantFrom(-1, 0, 1, 1.5, 2);

function quote(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}

function low(value: string | null): string | null {
  return value === null ? null : value.toLowerCase();
}

const comparison: fc.Arbitrary<Meaning> = fc.oneof(
  text.map((value) => ({
    soql: `Code__c = ${quote(value)}`,
    holds: (row: Row) => low(row.Code__c) === value.toLowerCase(),
  })),
  text.map((value) => ({
    soql: `Code__c != ${quote(value)}`,
    holds: (row: Row) => low(row.Code__c) !== value.toLowerCase(),
  })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((values) => ({
    soql: `Code__c NOT IN (${values.map(quote).join(', ')})`,
    holds: (row: Row) => !values.some((value) => value.toLowerCase() === low(row.Code__c)),
  })),
  text.map((value) => ({
    soql: `Title__c LIKE '%${value.replace(/[\\'%_]/g, '\\$&')}%'`,
    holds: (row: Row) => row.Title__c.toLowerCase().includes(value.toLowerCase()),
  })),
  fc.constantFrom('=', '!=').map((operator) => ({
    soql: `Size__c ${operator} null`,
    holds: (row: Row) => (row.Size__c === null) === (operator === '='),
  })),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), size).map(([operator, value]) => ({
    soql: `Size__c ${operator} ${value}`,
    holds: ({ Size__c: own }: Row) => {
      if (own === null) return false;
      if (operator === '<') return own < value;
      if (operator === '<=') return own <= value;
      return operator === '>' ? own > value : own >= value;
    },
  })),
  fc.boolean().map((value) => ({ soql: `Urgent__c = ${value}`, holds: (row: Row) => row.Urgent__c === value })),
);

const { condition } = fc.letrec<{ condition: Meaning }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    comparison,
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => ({
      soql: `(${parts.map(({ soql }) => soql).join(' AND ')})`,
      holds: (row: Row) => parts.every(({ holds }) => holds(row)),
    })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => ({
      soql: `(${parts.map(({ soql }) => soql).join(' OR ')})`,
      holds: (row: Row) => parts.some(({ holds }) => holds(row)),
    })),
    tie('condition')
      .filter(({ soql }) => !/NOT[\s(]+NOT/.test(soql))
      .map(({ soql, holds }) => ({ soql: `(NOT ${soql})`, holds: (row: Row) => !holds(row) })),
  ),
}));

const rows: fc.Arbitrary<Row[]> = fc
  .array(fc.record({ Size__c: fc.option(size), Code__c: fc.option(text), Urgent__c: fc.boolean() }), { maxLength: 8 })
  .map((some) => some.map((row, index) => ({ ...row, Title__c: `${row.Code__c ?? ''}-${index}` })));

function fill(some: Row[]): void {
  org.database.exec('DELETE FROM Ticket__c');
  const codes = new Set<string>();
  for (const row of some) {
    // The code is unique.
    if (row.Code__c !== null && codes.has(row.Code__c.toLowerCase())) row.Code__c = null;
    if (row.Code__c !== null) codes.add(row.Code__c.toLowerCase());
    create(org, admin, 'Ticket__c', { ...row });
  }
}

function compare(one: number | null, other: number | null): number {
  return (one ?? -Infinity) - (other ?? -Infinity) || 0;
}

test('SOQL finds what a plain reading of its condition finds', () => {
  fc.assert(
    fc.property(rows, fc.array(condition, { minLength: 1, maxLength: 5 }), (some, conditions) => {
      fill(some);
      for (const { soql, holds } of conditions) {
        const found = query(org, admin, `SELECT Title__c FROM Ticket__c WHERE ${soql}`).records;

        expect(found.map((record) => record['Title__c'])).toEqual(some.filter(holds).map((row) => row.Title__c));
      }
    }),
    { numRuns: 60 },
  );
});

test('SOQL orders, cuts and sums up as one does by hand', () => {
  fc.assert(
    fc.property(rows, fc.nat(4), fc.nat(3), (some, limit, offset) => {
      fill(some);
      const sorted = some.toSorted((one, other) => compare(one.Size__c, other.Size__c)).map((row) => row.Title__c);
      const groups = Map.groupBy(some, (row) => row.Urgent__c);

      const found = query(
        org,
        admin,
        `SELECT Title__c FROM Ticket__c ORDER BY Size__c LIMIT ${limit + 1} OFFSET ${offset}`,
      ).records;
      const sums = query(
        org,
        admin,
        'SELECT Urgent__c u, COUNT(Id) n, COUNT(Size__c) m, SUM(Size__c) s FROM Ticket__c GROUP BY Urgent__c ORDER BY Urgent__c',
      ).records;

      expect(found.map((record) => record['Title__c'])).toEqual(sorted.slice(offset, offset + limit + 1));
      expect(sums).toEqual(
        [false, true].flatMap((u) => {
          const group = groups.get(u) ?? [];
          const sizes = group.flatMap((row) => (row.Size__c === null ? [] : [row.Size__c]));
          const s = sizes.length === 0 ? null : sizes.reduce((sum, one) => sum + one, 0);
          const attributes = { type: 'AggregateResult' };
          return group.length === 0 ? [] : [{ attributes, u, n: group.length, m: sizes.length, s }];
        }),
      );
    }),
    { numRuns: 60 },
  );
});
