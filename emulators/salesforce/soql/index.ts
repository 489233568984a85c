export { runQuery, type QueryOptions, type QueryResult } from './run-query.ts';
export { describeColumns } from './columns.ts';
export { describeQuery, type QueryShape } from './describe-query.ts';
export { parseSoql, type ParsedQuery } from './parse.ts';
export { type AnswerRecord } from './column-writer.ts';
