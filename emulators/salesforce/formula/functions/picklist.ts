import { FormulaError } from '../errors.ts';
import { textOf, type Expression } from '../expression.ts';
import { Numeric } from '../values.ts';
import { argumentAt, expectCount, fieldAt, literalAt, subject, type Call, type FunctionTable } from './definition.ts';

/** The functions that look into a picklist itself. */
export const PICKLIST: FunctionTable = {
  ISPICKVAL: (call) => {
    expectCount(call, 2, 2);
    const field = picklistAt(call, 'picklist');
    const value = literalAt(call, 1);
    return { type: 'boolean', position: call.position, evaluate: (context) => textOf(field, context) === value };
  },
  INCLUDES: (call) => {
    expectCount(call, 2, 2);
    const field = picklistAt(call, 'multipicklist');
    const value = literalAt(call, 1);
    return {
      type: 'boolean',
      position: call.position,
      evaluate: (context) => chosen(textOf(field, context)).includes(value),
    };
  },
  PICKLISTCOUNT: (call) => {
    expectCount(call, 1, 1);
    const field = picklistAt(call, 'multipicklist');
    return {
      type: 'number',
      position: call.position,
      evaluate: (context) => new Numeric(chosen(textOf(field, context)).length),
    };
  },
};

function picklistAt(call: Call, type: 'picklist' | 'multipicklist'): Expression {
  const kind = type === 'picklist' ? 'picklist ' : 'multi-select picklist ';
  fieldAt(call, 0, kind);
  const argument = argumentAt(call, 0);
  if (argument.type === type) return argument;
  throw new FormulaError(
    `Incorrect parameter for ${subject(call)}. Expected ${kind}field reference.`,
    argument.position,
  );
}

function chosen(stored: string): string[] {
  return stored === '' ? [] : stored.split(';');
}
