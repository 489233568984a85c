import type { Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';
import { compare, type Operand } from './compare.ts';
import { toConditionTree, type Comparison, type ConditionTree } from './condition-tree.ts';
import { distanceFunction } from './distance.ts';
import { columnOf, dateFunction } from './functions.ts';
import { fragment, joined, wrapped, type Fragment } from './fragment.ts';
import { historyFilter } from './history.ts';
import { toComparand, type Comparand } from './literals.ts';
import { misplacedField, noSuchType } from './positioned.ts';
import { Scope } from './scope.ts';

const LONGEST_FILTERABLE_TEXT = 255;

/** The WHERE of a query's outer SELECT, with only the user's own records when its scope is `mine`. */
export function filterOf(scope: Scope, { where, usingScope }: Pick<Query, 'where' | 'usingScope'>): Fragment {
  const condition = whereOf(scope, where);
  if (usingScope?.toLowerCase() !== 'mine') return condition;
  const owner = scope.context.schema.findField(scope.object, 'OwnerId');
  if (owner === undefined) throw malformedQuery(`Using scope mine: ${scope.object.name} has no owner`);
  return joined([fragment(`${scope.alias}."OwnerId" = ?`, scope.context.user.id), condition], ' AND ');
}

/** The WHERE of one SELECT in SQL, without what the user may not read, nor deleted records unless the query includes them. */
export function whereOf(scope: Scope, clause: WhereClause | undefined): Fragment {
  const alive = scope.context.includeDeleted ? [] : [fragment(`${scope.alias}."IsDeleted" = 0`)];
  const conditions = clause === undefined ? [] : [ofTree(scope, toConditionTree(clause), 'top')];
  const { readable } = scope;
  const all = [
    ...alive,
    ...historyFilter(scope),
    ...(readable === undefined ? [] : [fragment(readable)]),
    ...conditions,
  ];
  return all.length === 0 ? fragment('1') : joined(all, ' AND ');
}

type Place = 'top' | 'nested';

function ofTree(scope: Scope, tree: ConditionTree, place: Place): Fragment {
  switch (tree.kind) {
    case 'comparison':
      return wrapped('(', ofComparison(scope, tree.comparison, place), ')');
    case 'not':
      // SOQL knows true and false only; SQL's third value would stay what it is when turned round.
      return wrapped('NOT COALESCE(', ofTree(scope, tree.part, 'nested'), ', 0)');
    case 'and':
    case 'or': {
      const inner = tree.kind === 'and' ? place : 'nested';
      const parts = tree.parts.map((part) => ofTree(scope, part, inner));
      return wrapped('(', joined(parts, tree.kind === 'and' ? ' AND ' : ' OR '), ')');
    }
  }
}

function ofComparison(scope: Scope, comparison: Comparison, place: Place): Fragment {
  if ('valueQuery' in comparison) {
    if (place === 'nested') {
      throw malformedQuery(
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
      );
    }
    return semiJoin(scope, comparison.field, comparison.operator, comparison.valueQuery);
  }
  if ('fn' in comparison) {
    return ofFunction(scope, comparison);
  }
  const column = scope.column(comparison.field);
  const isLong = column.field.type === 'textarea' && column.field.length > LONGEST_FILTERABLE_TEXT;
  if (isLong || column.field.type === 'anyType' || column.field.unfilterable === true) {
    throw misplacedField(
      scope.context.text,
      comparison.field,
      `field '${column.field.name}' can not be filtered in a query call`,
    );
  }
  return compare(column, comparison.operator, comparandsOf(column, comparison, scope));
}

function ofFunction(scope: Scope, comparison: Extract<Comparison, { fn: unknown }>): Fragment {
  const { functionName } = comparison.fn;
  if (functionName?.toLowerCase() === 'tolabel') {
    const column = columnOf(scope, comparison.fn);
    const values = comparandsOf(column, comparison, scope).flatMap((label) => valuesLabelled(column, label));
    return compare(column, comparison.operator, values);
  }
  const operand = dateFunction(scope, comparison.fn) ?? distanceFunction(scope, comparison.fn, comparison.operator);
  if (operand === undefined) throw malformedQuery(`unexpected token: '${functionName ?? ''}'`);
  return compare(operand, comparison.operator, comparandsOf(operand, comparison, scope));
}

function valuesLabelled({ field }: Operand, label: Comparand): Comparand[] {
  if (label.kind === 'range' || typeof label.value !== 'string') return [label];
  const wanted = label.value.toLowerCase();
  const values = (field.picklist?.values ?? []).filter((one) => one.label.toLowerCase() === wanted);
  return values.length === 0 ? [label] : values.map(({ value }) => ({ kind: 'value', value }));
}

interface WithLiterals {
  operator: string;
  value: string | string[];
  literalType?: string | string[] | undefined;
}

/** The literals of a comparison as stored values of its field. */
export function comparandsOf({ field }: Operand, comparison: WithLiterals, scope: Scope): Comparand[] {
  const { operator, value, literalType } = comparison;
  return [value].flat().map((literal, index) => {
    const type = Array.isArray(literalType) ? literalType[index] : literalType;
    return toComparand(field, { text: literal, type, isPattern: operator === 'LIKE' }, scope.context);
  });
}

function semiJoin(scope: Scope, path: string, operator: string, query: Query): Fragment {
  const { context } = scope;
  const column = scope.column(path);
  if (column.field.type !== 'id' && column.field.type !== 'reference') {
    throw malformedQuery(
      'The left operand field in the where expression for semi join query should be an id or reference field',
    );
  }
  const object = context.schema.findObject(query.sObject ?? '');
  if (object === undefined || !context.access.mayRead(object)) throw noSuchType(context.text, query.sObject ?? '');
  if (object === scope.object)
    throw malformedQuery('The inner and outer selects should not be on the same object type');
  const inner = new Scope(context, object, query.sObjectAlias);
  const [selected, ...more] = query.fields ?? [];
  if (
    selected === undefined ||
    more.length > 0 ||
    (selected.type !== 'Field' && selected.type !== 'FieldRelationship')
  ) {
    throw malformedQuery('The inner select must select exactly one id or reference field');
  }
  const innerPath = selected.type === 'Field' ? selected.field : [...selected.relationships, selected.field].join('.');
  const key = inner.column(innerPath);
  if (key.field.type !== 'id' && key.field.type !== 'reference') {
    throw malformedQuery(
      `The selected field '${key.field.name}' in the subquery and the left operand field in the where expression in the outer query '${column.field.name}' should point to the same object type`,
    );
  }
  if (query.limit !== undefined || query.orderBy !== undefined || query.groupBy !== undefined) {
    throw malformedQuery('Semi join sub-selects take neither ORDER BY, LIMIT nor GROUP BY');
  }
  const where = whereOf(inner, query.where);
  const ids = wrapped(`SELECT ${key.sql} FROM ${inner.from} WHERE ${key.sql} IS NOT NULL AND `, where, '');
  return operator === 'NOT IN'
    ? wrapped(`(${column.sql} IS NULL OR ${column.sql} NOT IN (`, ids, '))')
    : wrapped(`${column.sql} IN (`, ids, ')');
}
