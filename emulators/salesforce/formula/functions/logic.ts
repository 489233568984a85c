import { FormulaError, FormulaEvaluationError } from '../errors.ts';
import { commonType, expectType, isBlank, isTrue, refusePicklist, type Expression } from '../expression.ts';
import { areEqual, both, comparableTypes, either, not } from '../operators/index.ts';
import { isTextual } from '../values.ts';
import {
  argumentAt,
  expectCount,
  literalAt,
  subject,
  wrongCount,
  type Call,
  type FunctionTable,
} from './definition.ts';

export const LOGIC: FunctionTable = {
  AND: (call) => {
    expectCount(call, 1, Infinity);
    return both(call.arguments, subject(call), call.position);
  },
  OR: (call) => {
    expectCount(call, 1, Infinity);
    return either(call.arguments, subject(call), call.position);
  },
  NOT: (call) => {
    expectCount(call, 1, 1);
    return not(argumentAt(call, 0), subject(call), call.position);
  },
  IF: ifElse,
  CASE: caseOf,
  IFERROR: ifError,
  ISBLANK: (call) => blankTest(call, true),
  ISNULL: (call) => blankTest(call, false),
  BLANKVALUE: (call) => substituteBlank(call, true),
  NULLVALUE: (call) => substituteBlank(call, false),
};

function ifElse(call: Call): Expression {
  expectCount(call, 3, 3);
  const [condition, then, otherwise] = [argumentAt(call, 0), argumentAt(call, 1), argumentAt(call, 2)];
  expectType(condition, ['boolean'], subject(call));
  return {
    type: commonType([then, otherwise], subject(call)),
    position: call.position,
    evaluate: (context) => (isTrue(condition, context) ? then : otherwise).evaluate(context),
  };
}

function caseOf(call: Call): Expression {
  const count = call.arguments.length;
  if (count < 4) throw wrongCount(call, 4);
  if (count % 2 !== 0) throw wrongCount(call, count - 1);
  for (const { type, position } of call.arguments) {
    if (type === 'boolean') throw new FormulaError(`Incorrect argument type for ${subject(call)}.`, position);
  }
  const examined = argumentAt(call, 0);
  const otherwise = argumentAt(call, count - 1);
  const choices: { when: Expression; then: Expression; types: Expression['type'][] }[] = [];
  for (let index = 1; index < count - 1; index += 2) {
    const when = argumentAt(call, index);
    choices.push({ when, then: argumentAt(call, index + 1), types: caseTypes(call, examined, index) });
  }
  return {
    type: commonType([...choices.map(({ then }) => then), otherwise], subject(call)),
    position: call.position,
    evaluate: (context) => {
      const value = examined.evaluate(context);
      const chosen = choices.find(({ when, types }) => areEqual(value, when.evaluate(context), types) === true);
      return (chosen?.then ?? otherwise).evaluate(context);
    },
  };
}

/** A picklist may be examined, but only against texts written out. */
function caseTypes(call: Call, examined: Expression, index: number): Expression['type'][] {
  const when = argumentAt(call, index);
  if (examined.type !== 'picklist') return comparableTypes(examined, when, subject(call));
  if (when.type !== 'null') literalAt(call, index);
  return ['text', 'text'];
}

/** Not in the formula editor's list, but in its engine. */
function ifError(call: Call): Expression {
  expectCount(call, 2, 2);
  const [tried, otherwise] = [argumentAt(call, 0), argumentAt(call, 1)];
  return {
    type: commonType([tried, otherwise], subject(call)),
    position: call.position,
    evaluate: (context) => {
      try {
        return tried.evaluate(context);
      } catch (error) {
        if (!(error instanceof FormulaEvaluationError)) throw error;
        return otherwise.evaluate(context);
      }
    },
  };
}

/** ISBLANK looks into texts; for ISNULL a text is never null, even an empty one. */
function blankTest(call: Call, textToo: boolean): Expression {
  expectCount(call, 1, 1);
  const examined = argumentAt(call, 0);
  if (examined.type !== 'multipicklist') refusePicklist(examined);
  if (!textToo && examined.type === 'text') {
    return { type: 'boolean', position: call.position, evaluate: () => false };
  }
  return { type: 'boolean', position: call.position, evaluate: (context) => isBlank(examined.evaluate(context)) };
}

function substituteBlank(call: Call, textToo: boolean): Expression {
  expectCount(call, 2, 2);
  const [examined, substitute] = [argumentAt(call, 0), argumentAt(call, 1)];
  const type = commonType([examined, substitute], subject(call));
  if (!textToo && isTextual(type)) return { ...examined, type, position: call.position };
  return {
    type,
    position: call.position,
    evaluate: (context) => {
      const value = examined.evaluate(context);
      return isBlank(value) ? substitute.evaluate(context) : value;
    },
  };
}
