import type { StoredValue } from '../../entities.ts';
import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import type { ValueSource } from '../source/index.ts';
import { conversion, scalar, type FlowType, type FlowValue, type ScalarType } from '../values/index.ts';
import type { Scope } from './scope.ts';
import { compileTemplate } from './template.ts';

/** A value that a flow gives somewhere. Nothing at all has no type, for it fits everywhere. */
export interface Operand {
  readonly type: FlowType | undefined;
  readonly read: (interview: Interview) => FlowValue;
}

/** Throws FlowProblem when it refers to what is not there, or is two values at once. */
export function compileOperand(scope: Scope, source: ValueSource | undefined): Operand {
  const given = Object.entries(source ?? {}).filter(([, value]) => value !== undefined);
  if (given.length > 1) throw new FlowProblem(`a value has one kind, not ${given.map(([kind]) => kind).join(' and ')}`);
  const { elementReference, stringValue, numberValue, booleanValue, dateValue, dateTimeValue } = source ?? {};
  if (elementReference !== undefined) return scope.resolve(elementReference);
  if (stringValue !== undefined) return { type: scalar('text'), read: compileTemplate(scope, stringValue) };
  if (numberValue !== undefined) return literal('number', numberValue);
  if (booleanValue !== undefined) return literal('boolean', booleanValue ? 1 : 0);
  if (dateValue !== undefined) return literal('date', dateValue);
  if (dateTimeValue !== undefined) return literal('datetime', new Date(dateTimeValue).toISOString());
  return { type: undefined, read: () => null };
}

/** The same as a value of this type. Throws FlowProblem when it can't be. */
export function compileInto(
  scope: Scope,
  source: ValueSource | undefined,
  type: FlowType,
): (interview: Interview) => FlowValue {
  return into(compileOperand(scope, source), type);
}

export function into(operand: Operand, type: FlowType): (interview: Interview) => FlowValue {
  if (operand.type === undefined) return () => null;
  const convert = conversion(operand.type, type);
  return (interview) => convert(operand.read(interview));
}

function literal(type: ScalarType, value: StoredValue): Operand {
  return { type: scalar(type), read: () => value };
}
