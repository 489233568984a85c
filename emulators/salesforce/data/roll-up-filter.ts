import type { Field, RollUp, Schema, SObjectType, StoredValue } from '../entities.ts';
import { DeployError } from '../schema/index.ts';
import { coerceValue, isRecordError } from './coerce/index.ts';
import { splitValues } from './split-values.ts';

/** A condition in SQL with the values for its question marks. */
export interface FilterSql {
  sql: string;
  values: StoredValue[];
}

const COMPARISONS: Record<string, string> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** Which children a roll-up takes in: all of its filters hold, each for any of its values. Throws DeployError. */
export function filterSql(
  place: string,
  schema: Schema,
  child: SObjectType,
  filters: RollUp['filters'],
  sqlOf: (name: string) => string,
): FilterSql {
  const all = filters.map(({ field: name, operation, value }): FilterSql => {
    const field = schema.findField(child, name);
    if (field === undefined) throw new DeployError(place, `no CustomField named ${child.name}.${name} found`);
    const values = splitValues(value).map((one) => toStored(place, field, operation, one));
    return condition(place, sqlOf(field.name), operation, values);
  });
  if (all.length === 0) return { sql: '1', values: [] };
  return { sql: all.map(({ sql }) => `(${sql})`).join(' AND '), values: all.flatMap(({ values }) => values) };
}

function condition(place: string, column: string, operation: string, values: StoredValue[]): FilterSql {
  const any = (one: (value: StoredValue) => FilterSql): FilterSql => {
    const parts = values.map(one);
    return { sql: parts.map(({ sql }) => sql).join(' OR '), values: parts.flatMap((part) => part.values) };
  };
  const not = ({ sql, values: given }: FilterSql): FilterSql => ({ sql: `NOT COALESCE(${sql}, 0)`, values: given });
  const like = (pattern: (text: string) => string): FilterSql =>
    any((value) => ({ sql: `${column} LIKE ? ESCAPE '\\'`, values: [pattern(escaped(value))] }));
  const equals = (): FilterSql => any((value) => ({ sql: `${column} IS ?`, values: [value] }));
  const includes = (): FilterSql =>
    any((value) => ({ sql: `instr(';' || lower(${column}) || ';', lower(?)) > 0`, values: [`;${String(value)};`] }));

  switch (operation) {
    case 'equals':
      return equals();
    case 'notEqual':
      return not(wrapped(equals()));
    case 'contains':
      return like((text) => `%${text}%`);
    case 'notContain':
      return not(wrapped(like((text) => `%${text}%`)));
    case 'startsWith':
      return like((text) => `${text}%`);
    case 'includes':
      return includes();
    case 'excludes':
      return not(wrapped(includes()));
    default: {
      const sign = COMPARISONS[operation];
      if (sign === undefined) throw new DeployError(place, `the filter operation ${operation} is not supported yet`);
      return any((value) => ({ sql: `${column} ${sign} ?`, values: [value] }));
    }
  }
}

function wrapped({ sql, values }: FilterSql): FilterSql {
  return { sql: `(${sql})`, values };
}

function escaped(value: StoredValue): string {
  return String(value ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function toStored(place: string, field: Field, operation: string, text: string): StoredValue {
  if (['contains', 'notContain', 'startsWith', 'includes', 'excludes'].includes(operation)) return text;
  const value = coerceValue(field, field.type === 'boolean' ? text.toLowerCase() : text);
  if (!isRecordError(value)) return value;
  throw new DeployError(place, `the filter value '${text}' does not fit ${field.name}`);
}
