import type { DatabaseSync } from 'node:sqlite';
import type {
  Condition,
  FieldType as SelectedField,
  GroupByClause,
  OrderByClause,
  Query,
} from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';
import { toFormattedText } from '../display-value.ts';
import { toWireValue } from '../wire-values.ts';
import type { AnswerRecord } from './column-writer.ts';
import { compare, type Operand } from './compare.ts';
import { toConditionTree, type ConditionTree } from './condition-tree.ts';
import {
  aggregateFunction,
  columnOf,
  countField,
  dateFunction,
  isAggregate,
  isFormat,
  notHere,
  refuseUnformatted,
} from './functions.ts';
import { groupingSets } from './grouping-sets.ts';
import { fragment, joined, wrapped, type Fragment } from './fragment.ts';
import { orderOf } from './order.ts';
import { isListed, withRank } from './picklist-order.ts';
import { misplacedField } from './positioned.ts';
import type { Scope } from './scope.ts';
import { run } from './statement.ts';
import { comparandsOf, filterOf } from './where.ts';

type FunctionCall = Extract<OrderByClause, { fn: unknown }>['fn'];

const UNGROUPABLE = new Set([
  'textarea',
  'multipicklist',
  'combobox',
  'double',
  'currency',
  'percent',
  'datetime',
  'anyType',
]);
const MOST_GROUPS = 2000;

/** Runs a SELECT of groups: each answer is an `AggregateResult`. */
export function selectGroups(database: DatabaseSync, scope: Scope, query: Query): AnswerRecord[] {
  const { clauses, sets } = groupingSets([query.groupBy ?? []].flat());
  const arms = sets.map((set) => toArm(scope, query, new Groups(scope, clauses, set)));
  const [first] = arms;
  const selected = first?.selected ?? [];
  const order = first?.order ?? '';
  const page = fragment(` LIMIT ${query.limit ?? MOST_GROUPS} OFFSET ${query.offset ?? 0}`);
  const all = joined(
    arms.map(({ statement }) => statement),
    ' UNION ALL ',
  );
  // The places of the order stand behind the selected columns, so that all groupings sort together.
  const statement = joined([wrapped('SELECT * FROM (', all, ')'), fragment(order), page], '');
  const { timeZone } = scope.context;
  return run(database, statement).map((row) => {
    const record: AnswerRecord = { attributes: { type: 'AggregateResult' } };
    selected.forEach(({ key, operand }, index) => {
      const stored = row[index] ?? null;
      const { field, isFormatted } = operand;
      if (stored === null) record[key] = null;
      else record[key] = isFormatted === true ? toFormattedText(field, stored, timeZone) : toWireValue(field, stored);
    });
    return record;
  });
}

interface Arm {
  selected: { key: string; operand: Operand }[];
  statement: Fragment;
  order: string;
}

function toArm(scope: Scope, query: Query, groups: Groups): Arm {
  const selected = keysOf(query.fields ?? [], (field) => groups.selected(field));
  const having = query.having === undefined ? undefined : groups.having(toConditionTree(query.having));
  const clauses = [query.orderBy ?? []].flat();
  const sorted = clauses.map((clause) => groups.ordered(clause));
  // Checks that these may be sorted by.
  orderOf(scope, clauses, (clause) => groups.ordered(clause));
  const where = filterOf(scope, query);
  const columns = [
    ...selected.map(({ operand }, index) => `${operand.sql} AS c${index}`),
    ...sorted.map((operand, index) => `${isListed(operand) ? withRank(operand) : operand.sql} AS o${index}`),
  ];
  const statement = joined(
    [
      fragment(`SELECT ${columns.join(', ')} FROM ${scope.from} WHERE `),
      where,
      fragment(groups.by === '' ? '' : ` GROUP BY ${groups.by}`),
      having === undefined ? fragment('') : wrapped(' HAVING ', having, ''),
    ],
    '',
  );
  const order = clauses.map(
    ({ order: direction, nulls }, index) => `o${index} COLLATE NOCASE ${direction ?? 'ASC'} NULLS ${nulls ?? 'FIRST'}`,
  );
  return { selected, statement, order: order.length === 0 ? '' : ` ORDER BY ${order.join(', ')}` };
}

/** `SELECT COUNT()`: how many records there are. */
export function countRecords(database: DatabaseSync, scope: Scope, query: Query): number {
  const where = filterOf(scope, query);
  const inner = wrapped(`SELECT 1 FROM ${scope.from} WHERE `, where, ` LIMIT ${query.limit ?? -1}`);
  return Number(run(database, wrapped('SELECT COUNT(*) FROM (', inner, ')'))[0]?.[0]);
}

