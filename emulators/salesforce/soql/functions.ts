import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { toFormattedText } from '../display-value.ts';
import type { Field, FieldType } from '../entities.ts';
import { malformedQuery } from '../errors.ts';
import type { Operand } from './compare.ts';
import { isGmt, LOCAL_TIME } from '../time-zone.ts';
import { behindRank, isListed, withRank } from './picklist-order.ts';
import { misplacedField } from './positioned.ts';
import type { Column, Scope } from './scope.ts';

export type Call = Pick<FunctionExp, 'functionName' | 'parameters'>;

/** SQL around a date or datetime column, by SOQL function; days are days of GMT, unless the moment was converted. */
const DATE_PARTS: Record<string, (sql: string, fiscalYearStartMonth: number) => string> = {
  CALENDAR_YEAR: (sql) => number('%Y', sql),
  CALENDAR_QUARTER: (sql) => `((${number('%m', sql)} + 2) / 3)`,
  CALENDAR_MONTH: (sql) => number('%m', sql),
  DAY_IN_MONTH: (sql) => number('%d', sql),
  DAY_IN_YEAR: (sql) => number('%j', sql),
  DAY_IN_WEEK: (sql) => `(${number('%w', sql)} + 1)`,
  HOUR_IN_DAY: (sql) => number('%H', sql),
  WEEK_IN_MONTH: (sql) => `((${number('%d', sql)} + 6) / 7)`,
  WEEK_IN_YEAR: (sql) => `((${number('%j', sql)} + 6) / 7)`,
  FISCAL_MONTH: (sql, start) => `((${number('%m', sql)} + ${12 - start}) % 12 + 1)`,
  FISCAL_QUARTER: (sql, start) => `((${number('%m', sql)} + ${12 - start}) % 12 / 3 + 1)`,
  // Named by the calendar year in which it ends.
  FISCAL_YEAR: (sql, start) =>
    start === 1 ? number('%Y', sql) : `(${number('%Y', sql)} + (${number('%m', sql)} >= ${start}))`,
};

function number(format: string, sql: string): string {
  return `CAST(strftime('${format}', ${sql}) AS INTEGER)`;
}

const AGGREGATES = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'];
/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-agg-functions-field-types.html */
const UNCOUNTABLE = new Set<FieldType>(['boolean', 'time', 'address', 'anyType', 'location', 'multipicklist']);
const SUMMABLE = new Set<FieldType>(['int', 'double', 'currency', 'percent']);

export function isAggregate({ functionName }: Call): boolean {
  return AGGREGATES.includes(functionName?.toUpperCase() ?? '');
}

/** Whether a function is worked out for groups: an aggregate, or `FORMAT(MIN(CloseDate))`. */
export function isOfGroups(call: Call): boolean {
  const [inner] = call.parameters ?? [];
  return isAggregate(call) || (isFormat(call) && typeof inner === 'object' && isAggregate(inner));
}

export function isFormat({ functionName }: Call): boolean {
  return functionName?.toUpperCase() === 'FORMAT';
}

export function refuseUnformatted(field: Field): void {
  if (toFormattedText(field, null, 'GMT') === undefined) {
    throw malformedQuery(`field ${field.name} does not support function FORMAT`);
  }
}

/** SOQL that is not served here, or not where it stands. */
export function notHere({ functionName = '' }: Call): Error {
  return malformedQuery(
    functionName.toLowerCase() === 'convertcurrency'
      ? 'convertCurrency() needs an organization of several currencies, and this one has one'
      : `Function ${functionName} is not supported by this emulator here`,
  );
}

/** `CALENDAR_YEAR(CreatedDate)` and its like, or undefined for any other function. */
export function dateFunction(scope: Scope, call: Call): Operand | undefined {
  const name = call.functionName?.toUpperCase() ?? '';
  if (DATE_PARTS[name] === undefined && name !== 'DAY_ONLY') return undefined;
  const [parameter] = call.parameters ?? [];
  const isLocal = typeof parameter === 'object' && parameter.functionName?.toLowerCase() === 'converttimezone';
  const column = isLocal ? inLocalTime(scope, parameter) : columnOf(scope, call);
  if (column.field.type !== 'datetime' && (column.field.type !== 'date' || name === 'HOUR_IN_DAY')) {
    throw malformedQuery(`field ${column.field.name} does not support function ${name}`);
  }
  if (name === 'DAY_ONLY') return { sql: `substr(${column.sql}, 1, 10)`, field: resultField(column.field, 'date') };
  return {
    sql: DATE_PARTS[name]?.(column.sql, scope.context.fiscalYearStartMonth) ?? '',
    field: resultField(column.field, 'int'),
  };
}

/** `SUM(Amount)` and its like. */
export function aggregateFunction(scope: Scope, call: Call): Operand {
  const name = call.functionName?.toUpperCase() ?? '';
  if (name === 'COUNT' && (call.parameters ?? []).length === 0) {
    return { sql: 'COUNT(*)', field: countField() };
  }
  const column = columnOf(scope, call);
  const { field, sql } = column;
  const isForNumbers = name === 'SUM' || name === 'AVG';
  if (UNCOUNTABLE.has(field.type) || (isForNumbers && !SUMMABLE.has(field.type))) {
    throw misplacedField(
      scope.context.text,
      field.name,
      `field ${field.name} does not support aggregate operator ${name}`,
    );
  }
  if (name === 'COUNT') return { sql: `COUNT(${sql})`, field: countField() };
  if (name === 'COUNT_DISTINCT') return { sql: `COUNT(DISTINCT ${sql})`, field: countField() };
  // The least picklist value is the first of the list, not of the alphabet.
  if (isListed(column)) return { sql: behindRank(`${name}(${withRank(column)})`), field };
  return { sql: `${name}(${sql})`, field: name === 'AVG' ? resultField(field, 'double') : field };
}

/** A moment as clocks of the user show it. */
function inLocalTime(scope: Scope, call: Call): Operand {
  const { field, sql } = columnOf(scope, call);
  if (field.type !== 'datetime') throw malformedQuery(`field ${field.name} does not support function convertTimezone`);
  const { timeZone } = scope.context;
  return { field, sql: isGmt(timeZone) ? sql : `${LOCAL_TIME}(${sql}, '${timeZone.replaceAll("'", "''")}')` };
}

/** The one column a function is about. */
export function columnOf(scope: Scope, call: Call): Column {
  const [parameter, ...more] = call.parameters ?? [];
  if (typeof parameter !== 'string' || more.length > 0) {
    throw malformedQuery(`unexpected arguments of function ${call.functionName ?? ''}`);
  }
  return scope.column(parameter);
}

function resultField(field: Field, type: FieldType): Field {
  return { ...field, type };
}

export function countField(): Field {
  return {
    name: 'Count',
    label: 'Count',
    type: 'int',
    length: 0,
    precision: 9,
    scale: 0,
    custom: false,
    nillable: false,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: false,
    updateable: false,
    alwaysVisible: true,
    calculated: false,
  };
}
