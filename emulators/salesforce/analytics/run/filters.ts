import {
  compare,
  fragment,
  joined,
  Scope,
  whereOf,
  wrapped,
  type Fragment,
  type QueryContext,
} from '../../soql/index.ts';
import { ReportError, ReportForbidden } from '../errors.ts';
import type { CrossFilter, DateFilter, Operator, Report, ReportFilter } from '../model.ts';
import { resolveField } from '../report-type/index.ts';
import { CUSTOM } from './durations.ts';
import { combine } from './filter-logic.ts';
import { madeUpField, type RunField } from './run-field.ts';
import type { RunFields } from './run-fields.ts';
import { nextDay, rangeOfDuration, splitValues, toComparand } from './values.ts';

const SQL_OPERATORS: Record<Exclude<Operator, 'contains' | 'notContain' | 'startsWith'>, string> = {
  equals: 'IN',
  notEqual: 'NOT IN',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};

/** Everything that keeps rows out of a report, as conditions that all must hold. */
export function conditionsOf(report: Report, fields: RunFields, context: QueryContext): Fragment[] {
  const filters = report.filters.map((filter) => conditionOf(filter, fields.require(filter.column), context, fields));
  return [
    ...combine(filters, report.booleanFilter),
    ...(report.dateFilter === null ? [] : dateCondition(report.dateFilter, fields, context)),
    ...report.crossFilters.map((cross) => crossCondition(cross, fields, context)),
    ...(report.scope === 'user' ? [ownRecords(fields, context)] : []),
  ];
}

function conditionOf(filter: ReportFilter, field: RunField, context: QueryContext, fields?: RunFields): Fragment {
  if (filter.fieldToField) {
    if (fields === undefined) throw new ReportError('A cross filter compares with values only');
    return betweenFields(filter, field, fields.require(filter.value));
  }
  if (field.field.reference?.to.includes('RecordType') === true) {
    throw new ReportError(`Filters of record types are not supported yet: ${field.name}`);
  }
  const values = splitValues(filter.value);
  const { operator } = filter;
  if (operator === 'contains' || operator === 'notContain' || operator === 'startsWith') {
    return textCondition(operator, values, field);
  }
  const isRange = !['equals', 'notEqual', 'includes', 'excludes'].includes(operator);
  if (field.nameSql !== undefined && (isRange || !values.every(isId))) {
    const named = { sql: field.nameSql, field: madeUpField(field.name, field.label, 'string') };
    const comparands = values.map((text) => toComparand({ ...field, ...named }, text, context));
    return wrapped('(', compare(named, SQL_OPERATORS[operator], comparands), ')');
  }
  if ((operator === 'includes' || operator === 'excludes') !== (field.field.type === 'multipicklist')) {
    const isPlain = field.field.type === 'multipicklist' && (operator === 'equals' || operator === 'notEqual');
    if (!isPlain) throw wrongOperator(filter, field);
  }
  if (isRange && (field.field.type === 'boolean' || field.field.type === 'multipicklist'))
    throw wrongOperator(filter, field);
  const comparands = values.map((text) => toComparand(field, text, context));
  return wrapped('(', compare(field, SQL_OPERATORS[operator], comparands), ')');
}

function wrongOperator({ operator }: ReportFilter, { name }: RunField): ReportError {
  return new ReportError(`Invalid filter operator ${operator} for ${name}`);
}

function isId(text: string): boolean {
  return /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text);
}

const TEXTUAL = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox', 'id']);

function textCondition(
  operator: 'contains' | 'notContain' | 'startsWith',
  values: string[],
  field: RunField,
): Fragment {
  const sql = field.nameSql ?? field.sql;
  if (field.nameSql === undefined && !TEXTUAL.has(field.field.type)) {
    throw new ReportError(`Invalid filter operator ${operator} for ${field.name}`);
  }
  const before = operator === 'startsWith' ? '' : '%';
  const any = joined(
    values.map((text) => fragment(`${sql} LIKE ? ESCAPE '\\'`, `${before}${text.replaceAll(/[\\%_]/g, '\\$&')}%`)),
    ' OR ',
  );
  return operator === 'notContain' ? wrapped('NOT COALESCE((', any, '), 0)') : wrapped('(', any, ')');
}

