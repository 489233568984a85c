import type { Field, RecordError, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import {
  compileFormula,
  formulaFieldType,
  FormulaError,
  FormulaEvaluationError,
  type CompiledFormula,
  type FormulaContext,
  type FormulaFieldType,
} from '../formula/index.ts';
import { DeployError } from '../schema/index.ts';
import { momentOf, type Change, type Writing } from './change.ts';
import type { FormulaFields } from './formula-fields.ts';
import type { PathResolver } from './formula-paths.ts';
import { KnownFormulas } from './known-formulas.ts';
import { failedRule } from './record-errors.ts';

interface CompiledRule {
  name: string;
  formula: CompiledFormula;
  message: string;
  errorField: string | undefined;
}

interface ObjectFormulas {
  paths: PathResolver;
  rules: CompiledRule[];
  defaults: { field: Field; formula: CompiledFormula }[];
}

/** Validation rules and default values, compiled once when the org boots. Throws DeployError for one that cannot be saved. */
export class FormulaRules {
  readonly #byObject = new Map<string, ObjectFormulas>();

  constructor(schema: Schema, fields: FormulaFields) {
    for (const object of schema.objects.values()) {
      this.#byObject.set(object.name, compileObject(object, fields.pathsOf(object)));
    }
  }

  /** Every rule that this change breaks. */
  brokenRules(change: Change, writing: Writing): RecordError[] {
    const formulas = this.#byObject.get(change.object.name);
    if (formulas === undefined || formulas.rules.length === 0) return [];
    const asking = { ...writing, known: new KnownFormulas() };
    const context = toContext(formulas.paths, change.after, change.before, asking);
    return formulas.rules.flatMap((rule) => breaks(rule, context));
  }

  /** The default values that formulas give a new record. */
  defaults(object: SObjectType, record: StoredRecord, writing: Writing): [string, StoredValue][] {
    const formulas = this.#byObject.get(object.name);
    if (formulas === undefined || formulas.defaults.length === 0) return [];
    const context = toContext(formulas.paths, record, undefined, writing);
    return formulas.defaults.map(({ field, formula }) => [field.name, formula.evaluateOrBlank(context)]);
  }
}

function compileObject(object: SObjectType, paths: PathResolver): ObjectFormulas {
  const rules = object.validationRules.filter(({ active }) => active);
  const fields = [...object.fields.values()].filter(hasDefaultFormula);
  return {
    paths,
    rules: rules.map(({ name, formula, message, errorField }) => ({
      name,
      formula: compile(`${object.name}.${name}`, formula, paths, 'boolean'),
      message,
      errorField,
    })),
    defaults: fields.map((field) => ({
      field,
      formula: compile(
        `${object.name}.${field.name}`,
        field.defaultFormula ?? '',
        paths,
        formulaFieldType(field.type) ?? 'any',
      ),
    })),
  };
}

/** A checkbox's default is written as a word, not as a formula. */
function hasDefaultFormula(field: Field): boolean {
  return field.defaultFormula !== undefined && field.type !== 'boolean' && !field.calculated;
}

function compile(place: string, source: string, paths: PathResolver, type: FormulaFieldType | 'any'): CompiledFormula {
  const returns = type === 'picklist' || type === 'multipicklist' || type === 'id' ? 'text' : type;
  try {
    return compileFormula(source, paths, {
      returns,
      blanks: 'BlankAsBlank',
      allow: ['ISNEW', 'ISCHANGED', 'PRIORVALUE'],
    });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new DeployError(place, error.message, { cause: error });
  }
}

function toContext(
  paths: PathResolver,
  after: StoredRecord,
  before: StoredRecord | undefined,
  writing: Writing,
): FormulaContext {
  return {
    valueOf: (path) => paths.valueOf(path, after, writing),
    ...(before === undefined ? {} : { priorValueOf: (path: string[]) => paths.valueOf(path, before, writing) }),
    isNew: before === undefined,
    ...momentOf(writing),
  };
}

function breaks(rule: CompiledRule, context: FormulaContext): RecordError[] {
  try {
    return rule.formula.evaluate(context) === 1 ? [failedRule(rule.message, rule.errorField)] : [];
  } catch (error) {
    if (!(error instanceof FormulaEvaluationError)) throw error;
    return [failedRule(`Validation Formula "${rule.name}" Invalid (${error.message})`, undefined)];
  }
}
