export { queryTables, runQuery, type QueriedTables, type QueryOptions, type QueryResult } from './run-query.ts';
export { describeColumns } from './columns.ts';
export { describeQuery, type QueryShape } from './describe-query.ts';
export { parseSoql, type ParsedQuery } from './parse.ts';
export { type AnswerRecord } from './column-writer.ts';

/* Parts of a statement, for queries that are not written in SOQL */
export { compare } from './compare.ts';
export { toConditionTree, type ConditionTree } from './condition-tree.ts';
export { toDayRange, units, type Calendar, type DayRange, type Unit } from './date-words.ts';
export { fragment, joined, wrapped, type Fragment } from './fragment.ts';
export { type Comparand } from './literals.ts';
export { createContext } from './run-query.ts';
export { Scope, type QueryContext } from './scope.ts';
export { Columns, run, type Row } from './statement.ts';
export { whereOf } from './where.ts';
