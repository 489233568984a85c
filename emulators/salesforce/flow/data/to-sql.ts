import type { Field, StoredValue } from '../../entities.ts';
import { toId18 } from '../../ids.ts';
import type { Logic } from '../conditions/index.ts';
import type { FieldCondition, RecordQuery } from '../ports.ts';

/** A statement for the table of the object, whose columns are its fields. */
export interface Sql {
  text: string;
  parameters: StoredValue[];
}

/** SQL of a field in the table that `alias` stands for. */
export type ColumnSql = (field: Field, alias: string) => string;

const ALIAS = 't';

/**
 * What a query asks, as SOQL means it: text without its case, nothing first in an order, and unequal to any value.
 *
 * `columnSql` knows the columns that fields which are worked out do not have.
 */
export function toSql({ object, where, order, limit }: RecordQuery, columnSql: ColumnSql = storedColumn): Sql {
  const clauses = where?.conditions.map((condition) => toClause(condition, columnSql(condition.field, ALIAS))) ?? [];
  const parts = [`SELECT ${ALIAS}.* FROM "${object.name}" ${ALIAS} WHERE ${ALIAS}."IsDeleted" = 0`];
  const parameters: StoredValue[] = [];
  if (where !== undefined) {
    parts.push(`AND (${join(where.logic, clauses, parameters)})`);
  }
  if (order !== undefined) {
    const column = columnSql(order.field, ALIAS);
    parts.push(`ORDER BY ${column} ${order.descending ? 'DESC' : 'ASC'} NULLS FIRST, ${ALIAS}."Id"`);
  } else {
    parts.push(`ORDER BY ${ALIAS}."Id"`);
  }
  if (limit !== undefined) {
    parts.push('LIMIT ?');
    parameters.push(limit);
  }
  return { text: parts.join(' '), parameters };
}

function storedColumn({ name }: Field, alias: string): string {
  return `${alias}."${name}"`;
}

function join(logic: Logic, clauses: Sql[], parameters: StoredValue[]): string {
  switch (logic.kind) {
    case 'condition': {
      const clause = clauses[logic.index];
      if (clause === undefined) throw new RangeError(`There is no condition ${logic.index + 1}`);
      parameters.push(...clause.parameters);
      return clause.text;
    }
    case 'not':
      return `NOT (${join(logic.part, clauses, parameters)})`;
    default:
      return logic.parts.map((part) => `(${join(part, clauses, parameters)})`).join(` ${logic.kind.toUpperCase()} `);
  }
}

const COMPARISONS = {
  GreaterThan: '>',
  LessThan: '<',
  GreaterThanOrEqualTo: '>=',
  LessThanOrEqualTo: '<=',
} as const;

function toClause(condition: FieldCondition, column: string): Sql {
  const { field, operator } = condition;
  switch (operator) {
    case 'In':
    case 'NotIn':
      return among(column, field, condition.values, operator === 'In');
    case 'EqualTo':
      return { text: `${column} IS ?`, parameters: [toParameter(field, condition.value)] };
    case 'NotEqualTo':
      return { text: `${column} IS NOT ?`, parameters: [toParameter(field, condition.value)] };
    case 'StartsWith':
      return like(column, condition.value, (text) => `${text}%`);
    case 'EndsWith':
      return like(column, condition.value, (text) => `%${text}`);
    case 'Contains':
      return like(column, condition.value, (text) => `%${text}%`);
    default:
      // A comparison with nothing is never true; without COALESCE, NOT would not turn it round.
      return {
        text: `COALESCE(${column} ${COMPARISONS[operator]} ?, 0)`,
        parameters: [toParameter(field, condition.value)],
      };
  }
}

function among(column: string, field: Field, values: readonly StoredValue[], wanted: boolean): Sql {
  const parameters = values.filter((value) => value !== null).map((value) => toParameter(field, value));
  const marks = parameters.map(() => '?').join(', ');
  const blank = values.includes(null) ? 1 : 0;
  const text = `CASE WHEN ${column} IS NULL THEN ${blank} ELSE ${column} IN (${marks}) END`;
  return { text: wanted ? text : `NOT (${text})`, parameters };
}

function like(column: string, value: StoredValue, pattern: (text: string) => string): Sql {
  const text = String(value ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return { text: `COALESCE(${column} LIKE ? ESCAPE '\\', 0)`, parameters: [pattern(text)] };
}

/** Ids are kept with 18 characters. */
function toParameter({ type }: Field, value: StoredValue): StoredValue {
  if (typeof value !== 'string' || (type !== 'id' && type !== 'reference')) return value;
  return toId18(value) ?? value;
}
