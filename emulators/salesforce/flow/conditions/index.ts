export { compileConditions, compileTest, compileTriggerFilters } from './compile-conditions.ts';
export type { Test } from './compile-condition.ts';
export { parseLogic, type Logic } from './logic.ts';
