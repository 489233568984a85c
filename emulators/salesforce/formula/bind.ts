import { FormulaError } from './errors.ts';
import type { Expression } from './expression.ts';
import { locationParts, readField } from './field-expression.ts';
import { functionNamed } from './functions/index.ts';
import { BINARY_OPERATORS, UNARY_OPERATORS } from './operators/index.ts';
import type { Syntax } from './syntax.ts';
import type { BlankTreatment, FormulaScope, RecordFunction } from './types.ts';
import { Numeric, type FormulaValue } from './values.ts';

export interface Binding {
  scope: FormulaScope;
  blanks: BlankTreatment;
  allow: readonly RecordFunction[];
  /** Within VLOOKUP, whose first arguments are fields of an object, not of a record. */
  inLookUp?: boolean;
  /** Called once for each field that is read. */
  onField: (path: string[]) => void;
}

/** The beginning of time in formulas, for counting days. */
const ORIGIN = Date.UTC(1900, 0, 1);

/** Gives every name its meaning and every part its type. Throws FormulaError. */
export function bind(syntax: Syntax, binding: Binding): Expression {
  const { position } = syntax;
  switch (syntax.kind) {
    case 'number':
      return constant('number', new Numeric(syntax.text), position);
    case 'text':
      return { ...constant('text', syntax.text, position), literal: syntax.text };
    case 'constant':
      if (syntax.name === 'NULL') return constant('null', null, position);
      return constant('boolean', syntax.name === 'TRUE', position);
    case 'field':
      return bindField(syntax.path, binding, position);
    case 'unary':
      return UNARY_OPERATORS[syntax.operator](bind(syntax.operand, binding), position);
    case 'binary':
      return BINARY_OPERATORS[syntax.operator](bind(syntax.left, binding), bind(syntax.right, binding), position);
    case 'call': {
      const define = functionNamed(syntax.name, position);
      const { blanks, allow } = binding;
      const inner = { ...binding, inLookUp: syntax.name === 'VLOOKUP' };
      const given = syntax.arguments.map((argument) => bind(argument, inner));
      return define({ name: syntax.name, arguments: given, position, blanks, allow });
    }
  }
}

function constant(type: Expression['type'], value: FormulaValue, position: number): Expression {
  return { type, position, evaluate: () => value };
}

function bindField(path: string[], binding: Binding, position: number): Expression {
  const name = path.join('.');
  if (name.toLowerCase() === '$system.origindatetime') return constant('datetime', ORIGIN, position);
  const isColumn = path[0]?.toLowerCase() === '$objecttype';
  const type = isColumn && binding.inLookUp !== true ? undefined : binding.scope.typeOf(path);
  if (type === undefined) throw new FormulaError(`Field ${name} does not exist. Check spelling.`, position);
  if (isColumn) return { ...readField(path, type, binding.blanks, position), evaluate: () => null };
  for (const read of type === 'location' ? locationParts(path) : [path]) binding.onField(read);
  return readField(path, type, binding.blanks, position);
}
