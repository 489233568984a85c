import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LocalOrg } from '../../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../../emulators/salesforce/entities.ts';
import { bootOrg, closeOrgs, create } from '../../data/booted-org.ts';
import { query } from '../query-org.ts';
import { comparable, condition, parentOf, pathsOf } from './query.ts';
import { toSource, world, type Entity, type Row, type Value, type World } from './schema.ts';

afterEach(closeOrgs);

const ORGS = 15;
const QUERIES = 12;

interface Running {
  org: LocalOrg;
  admin: User;
}

/** An org with this schema and these records. */
async function boot(given: World): Promise<Running> {
  const { org, admin } = await bootOrg(toSource(given));
  for (const { name, lookups } of given.entities) {
    for (const row of given.rows.get(name) ?? []) {
      const parents = lookups.map((lookup) => [lookup.name, parentOf(given, row, lookup.name, lookup.to)?.id ?? null]);
      row.id = create(org, admin, name, { ...row.values, ...(Object.fromEntries(parents) as Record<string, string>) });
    }
  }
  return { org, admin };
}

/** Checks something in many orgs, with many queries each. */
async function inRandomOrgs<Asked>(
  ask: (given: World, entity: Entity) => fc.Arbitrary<Asked>,
  check: (running: Running, rows: Row[], asked: Asked, entity: Entity, given: World) => void,
): Promise<void> {
  const cases = world.chain((given) =>
    fc.constantFrom(...given.entities).chain((entity) =>
      fc.record({
        given: fc.constant(given),
        entity: fc.constant(entity),
        asked: fc.array(ask(given, entity), { minLength: QUERIES, maxLength: QUERIES }),
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ given, entity, asked }) => {
      const running = await boot(given);
      for (const one of asked) check(running, given.rows.get(entity.name) ?? [], one, entity, given);
      closeOrgs();
    }),
    { numRuns: ORGS },
  );
}

function idsOf(records: readonly Record<string, unknown>[]): unknown[] {
  return records.map((record) => record['Id']);
}

test('finds the records for which the condition holds, whatever the schema', async () => {
  await inRandomOrgs(condition, ({ org, admin }, rows, { soql, of }, { name }) => {
    const found = query(org, admin, `SELECT Id FROM ${name} WHERE ${soql}`).records;

    expect({ soql, ids: idsOf(found) }).toEqual({ soql, ids: rows.filter(of).map(({ id }) => id) });
  });
});

function compareBlankFirst(one: Value, other: Value): number {
  const [left, right] = [comparable(one), comparable(other)];
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  return left < right ? -1 : 1;
}

test('orders by fields of its own and of parents, blank ones where asked, and cuts', async () => {
  await inRandomOrgs(
    (given, entity) =>
      fc.record({
        path: fc.constantFrom(...pathsOf(given, entity)),
        order: fc.constantFrom('ASC', 'DESC'),
        nulls: fc.constantFrom('', 'NULLS FIRST', 'NULLS LAST'),
        limit: fc.integer({ min: 1, max: 5 }),
        offset: fc.nat(4),
      }),
    ({ org, admin }, rows, { path, order, nulls, limit, offset }, { name }) => {
      const soql = `SELECT Id, ${path.soql} FROM ${name} ORDER BY ${path.soql} ${order} ${nulls}, Id LIMIT ${limit} OFFSET ${offset}`;
      const sign = order === 'ASC' ? 1 : -1;
      const blankSign = nulls === 'NULLS LAST' ? -1 : 1;
      const sorted = rows.toSorted((one, other) => {
        const [left, right] = [path.of(one), path.of(other)];
        const isBlank = left === null || right === null;
        const difference = compareBlankFirst(left, right) * (isBlank ? blankSign : sign);
        return difference === 0 ? one.id.localeCompare(other.id) : difference;
      });

      const found = query(org, admin, soql).records;

      const expected = sorted.slice(offset, offset + limit);
      expect({ soql, ids: idsOf(found) }).toEqual({ soql, ids: expected.map(({ id }) => id) });
      expect(found.map((record) => read(record, path.soql))).toEqual(expected.map(path.of));
    },
  );
});

