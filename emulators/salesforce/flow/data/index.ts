export { compileChoice } from './compile-choice.ts';
export { compileFieldValues, findField, findObject, toType } from './fields.ts';
export { toSql, type Sql } from './to-sql.ts';
