import { FlowProblem } from '../errors.ts';
import { compileFlowFormula, type Scope } from '../resources/index.ts';
import type { ConditionSource, FilterSource } from '../source/index.ts';
import { compileCondition, type Test } from './compile-condition.ts';
import { holds, parseLogic } from './logic.ts';

/** Conditions and how they are joined. Throws FlowProblem. */
export function compileConditions(scope: Scope, logic: string, conditions: ConditionSource[]): Test {
  if (conditions.length === 0) throw new FlowProblem('expected at least one condition');
  const joined = parseLogic(logic, conditions.length);
  const tests = conditions.map((condition) => compileCondition(scope, condition));
  return (interview) => holds(joined, (index) => tests[index]?.(interview) ?? false);
}

/** Filters on the triggering record; none let every record through. */
export function compileTriggerFilters(scope: Scope, logic: string | undefined, filters: FilterSource[]): Test {
  if (filters.length === 0) return () => true;
  const conditions = filters.map(({ field, operator, value }) => ({
    leftValueReference: `$Record.${field}`,
    operator,
    rightValue: value,
  }));
  return compileConditions(scope, logic ?? 'and', conditions);
}

/** A formula that is true or false, with blanks as a validation rule has them. */
export function compileTest(scope: Scope, formula: string): Test {
  const evaluate = compileFlowFormula(scope, formula, { returns: 'boolean', blanks: 'BlankAsZero' });
  return (interview) => evaluate(interview) === 1;
}
