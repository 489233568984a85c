import fc from 'fast-check';
import { dayFromToday, TODAY, valueOf, type Entity, type Kind, type Row, type Value, type World } from './schema.ts';

/** A part of a query twice: as SOQL, and as a plain reading of what it means for a record. */
export interface Meaning<Result> {
  soql: string;
  of: (row: Row) => Result;
}

interface Path extends Meaning<Value> {
  kind: Kind;
}

/** The fields of an object and of what it points at, two steps up. A parent that is not there has blank fields. */
export function pathsOf(world: World, { fields, lookups }: Entity, depth = 2): Path[] {
  const own = fields.map(({ name, kind }) => ({ soql: name, kind, of: (row: Row) => row.values[name] ?? null }));
  if (depth === 0) return own;
  const above = lookups.flatMap(({ name, up, to }) =>
    pathsOf(world, entityNamed(world, to), depth - 1).map(({ soql, kind, of }): Path => ({
      soql: `${up}.${soql}`,
      kind,
      of(row) {
        const parent = parentOf(world, row, name, to);
        return parent === undefined ? null : of(parent);
      },
    })),
  );
  return [...own, ...above];
}

export function entityNamed({ entities }: World, name: string): Entity {
  const found = entities.find((entity) => entity.name === name);
  if (found === undefined) throw new RangeError(`There is no ${name}`);
  return found;
}

export function parentOf({ rows }: World, row: Row, lookup: string, to: string): Row | undefined {
  const index = row.parents[lookup];
  return index === null || index === undefined ? undefined : rows.get(to)?.[index];
}

/** Comparisons, date literals, semi-joins and anti-joins, joined by AND, OR and NOT. */
export function condition(world: World, entity: Entity): fc.Arbitrary<Meaning<boolean>> {
  const simple = [
    ...pathsOf(world, entity).map(comparison),
    ...entity.lookups.map((lookup) => upward(world, lookup)),
    ...world.entities.flatMap((child) =>
      child.lookups.filter(({ to }) => to === entity.name).map((lookup) => downward(world, child, lookup)),
    ),
  ];
  const { tree } = fc.letrec<{ tree: Meaning<boolean> }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(...simple),
      fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => ({
        soql: `(${one.soql} AND ${other.soql})`,
        of: (row: Row) => one.of(row) && other.of(row),
      })),
      // A semi-join may not stand beside OR.
      fc
        .tuple(fc.oneof(...pathsOf(world, entity).map(comparison)), fc.oneof(...pathsOf(world, entity).map(comparison)))
        .map(([one, other]) => ({
          soql: `(${one.soql} OR NOT ${other.soql})`,
          of: (row: Row) => one.of(row) || !other.of(row),
        })),
    ),
  }));
  return tree;
}

function comparison({ soql, kind, of }: Path): fc.Arbitrary<Meaning<boolean>> {
  const value = valueOf(kind);
  const equality = fc.tuple(fc.constantFrom('=', '!='), value).map(([operator, wanted]) => ({
    soql: `${soql} ${operator} ${literal(wanted)}`,
    of: (row: Row) => (comparable(of(row)) === comparable(wanted)) === (operator === '='),
  }));
  if (kind === 'checkbox') return equality;
  const blank = fc.constantFrom('=', '!=').map((operator) => ({
    soql: `${soql} ${operator} null`,
    of: (row: Row) => (of(row) === null) === (operator === '='),
  }));
  const list = fc.tuple(fc.boolean(), fc.array(value, { minLength: 1, maxLength: 3 })).map(([isIn, wanted]) => ({
    soql: `${soql} ${isIn ? 'IN' : 'NOT IN'} (${wanted.map(literal).join(', ')})`,
    of: (row: Row) => wanted.map(comparable).includes(comparable(of(row))) === isIn,
  }));
  const order = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), value).map(([operator, wanted]) => ({
    soql: `${soql} ${operator} ${literal(wanted)}`,
    of: (row: Row) => holds(operator, of(row), wanted),
  }));
  return kind === 'date'
    ? fc.oneof(equality, blank, list, order, dateWord({ soql, kind, of }))
    : fc.oneof(equality, blank, list, order);
}

function dateWord({ soql, of }: Path): fc.Arbitrary<Meaning<boolean>> {
  const between = (word: string, from: string, to: string): Meaning<boolean> => ({
    soql: `${soql} = ${word}`,
    of(row) {
      const day = of(row);
      return typeof day === 'string' && day >= from && day <= to;
    },
  });
  return fc.oneof(
    fc.constantFrom(
      between('TODAY', TODAY, TODAY),
      between('YESTERDAY', dayFromToday(-1), dayFromToday(-1)),
      between('THIS_MONTH', '2026-11-01', '2026-11-30'),
      between('LAST_MONTH', '2026-10-01', '2026-10-31'),
      between('NEXT_MONTH', '2026-12-01', '2026-12-31'),
      between('THIS_WEEK', TODAY, dayFromToday(6)),
      between('LAST_WEEK', dayFromToday(-7), dayFromToday(-1)),
    ),
    fc.integer({ min: 1, max: 20 }).map((days) => between(`NEXT_N_DAYS:${days}`, dayFromToday(1), dayFromToday(days))),
    fc.integer({ min: 1, max: 20 }).map((days): Meaning<boolean> => ({
      soql: `${soql} < N_DAYS_AGO:${days}`,
      of(row) {
        const day = of(row);
        return typeof day === 'string' && day < dayFromToday(-days);
      },
    })),
  );
}

/** `Up0__c IN (SELECT Id FROM Thing0__c WHERE …)` */
function upward(world: World, { name, to }: Entity['lookups'][number]): fc.Arbitrary<Meaning<boolean>> {
  const parent = entityNamed(world, to);
  const inner = fc.oneof(...pathsOf(world, parent, 0).map(comparison));
  return fc.tuple(fc.boolean(), inner).map(([isIn, where]) => ({
    soql: `${name} ${isIn ? 'IN' : 'NOT IN'} (SELECT Id FROM ${to} WHERE ${where.soql})`,
    of(row: Row) {
      const found = parentOf(world, row, name, to);
      return (found !== undefined && where.of(found)) === isIn;
    },
  }));
}

/** `Id IN (SELECT Up0__c FROM Thing1__c WHERE …)` */
function downward(
  world: World,
  child: Entity,
  { name, to }: Entity['lookups'][number],
): fc.Arbitrary<Meaning<boolean>> {
  const inner = fc.oneof(...pathsOf(world, child, 0).map(comparison));
  return fc.tuple(fc.boolean(), inner).map(([isIn, where]) => ({
    soql: `Id ${isIn ? 'IN' : 'NOT IN'} (SELECT ${name} FROM ${child.name} WHERE ${name} != null AND ${where.soql})`,
    of: (row: Row) =>
      (world.rows.get(child.name) ?? []).some((one) => parentOf(world, one, name, to) === row && where.of(one)) ===
      isIn,
  }));
}

export function literal(value: Value): string {
  if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d$/.test(value)) return `'${value.replace(/[\\']/g, '\\$&')}'`;
  return String(value);
}

/** Text is compared without case. */
export function comparable(value: Value): Value {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function holds(operator: string, own: Value, wanted: Value): boolean {
  const [one, other] = [comparable(own), comparable(wanted)];
  if (one === null || other === null) return false;
  if (operator === '<') return one < other;
  if (operator === '<=') return one <= other;
  return operator === '>' ? one > other : one >= other;
}
