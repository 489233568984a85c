import type { Field, LookupFilter, RecordError, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { compileFormula, FormulaError } from '../formula/index.ts';
import { DeployError } from '../schema/index.ts';
import { momentOf, type Change, type Writing } from './change.ts';
import { coerceValue, isRecordError } from './coerce/index.ts';
import type { FormulaFields } from './formula-fields.ts';
import { outsideLookupFilter } from './record-errors.ts';
import type { RecordStore } from './record-store.ts';
import { splitValues } from './split-values.ts';

/** The record that looks up, the one that it found, and who asks. */
interface Looking {
  source: StoredRecord;
  found: StoredRecord;
  asking: Writing;
}

type Read = (looking: Looking) => StoredValue;
type Test = (looking: Looking) => boolean;

interface CompiledFilter {
  field: Field;
  target: SObjectType;
  test: Test;
  message: string;
  /** Fields of the source whose change has the filter asked again. */
  reads: ReadonlySet<string>;
}

/**
 * Required lookup filters. They are asked when the lookup or a field of the same record that they read is written.
 *
 * https://help.salesforce.com/s/articleView?id=platform.fields_lookup_filters_notes.htm
 */
export class LookupFilters {
  readonly #byObject = new Map<string, CompiledFilter[]>();
  readonly #store: RecordStore;

  /** Throws DeployError for a filter on what is not there. */
  constructor(schema: Schema, store: RecordStore, formulas: FormulaFields) {
    this.#store = store;
    for (const object of schema.objects.values()) {
      const filters = [...object.fields.values()].flatMap((field) => {
        const filter = field.reference?.filter;
        return filter === undefined ? [] : [compile(schema, formulas, object, field, filter)];
      });
      if (filters.length > 0) this.#byObject.set(object.name, filters);
    }
  }

  /** Whether a lookup of a record, which need not be saved, may lead to the record found. */
  passes(object: SObjectType, field: Field, { source, found, asking }: Looking): boolean {
    const filters = this.#byObject.get(object.name) ?? [];
    return filters.filter((one) => one.field.name === field.name).every(({ test }) => test({ source, found, asking }));
  }

  /** What the lookups of a record lead to outside their filters. */
  errorsOf({ object, before, after, given }: Change, asking: Writing): RecordError[] {
    const filters = this.#byObject.get(object.name) ?? [];
    return filters.flatMap(({ field, target, test, message, reads }) => {
      const id = after[field.name] ?? null;
      const isAsked = before === undefined || given.has(field.name) || [...reads].some((name) => given.has(name));
      if (typeof id !== 'string' || !isAsked) return [];
      const found = this.#store.find(target, id);
      const passes = found !== undefined && test({ source: after, found, asking });
      return passes ? [] : [outsideLookupFilter(field.name, message)];
    });
  }
}

function compile(
  schema: Schema,
  formulas: FormulaFields,
  object: SObjectType,
  field: Field,
  { conditions, logic, message }: LookupFilter,
): CompiledFilter {
  const place = `${object.name}.${field.name}`;
  const target = schema.findObject(field.reference?.to[0] ?? '');
  if (target === undefined) throw new DeployError(place, 'a lookup filter needs an object to look up');
  const reads = new Set<string>();
  const of = (path: string): Side => sideOf(place, path, { object, target, formulas, reads });
  const tests = conditions.map(({ field: left, operation, value, valueField }): Test => {
    const side = of(left);
    const right = valueField === undefined ? literals(place, side, operation, value ?? '') : [of(valueField).read];
    return (looking) =>
      holds(
        operation,
        side.read(looking),
        right.map((read) => read(looking)),
      );
  });
  return { field, target, test: joined(place, logic, tests), message, reads };
}

interface Side {
  read: Read;
  field: Field | undefined;
}

interface Sides {
  object: SObjectType;
  target: SObjectType;
  formulas: FormulaFields;
  reads: Set<string>;
}

/** `Account.Industry` is of the record that is found, `$Source.Industry__c` of the one that looks, `$User.Id` of neither. */
function sideOf(place: string, path: string, { object, target, formulas, reads }: Sides): Side {
  const [first = '', ...rest] = path.split('.');
  const isSource = first.toLowerCase() === '$source';
  const isGlobal = first.startsWith('$') && !isSource;
  if (!isSource && !isGlobal && first !== target.name) {
    throw new DeployError(place, `expected a field of ${target.name} or $Source in the lookup filter, got ${path}`);
  }
  const paths = formulas.pathsOf(isSource ? object : target);
  const steps = isGlobal ? [first, ...rest] : rest;
  const found = paths.find(steps);
  if (found === undefined && (!isGlobal || paths.typeOf(steps) === undefined)) {
    throw new DeployError(place, `the lookup filter reads ${path}, which does not exist`);
  }
  if (isSource && found !== undefined) reads.add(found.hops[0]?.lookup ?? found.field.name);
  return {
    field: found?.field,
    read: ({ source, found: record, asking }) => paths.valueOf(steps, isSource ? source : record, asking),
  };
}

function literals(place: string, { field }: Side, operation: string, value: string): Read[] {
  return splitValues(value).map((text): Read => {
    const isPart = ['contains', 'notContain', 'startsWith', 'includes', 'excludes'].includes(operation);
    const stored =
      field === undefined || isPart ? text : coerceValue(field, field.type === 'boolean' ? text.toLowerCase() : text);
    if (isRecordError(stored))
      throw new DeployError(place, `the filter value '${text}' does not fit ${field?.name ?? ''}`);
    return () => stored;
  });
}

function holds(
  operation: LookupFilter['conditions'][number]['operation'],
  left: StoredValue,
  right: StoredValue[],
): boolean {
  const text = (value: StoredValue): string => String(value ?? '').toLowerCase();
  const equals = (value: StoredValue): boolean => text(left) === text(value);
  const chosen = text(left).split(';');
  const isOrdered = (test: (value: string | number) => boolean): boolean =>
    left !== null && right.some((value) => value !== null && test(value));
  switch (operation) {
    case 'equals':
      return right.some(equals);
    case 'notEqual':
      return !right.some(equals);
    case 'contains':
      return right.some((value) => text(left).includes(text(value)));
    case 'notContain':
      return !right.some((value) => text(left).includes(text(value)));
    case 'startsWith':
      return right.some((value) => text(left).startsWith(text(value)));
    case 'includes':
      return right.some((value) => chosen.includes(text(value)));
    case 'excludes':
      return !right.some((value) => chosen.includes(text(value)));
    case 'lessThan':
      return isOrdered((value) => (left ?? '') < value);
    case 'greaterThan':
      return isOrdered((value) => (left ?? '') > value);
    case 'lessOrEqual':
      return isOrdered((value) => (left ?? '') <= value);
    case 'greaterOrEqual':
      return isOrdered((value) => (left ?? '') >= value);
  }
}

/** `1 AND (2 OR NOT 3)` is a formula but for the spelling of its operators. */
function joined(place: string, logic: string, tests: Test[]): Test {
  const source = logic
    .replace(/\d+/g, (number) => `$${number}`)
    .replace(/\bAND\b/gi, '&&')
    .replace(/\bOR\b/gi, '||')
    .replace(/\bNOT\b/gi, '!');
  const testOf = ([name = '']: string[]): Test | undefined => tests[Number(name.slice(1)) - 1];
  try {
    const formula = compileFormula(
      source,
      { typeOf: (path) => (testOf(path) === undefined ? undefined : 'boolean') },
      { returns: 'boolean', blanks: 'BlankAsBlank' },
    );
    return (looking) =>
      formula.evaluate({
        valueOf: (path) => (testOf(path)?.(looking) === true ? 1 : 0),
        isNew: false,
        ...momentOf(looking.asking),
      }) === 1;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new DeployError(place, `the filter logic ${logic} cannot be read`, { cause: error });
  }
}
