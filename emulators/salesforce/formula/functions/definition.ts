import { FormulaError } from '../errors.ts';
import { expectType, valueOf, type Expression, type ExpressionType } from '../expression.ts';
import type { BlankTreatment, FormulaType, RecordFunction } from '../types.ts';
import type { FormulaValue, ValueOfType } from '../values.ts';

/** One use of a function in a formula, its arguments already checked on their own. */
export interface Call {
  /** Upper case. */
  name: string;
  arguments: readonly Expression[];
  position: number;
  blanks: BlankTreatment;
  allow: readonly RecordFunction[];
}

/** Checks the arguments and tells what the call gives. Throws FormulaError. */
export type FunctionDefinition = (call: Call) => Expression;

export type FunctionTable = Record<string, FunctionDefinition>;

type Values<P extends readonly FormulaType[]> = { [K in keyof P]: ValueOfType[P[K]] };
type Optional<P extends readonly FormulaType[]> = { [K in keyof P]?: ValueOfType[P[K]] | undefined };
type Alternatives<P extends readonly (readonly FormulaType[])[]> = { [K in keyof P]: ValueOfType[P[K][number]] };

/**
 * A function of values: blank text reaches it as '', any other blank argument makes the result blank.
 * Optional arguments that are left out are undefined.
 */
export function pure<const P extends readonly FormulaType[], const O extends readonly FormulaType[] = []>(
  parameters: P,
  returns: FormulaType,
  apply: (...values: [...Values<P>, ...Optional<O>]) => FormulaValue,
  optional?: O,
): FunctionDefinition {
  const types = [...parameters, ...(optional ?? [])].map((type) => [type]);
  return checked(
    types,
    parameters.length,
    () => returns,
    (values) => apply(...(values as [...Values<P>, ...Optional<O>])),
  );
}

/** The same where a parameter may have several types, and the result may depend on those given. */
export function pureOf<const P extends readonly (readonly FormulaType[])[]>(
  parameters: P,
  returns: (types: ExpressionType[]) => FormulaType,
  apply: (...values: [...Alternatives<P>]) => FormulaValue,
): FunctionDefinition {
  return checked(parameters, parameters.length, returns, (values) => apply(...(values as [...Alternatives<P>])));
}

function checked(
  parameters: readonly (readonly FormulaType[])[],
  fewest: number,
  returns: (types: ExpressionType[]) => FormulaType,
  apply: (values: unknown[]) => FormulaValue,
): FunctionDefinition {
  return (call) => {
    expectCount(call, fewest, parameters.length);
    const given = call.arguments.map((argument, index) => {
      const types = parameters[index] ?? [];
      expectType(argument, types, subject(call));
      return { argument, type: argument.type === 'null' ? (types[0] ?? 'text') : argument.type };
    });
    return {
      type: returns(given.map(({ type }) => type)),
      position: call.position,
      evaluate: (context) => {
        const values: FormulaValue[] = [];
        for (const { argument, type } of given) {
          const value = valueOf(argument, type, context);
          if (value === null) return null;
          values.push(value);
        }
        return apply(values);
      },
    };
  };
}

export function subject(call: Call): string {
  return `function '${call.name}()'`;
}

export function expectCount(call: Call, fewest: number, most: number): void {
  const received = call.arguments.length;
  if (received >= fewest && received <= most) return;
  throw wrongCount(call, received < fewest ? fewest : most);
}

export function wrongCount(call: Call, expected: number): FormulaError {
  const received = String(call.arguments.length);
  return new FormulaError(
    `Incorrect number of parameters for ${subject(call)}. Expected ${expected}, received ${received}`,
    call.position,
  );
}

/** The argument at an index that the count was checked for. */
export function argumentAt(call: Call, index: number): Expression {
  const argument = call.arguments[index];
  if (argument === undefined) throw wrongCount(call, index + 1);
  return argument;
}

/** A text written out in the formula. Throws FormulaError for anything computed. */
export function literalAt(call: Call, index: number): string {
  const argument = argumentAt(call, index);
  if (argument.literal !== undefined) return argument.literal;
  expectType(argument, ['text'], subject(call));
  throw new FormulaError(
    `Incorrect parameter type for ${subject(call)}. Expected Text Literal, received Text`,
    argument.position,
  );
}

/** The field that an argument is. Throws FormulaError for anything computed. */
export function fieldAt(call: Call, index: number, kind = ''): NonNullable<Expression['field']> {
  const argument = argumentAt(call, index);
  if (argument.field !== undefined) return argument.field;
  throw new FormulaError(
    `Incorrect parameter for ${subject(call)}. Expected ${kind}field reference.`,
    argument.position,
  );
}