/** The value at the end of a path in an answer; a parent that is not there is null. */
function read(record: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value === null ? null : (value as Record<string, unknown>)[step]), record);
}

test('brings the children of each record', async () => {
  await inRandomOrgs(
    (given, entity) => {
      const below = given.entities.flatMap((child) =>
        child.lookups.filter(({ to }) => to === entity.name).map((lookup) => ({ child, lookup })),
      );
      if (below.length === 0) return fc.constant(undefined);
      return fc
        .constantFrom(...below)
        .chain(({ child, lookup }) =>
          fc.record({ child: fc.constant(child), lookup: fc.constant(lookup), where: condition(given, child) }),
        );
    },
    ({ org, admin }, rows, asked, { name }, given) => {
      if (asked === undefined || /IN \(SELECT/.test(asked.where.soql)) return;
      const { child, lookup, where } = asked;
      const soql = `SELECT Id, (SELECT Id FROM ${lookup.down} WHERE ${where.soql} ORDER BY Id) FROM ${name}`;

      const found = query(org, admin, soql).records;

      const children = (row: Row) =>
        (given.rows.get(child.name) ?? []).filter(
          (one) => parentOf(given, one, lookup.name, lookup.to) === row && where.of(one),
        );
      expect({ soql, found: found.map((record) => childIds(record[lookup.down])) }).toEqual({
        soql,
        found: rows.map((row) => children(row).map(({ id }) => id)),
      });
    },
  );
});

function childIds(answer: unknown): unknown[] {
  return answer === null ? [] : idsOf((answer as { records: Record<string, unknown>[] }).records);
}

test('groups, sums up and keeps the groups that were asked for', async () => {
  await inRandomOrgs(
    (given, entity) => {
      // Numbers with decimal places may not be grouped by.
      const paths = pathsOf(given, entity, 1).filter(({ kind }) => kind !== 'number');
      const numbers = entity.fields.filter(({ kind }) => kind === 'number').map(({ name }) => name);
      if (paths.length === 0) return fc.constant(undefined);
      return fc.record({
        by: fc.constantFrom(...paths),
        number: fc.constantFrom(undefined, ...numbers),
        where: condition(given, entity),
        atLeast: fc.integer({ min: 0, max: 3 }),
      });
    },
    ({ org, admin }, rows, asked, { name }) => {
      if (asked === undefined) return;
      const { by, number, where, atLeast } = asked;
      const sums =
        number === undefined ? '' : `, SUM(${number}) s, MIN(${number}) low, MAX(${number}) high, COUNT(${number}) c`;
      const soql = `SELECT ${by.soql} g, COUNT(Id) n${sums} FROM ${name} WHERE ${where.soql} GROUP BY ${by.soql} HAVING COUNT(Id) > ${atLeast}`;
      const groups = [...Map.groupBy(rows.filter(where.of), (row) => comparable(by.of(row)))].filter(
        ([, group]) => group.length > atLeast,
      );

      const found = query(org, admin, soql).records;

      const expected = groups.map(([g, group]) => ({
        attributes: GROUP,
        g,
        n: group.length,
        ...summedUp(group, number),
      }));
      expect({ soql, found: sortedText(found) }).toEqual({ soql, found: sortedText(expected) });
    },
  );
});

const GROUP = { type: 'AggregateResult' };

function summedUp(group: Row[], number: string | undefined): Record<string, number | null> {
  if (number === undefined) return {};
  const values = group.map((row) => row.values[number]).filter((value) => typeof value === 'number');
  const isEmpty = values.length === 0;
  return {
    s: isEmpty ? null : values.reduce((sum, value) => sum + value, 0),
    low: isEmpty ? null : Math.min(...values),
    high: isEmpty ? null : Math.max(...values),
    c: values.length,
  };
}

function sortedText(records: Record<string, unknown>[]): string[] {
  return records
    .map((record) => JSON.stringify(Object.entries(record).toSorted(([one], [other]) => one.localeCompare(other))))
    .toSorted();
}