function betweenFields({ operator }: ReportFilter, left: RunField, right: RunField): Fragment {
  const [one, other] = [left.sql, right.sql];
  switch (operator) {
    case 'equals':
      return fragment(`${one} IS ${other}`);
    case 'notEqual':
      return fragment(`${one} IS NOT ${other}`);
    case 'lessThan':
    case 'greaterThan':
    case 'lessOrEqual':
    case 'greaterOrEqual':
      return fragment(`${one} ${SQL_OPERATORS[operator]} ${other}`);
    default:
      throw new ReportError(`Invalid filter operator ${operator} between ${left.name} and ${right.name}`);
  }
}

function dateCondition(filter: DateFilter, fields: RunFields, context: QueryContext): Fragment[] {
  const field = fields.require(filter.column);
  if (field.field.type !== 'date' && field.field.type !== 'datetime') {
    throw new ReportError(`The date filter needs a date, and ${filter.column} is none`);
  }
  const days = daysOf(filter, context);
  const suffix = field.field.type === 'datetime' ? 'T00:00:00.000Z' : '';
  return [
    ...(days.from === null ? [] : [fragment(`${field.sql} >= ?`, days.from + suffix)]),
    ...(days.to === null ? [] : [fragment(`${field.sql} < ?`, days.to + suffix)]),
  ];
}

/** From the first day up to but not including `to`; null where there is no limit. */
function daysOf(filter: DateFilter, context: QueryContext): { from: string | null; to: string | null } {
  const { durationValue, startDate, endDate } = filter;
  if (durationValue === CUSTOM) return { from: startDate, to: endDate === null ? null : nextDay(endDate) };
  const days = rangeOfDuration(durationValue, context);
  if (days === undefined) throw new ReportError(`Invalid date filter duration ${durationValue}`);
  return days;
}

function crossCondition(cross: CrossFilter, fields: RunFields, context: QueryContext): Fragment {
  const object = context.schema.findObject(cross.relatedEntity);
  if (object === undefined) throw new ReportError(`Cross filter: no object named ${cross.relatedEntity} found`);
  const join =
    resolveField(context.schema, object, cross.relatedEntityJoinField)?.field ??
    object.fields.get(cross.relatedEntityJoinField);
  if (join?.reference === undefined) {
    throw new ReportError(`Cross filter: ${cross.relatedEntity}.${cross.relatedEntityJoinField} is no lookup`);
  }
  if (!context.access.mayRead(object) || !context.access.mayReadField(object, join)) {
    throw new ReportForbidden(`You don’t have access to ${cross.relatedEntity}, which the report filters by.`);
  }
  const primary = fields.require(cross.primaryEntityField);
  const scope = new Scope(context, object);
  const key = scope.column(join.name).sql;
  const criteria = cross.criteria.map((filter) => conditionOf(filter, relatedField(scope, filter.column), context));
  const all = joined([fragment(`${key} IS NOT NULL`), whereOf(scope, undefined), ...criteria], ' AND ');
  const ids = wrapped(`SELECT ${key} FROM ${scope.from} WHERE `, all, '');
  return wrapped(`(${primary.sql} ${cross.includesObject ? 'IN' : 'NOT IN'} (`, ids, '))');
}

function relatedField(scope: Scope, column: string): RunField {
  const field = scope.object.fields.get(column);
  if (field === undefined) throw new ReportError(`Cross filter: no field ${column} of ${scope.object.name} found`);
  if (!scope.context.access.mayReadField(scope.object, field)) {
    throw new ReportForbidden(
      `You don’t have access to the field ${scope.object.name}.${column}, which the report filters by.`,
    );
  }
  return { name: column, label: field.label, field, sql: scope.column(column).sql, nameSql: undefined, table: 0 };
}

function ownRecords(fields: RunFields, { user }: QueryContext): Fragment {
  const [scope] = fields.scopes;
  if (scope?.object.fields.has('OwnerId') !== true)
    throw new ReportError('Invalid scope user: the records have no owner');
  return fragment(`${scope.alias}."OwnerId" = ?`, user.id);
}
