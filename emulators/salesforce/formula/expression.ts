import { FormulaError } from './errors.ts';
import type { FormulaContext, FormulaFieldType, FormulaType } from './types.ts';
import { isTextual, type FormulaValue, type ValueOfType } from './values.ts';

/** `null` is the type of the keyword NULL, which fits everywhere. */
export type ExpressionType = FormulaType | 'null';

/** A part of a formula whose type is known. */
export interface Expression {
  type: ExpressionType;
  position: number;
  evaluate(context: FormulaContext): FormulaValue;
  /** Set when it is a text literal. */
  literal?: string;
  /** Set when it is a field, or the prior value of one. */
  field?: { path: string[]; type: FormulaFieldType };
}

/** The words for each type in the formula editor's messages. */
export const TYPE_NAMES: Record<ExpressionType, string> = {
  text: 'Text',
  id: 'Text',
  picklist: 'Picklist',
  multipicklist: 'Multi-Select Picklist',
  number: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  location: 'Location',
  null: 'Null',
};

/** Throws FormulaError unless the expression is one of the types. `subject` is `function 'LEFT()'` or `operator '+'`. */
export function expectType(expression: Expression, types: readonly FormulaType[], subject: string): void {
  if (fits(expression.type, types)) return;
  refusePicklist(expression);
  const expected = types.map((type) => TYPE_NAMES[type]).join(', ');
  const received = TYPE_NAMES[expression.type];
  throw new FormulaError(
    `Incorrect parameter type for ${subject}. Expected ${expected}, received ${received}`,
    expression.position,
  );
}

export function fits(type: ExpressionType, types: readonly FormulaType[]): boolean {
  if (type === 'null') return true;
  return types.includes(type) || (type === 'id' && types.includes('text'));
}

/** Throws FormulaError for a picklist where only its TEXT() can stand. */
export function refusePicklist(expression: Expression): void {
  const name = expression.field?.path.join('.') ?? '';
  if (expression.type === 'picklist') {
    throw new FormulaError(
      `Field ${name} is a picklist field. Picklist fields are only supported in certain functions.`,
      expression.position,
    );
  }
  if (expression.type === 'multipicklist') {
    throw new FormulaError(
      `Field ${name} is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.`,
      expression.position,
    );
  }
}

/** The type that all of the expressions can be; throws FormulaError at the first that cannot. */
export function commonType(expressions: readonly Expression[], subject: string): ExpressionType {
  let common: ExpressionType = 'null';
  for (const expression of expressions) {
    refusePicklist(expression);
    const { type } = expression;
    if (type === 'null' || type === common) continue;
    if (common === 'null') common = type;
    else if (isTextual(common) && isTextual(type)) common = 'text';
    else expectType(expression, [common], subject);
  }
  return common;
}

/** The value of an expression whose type was checked; blank text is '', anything else blank is null. */
export function valueOf<T extends FormulaType>(
  expression: Expression,
  type: T,
  context: FormulaContext,
): ValueOfType[T] | null {
  const value = expression.evaluate(context) ?? (isTextual(type) ? '' : null);
  return value as ValueOfType[T] | null;
}

/** Text that is '' when blank. */
export function textOf(expression: Expression, context: FormulaContext): string {
  return valueOf(expression, 'text', context) ?? '';
}

export function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

/** A condition that is neither true nor false counts as false. */
export function isTrue(expression: Expression, context: FormulaContext): boolean {
  return expression.evaluate(context) === true;
}