/** The key of each value in the answer: its alias, the field's own name, or `expr0`, `expr1` for functions. */
function keysOf(
  fields: SelectedField[],
  operandOf: (field: SelectedField) => Operand,
): { key: string; operand: Operand }[] {
  let expressions = 0;
  const aliases = new Set<string>();
  return fields.map((field) => {
    const operand = operandOf(field);
    const alias = 'alias' in field && !('objectPrefix' in field) ? field.alias : undefined;
    if (alias !== undefined && aliases.has(alias.toLowerCase())) throw malformedQuery(`duplicate alias: ${alias}`);
    if (alias !== undefined) aliases.add(alias.toLowerCase());
    if (alias !== undefined) return { key: alias, operand };
    if (field.type !== 'FieldFunctionExpression') return { key: operand.field.name, operand };
    return { key: `expr${expressions++}`, operand };
  });
}

class Groups {
  readonly #scope: Scope;
  /** What is grouped by, and whether this grouping tells it apart or sums it up. */
  readonly #sql = new Map<string, boolean>();

  constructor(scope: Scope, clauses: GroupByClause[], set: ReadonlySet<number>) {
    this.#scope = scope;
    for (const [index, clause] of clauses.entries()) {
      const operand = 'fn' in clause ? this.#function(clause.fn) : this.#column(clause.field);
      this.#sql.set(operand.sql, set.has(index));
    }
  }

  get by(): string {
    const apart = [...this.#sql].flatMap(([sql, isApart]) => (isApart ? [sql] : []));
    // The sum of all of a ROLLUP is one group.
    return apart.length === 0 && this.#sql.size > 0 ? 'NULL' : apart.join(', ');
  }

  selected(field: SelectedField): Operand {
    if (field.type === 'Field') return this.#grouped(field.field);
    if (field.type === 'FieldRelationship') return this.#grouped([...field.relationships, field.field].join('.'));
    if (field.type === 'FieldFunctionExpression') return this.#call(field);
    throw malformedQuery('Grouped query cannot use child relationships in the SELECT list');
  }

  ordered(clause: OrderByClause): Operand {
    return 'fn' in clause ? this.#call(clause.fn) : this.#grouped(clause.field);
  }

  having(tree: ConditionTree): Fragment {
    if (tree.kind === 'not') return wrapped('NOT COALESCE(', this.having(tree.part), ', 0)');
    if (tree.kind !== 'comparison') {
      const parts = tree.parts.map((part) => this.having(part));
      return wrapped('(', joined(parts, tree.kind === 'and' ? ' AND ' : ' OR '), ')');
    }
    const { comparison } = tree;
    if ('valueQuery' in comparison) throw malformedQuery('Semi join sub-selects are not allowed in HAVING');
    const operand = this.#left(comparison);
    return wrapped('(', compare(operand, comparison.operator, comparandsOf(operand, comparison, this.#scope)), ')');
  }

  #left(comparison: Exclude<Condition, { openParen: number; field?: never; fn?: never }>): Operand {
    if ('fn' in comparison) return this.#call(comparison.fn);
    if ('field' in comparison) return this.#grouped(comparison.field);
    throw malformedQuery('unexpected token: HAVING');
  }

  #call(call: FunctionCall): Operand {
    if (isFormat(call)) return this.#formatted(call);
    if (isAggregate(call)) return aggregateFunction(this.#scope, call);
    if (call.functionName?.toUpperCase() === 'GROUPING') {
      const column = columnOf(this.#scope, call);
      const isApart = this.#isApart(column.sql, column.field.name);
      return { sql: isApart ? '0' : '1', field: countField() };
    }
    const operand = this.#function(call);
    return this.#isApart(operand.sql, operand.field.name) ? operand : { ...operand, sql: 'NULL' };
  }

  #formatted(call: FunctionCall): Operand {
    const [parameter, ...more] = call.parameters ?? [];
    if (parameter === undefined || more.length > 0) throw malformedQuery('unexpected arguments of function FORMAT');
    const operand = typeof parameter === 'string' ? this.#grouped(parameter) : this.#call(parameter);
    refuseUnformatted(operand.field);
    return { ...operand, isFormatted: true };
  }

  #function(call: FunctionCall): Operand {
    const operand = dateFunction(this.#scope, call);
    if (operand === undefined) throw notHere(call);
    return operand;
  }

  #grouped(path: string): Operand {
    const column = this.#scope.column(path);
    return this.#isApart(column.sql, path) ? column : { ...column, sql: 'NULL' };
  }

  #column(path: string): Operand {
    const column = this.#scope.column(path);
    if (UNGROUPABLE.has(column.field.type)) {
      throw misplacedField(this.#scope.context.text, path, `field '${path}' can not be grouped in a query call`);
    }
    return column;
  }

  #isApart(sql: string, name: string): boolean {
    const isApart = this.#sql.get(sql);
    if (isApart === undefined) throw this.#notGrouped(name);
    return isApart;
  }

  #notGrouped(name: string): Error {
    return misplacedField(this.#scope.context.text, name, `Field must be grouped or aggregated: ${name}`);
  }
}
