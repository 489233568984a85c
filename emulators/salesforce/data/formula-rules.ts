import type { Field, RecordError, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import {
  compileFormula,
  formulaFieldType,
  FormulaError,
  FormulaEvaluationError,
  type CompiledFormula,
  type FormulaContext,
  type FormulaFieldType,
  type FormulaScope,
  type RecordFunction,
} from '../formula/index.ts';
import { lazily } from '../lazily.ts';
import { DeployError } from '../schema/index.ts';
import { momentOf, type Change, type Writing } from './change.ts';
import type { FormulaFields } from './formula-fields.ts';
import type { PathResolver } from './formula-paths.ts';
import { createLookUp, withColumns } from './object-columns.ts';
import { KnownFormulas } from './known-formulas.ts';
import { failedRule } from './record-errors.ts';
import type { RecordStore } from './record-store.ts';

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

/**
 * Validation rules and default values, compiled once: when the org boots, which throws DeployError for one that cannot be
 * saved, or when an object is first written if they are known to be sound.
 */
export class FormulaRules {
  readonly #byObject = new Map<string, () => ObjectFormulas>();
  readonly #lookUp: NonNullable<FormulaContext['lookUp']>;

  constructor(schema: Schema, store: RecordStore, fields: FormulaFields, { isProven } = { isProven: false }) {
    this.#lookUp = createLookUp(schema, store);
    for (const object of schema.objects.values()) {
      const formulas = lazily(() => compileObject(schema, object, fields.pathsOf(object)));
      this.#byObject.set(object.name, formulas);
      if (!isProven) formulas();
    }
  }

  /** Every rule that this change breaks. */
  brokenRules(change: Change, writing: Writing): RecordError[] {
    const formulas = this.#byObject.get(change.object.name)?.();
    if (formulas === undefined || formulas.rules.length === 0) return [];
    const asking = { ...writing, known: new KnownFormulas() };
    const moment = toContext(formulas.paths, change.after, change.before, asking);
    const context = { ...moment, lookUp: this.#lookUp };
    return formulas.rules.flatMap((rule) => breaks(rule, context));
  }

  /** The default values that formulas give a new record. */
  defaults(object: SObjectType, record: StoredRecord, writing: Writing): [string, StoredValue][] {
    const formulas = this.#byObject.get(object.name)?.();
    if (formulas === undefined || formulas.defaults.length === 0) return [];
    const context = toContext(formulas.paths, record, undefined, writing);
    return formulas.defaults.map(({ field, formula }) => [field.name, formula.evaluateOrBlank(context)]);
  }
}

function compileObject(schema: Schema, object: SObjectType, paths: PathResolver): ObjectFormulas {
  const rules = object.validationRules.filter(({ active }) => active);
  const fields = [...object.fields.values()].filter(hasDefaultFormula);
  return {
    paths,
    rules: rules.map(({ name, formula, message, errorField }) => ({
      name,
      formula: compile(`${object.name}.${name}`, formula, withColumns(schema, paths), 'boolean', [
        ...ON_SAVE,
        'VLOOKUP',
      ]),
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
        ON_SAVE,
      ),
    })),
  };
}

/** A checkbox's default is written as a word, not as a formula. */
function hasDefaultFormula(field: Field): boolean {
  return field.defaultFormula !== undefined && field.type !== 'boolean' && !field.calculated;
}

const ON_SAVE: readonly RecordFunction[] = ['ISNEW', 'ISCHANGED', 'PRIORVALUE'];

function compile(
  place: string,
  source: string,
  scope: FormulaScope,
  type: FormulaFieldType | 'any',
  allow: readonly RecordFunction[],
): CompiledFormula {
  const returns = type === 'picklist' || type === 'multipicklist' || type === 'id' ? 'text' : type;
  try {
    return compileFormula(source, scope, { returns, blanks: 'BlankAsBlank', allow });
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
