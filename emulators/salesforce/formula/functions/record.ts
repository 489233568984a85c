import { FormulaError } from '../errors.ts';
import type { Expression } from '../expression.ts';
import { locationParts, readField } from '../field-expression.ts';
import type { FormulaContext, RecordFunction } from '../types.ts';
import { expectCount, fieldAt, type Call, type FunctionTable } from './definition.ts';

/** The functions that compare a record with what it was before it is saved. */
export const RECORD: FunctionTable = {
  ISNEW: (call) => {
    expectAllowed(call, 'ISNEW');
    expectCount(call, 0, 0);
    return { type: 'boolean', position: call.position, evaluate: (context) => context.isNew };
  },
  ISCLONE: (call) => {
    expectAllowed(call, 'ISCLONE');
    expectCount(call, 0, 0);
    // Only the Clone button sets it; a record made over the API never is one.
    return { type: 'boolean', position: call.position, evaluate: () => false };
  },
  ISCHANGED: isChanged,
  PRIORVALUE: priorValue,
};

/** Throws FormulaError where the place of the formula does not have this function. */
export function expectAllowed(call: Call, name: RecordFunction): void {
  if (call.allow.includes(name)) return;
  throw new FormulaError(`Function ${name} may not be used in this type of formula`, call.position);
}

function isChanged(call: Call): Expression {
  expectAllowed(call, 'ISCHANGED');
  expectCount(call, 1, 1);
  const { path, type } = fieldAt(call, 0);
  const paths = type === 'location' ? locationParts(path) : [path];
  return {
    type: 'boolean',
    position: call.position,
    evaluate: (context) => {
      if (context.isNew || context.priorValueOf === undefined) return false;
      return paths.some((one) => (context.valueOf(one) ?? '') !== (context.priorValueOf?.(one) ?? ''));
    },
  };
}

/** On create it is the value itself, not a blank: https://help.salesforce.com/s/articleView?id=platform.customize_functions_priorvalue.htm */
function priorValue(call: Call): Expression {
  expectAllowed(call, 'PRIORVALUE');
  expectCount(call, 1, 1);
  const { path, type } = fieldAt(call, 0);
  function before(context: FormulaContext): FormulaContext {
    const { priorValueOf } = context;
    return context.isNew || priorValueOf === undefined ? context : { ...context, valueOf: priorValueOf };
  }
  const field = readField(path, type, call.blanks, call.position);
  return { ...field, evaluate: (context) => field.evaluate(before(context)) };
}
