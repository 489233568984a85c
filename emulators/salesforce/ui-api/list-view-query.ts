import type { Field, SObjectType } from '../entities.ts';
import { malformedQuery, unsupported } from '../errors.ts';
import type { ListView } from '../page-metadata/index.ts';
import type { Call } from '../routes/endpoint.ts';

/** The names that list views have for fields of every object. */
const COLUMN_NAMES: Record<string, string> = {
  NAME: 'Name',
  'OWNER.ALIAS': 'Owner.Alias',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  RECORDTYPE: 'RecordType.Name',
};

export interface ListColumn {
  /** `Account__r.Name` for a lookup, as lists show the name. */
  path: string;
  /** The field of the object itself. */
  field: Field;
}

/** A column of a list view as a path. One that this emulator does not know is refused by name. */
export function columnOf({ platform }: Call, object: SObjectType, token: string): ListColumn {
  const { schema } = platform.org;
  const known = COLUMN_NAMES[token.toUpperCase()] ?? token.replace(/^[A-Z]+\./, '');
  const [first = '', ...rest] = known.split('.');
  const field =
    rest.length > 0
      ? [...object.fields.values()].find(({ reference }) => reference?.relationshipName === first)
      : (schema.findField(object, known) ?? schema.findField(object, known.replaceAll('_', '')));
  if (field === undefined)
    throw unsupported(`List view column ${token} of ${object.name} is not known to this emulator`);
  if (rest.length > 0) return { path: known, field };
  const up = field.reference?.relationshipName;
  return { path: up === undefined || up === null ? field.name : `${up}.Name`, field };
}

type ToCondition = (path: string, literals: string[]) => string;

const OPERATIONS: Record<string, ToCondition> = {
  equals: (path, literals) => `${path} IN (${literals.join(', ')})`,
  notEqual: (path, literals) => `${path} NOT IN (${literals.join(', ')})`,
  lessThan: (path, [literal = 'null']) => `${path} < ${literal}`,
  greaterThan: (path, [literal = 'null']) => `${path} > ${literal}`,
  lessOrEqual: (path, [literal = 'null']) => `${path} <= ${literal}`,
  greaterOrEqual: (path, [literal = 'null']) => `${path} >= ${literal}`,
  contains: (path, literals) => any(literals, (one) => `${path} LIKE ${pattern(one, '%', '%')}`),
  notContain: (path, literals) => `(NOT ${any(literals, (one) => `${path} LIKE ${pattern(one, '%', '%')}`)})`,
  startsWith: (path, literals) => any(literals, (one) => `${path} LIKE ${pattern(one, '', '%')}`),
  includes: (path, literals) => `${path} INCLUDES (${literals.join(', ')})`,
  excludes: (path, literals) => `${path} EXCLUDES (${literals.join(', ')})`,
};

/** The SOQL behind a list view: its filters, and its scope. */
export function listViewQuery(call: Call, object: SObjectType, view: ListView, sortBy: string): string {
  if (!['Everything', 'Mine', 'Queue'].includes(view.scope)) {
    throw unsupported(`filterScope ${view.scope} is not served by this emulator`);
  }
  const conditions = view.filters.map((filter) => conditionOf(call, object, filter));
  const numbered = view.booleanFilter ?? conditions.map((_, index) => String(index + 1)).join(' AND ');
  const where = numbered.replace(/\d+/g, (number) => {
    const condition = conditions[Number(number) - 1];
    if (condition === undefined) throw malformedQuery(`booleanFilter of ${view.name}: there is no filter ${number}`);
    return condition;
  });
  const scope = view.scope === 'Mine' ? ' USING SCOPE mine' : '';
  const ofQueue = view.scope === 'Queue' ? [`OwnerId IN (${queueNamed(view.queue ?? '')})`] : [];
  const all = [...(where === '' ? [] : [`(${where})`]), ...ofQueue];
  return `SELECT Id FROM ${object.name}${scope}${all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`} ORDER BY ${sortBy}`;
}

function queueNamed(name: string): string {
  return `SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = '${name.replace(/[\\']/g, '\\$&')}'`;
}

function conditionOf(
  call: Call,
  object: SObjectType,
  { field, operation, value }: ListView['filters'][number],
): string {
  const column = columnOf(call, object, field);
  const toCondition = OPERATIONS[operation];
  if (toCondition === undefined) throw unsupported(`Filter operation ${operation} is not served by this emulator`);
  const values = value === '' ? [] : value.split(',');
  const literals = values.map((one) => toLiteral(column.field, one.trim()));
  return toCondition(column.path, literals.length === 0 ? ['null'] : literals);
}

function toLiteral({ type }: Field, value: string): string {
  switch (type) {
    case 'boolean':
      return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return value;
    case 'date':
    case 'datetime':
      return value;
    default:
      return `'${value.replace(/[\\']/g, '\\$&')}'`;
  }
}

function any(literals: string[], toCondition: (literal: string) => string): string {
  return `(${literals.map(toCondition).join(' OR ')})`;
}

function pattern(literal: string, before: string, after: string): string {
  return `'${before}${literal.slice(1, -1).replace(/[%_]/g, '\\$&')}${after}'`;
}
