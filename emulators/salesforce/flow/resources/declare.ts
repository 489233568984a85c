import { Decimal } from 'decimal.js';
import type { StoredValue } from '../../entities.ts';
import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import type {
  ConstantSource,
  DataType,
  FlowSource,
  FormulaSource,
  TextTemplateSource,
  VariableSource,
} from '../source/index.ts';
import { scalar, type FlowType, type ScalarType } from '../values/index.ts';
import { compileFlowFormula } from './formula.ts';
import { compileInto } from './operand.ts';
import { kept, TEXT, type Resource, type Scope } from './scope.ts';
import { compileTemplate } from './template.ts';

const SCALARS: Record<Exclude<DataType, 'SObject'>, ScalarType> = {
  String: 'text',
  Number: 'number',
  Currency: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Picklist: 'picklist',
  Multipicklist: 'multipicklist',
};

/** Gives the names of variables, constants, formulas and text templates their meaning. */
export function declareResources(scope: Scope, source: FlowSource): void {
  for (const variable of source.variables) scope.declare(variable.name, () => toVariable(scope, variable));
  for (const constant of source.constants) scope.declare(constant.name, () => toConstant(scope, constant));
  for (const formula of source.formulas) scope.declare(formula.name, () => toFormula(scope, formula));
  for (const template of source.textTemplates) scope.declare(template.name, () => toTemplate(scope, template));
}

export function variableType({ schema }: Scope, variable: VariableSource): FlowType {
  const { dataType, isCollection, objectType } = variable;
  if (dataType !== 'SObject') return { of: SCALARS[dataType], isCollection };
  const object = objectType === undefined ? undefined : schema.findObject(objectType);
  if (object === undefined) throw new FlowProblem(`there is no object ${objectType ?? ''}`);
  return { of: 'record', object, isCollection };
}

/** The values that variables begin with, where they have one. */
export function compileInitialValues(scope: Scope, variables: VariableSource[]): (interview: Interview) => void {
  const setters = variables
    .filter(({ value }) => value !== undefined)
    .map((variable) => {
      const target = scope.resolveTarget(variable.name);
      const read = compileInto(scope, variable.value, target.type);
      return (interview: Interview) => target.write(interview, read(interview));
    });
  return (interview) => {
    for (const set of setters) set(interview);
  };
}

/** A checkbox is false and a collection empty until something else is assigned. */
function toVariable(scope: Scope, variable: VariableSource): Resource {
  const type = variableType(scope, variable);
  const initial = type.isCollection ? [] : type.of === 'boolean' ? 0 : null;
  return kept(variable.name, type, { initial: () => initial });
}

function toConstant(scope: Scope, { dataType, value }: ConstantSource): Resource {
  const type = scalar(SCALARS[dataType]);
  return { type, read: compileInto(scope, value, type) };
}

function toFormula(scope: Scope, { dataType, expression, scale }: FormulaSource): Resource {
  const type = SCALARS[dataType];
  const evaluate = compileFlowFormula(scope, expression, { returns: type, blanks: 'BlankAsBlank' });
  const read = type === 'number' && scale !== undefined ? rounded(evaluate, scale) : evaluate;
  return { type: scalar(type), read };
}

function rounded(evaluate: (interview: Interview) => StoredValue, scale: number): typeof evaluate {
  return (interview) => {
    const value = evaluate(interview);
    return value === null ? null : new Decimal(value).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP).toNumber();
  };
}

function toTemplate(scope: Scope, { text }: TextTemplateSource): Resource {
  return { type: TEXT, read: compileTemplate(scope, text) };
}
