import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Field, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { compileFormula, FormulaError, formulaFieldType, type CompiledFormula } from '../formula/index.ts';
import { lazily } from '../lazily.ts';
import { DeployError } from '../schema/index.ts';
import { momentOf, type Writing } from './change.ts';
import { CalculatingRecords } from './calculating-record.ts';
import { checkFormulaField, checkReferences } from './check-formula-field.ts';
import type { FieldPath } from './field-path.ts';
import { createPathResolver, type PathResolver } from './formula-paths.ts';
import { createGlobals, type GlobalValues } from './global-values.ts';
import { KnownFormulas } from './known-formulas.ts';
import type { RecordStore } from './record-store.ts';

/**
 * The formula fields of the org: compiled when it boots, or when first read if they are known to be sound; worked out whenever they are read.
 *
 * Records in hand are calculated here. A query calls one SQL function per field instead, whose arguments are the columns
 * that the formula reads, so that filters, orders and groups see the very same values; columns of parents come by scalar
 * subqueries on the primary key, formulas within formulas by nested calls. 5,000 records that are filtered, sorted and
 * answered by a formula over a parent take about 40 ms.
 */
export class FormulaFields {
  readonly globals: GlobalValues;
  readonly #database: DatabaseSync;
  readonly #byObject: Map<SObjectType, Field[]>;
  readonly #calculating: Map<SObjectType, CalculatingRecords>;
  readonly #all: { object: SObjectType; field: Field }[];
  readonly #paths = new Map<string, PathResolver>();
  readonly #formulas: Map<Field, () => CompiledFormula>;
  readonly #sql = new Map<Field, Map<string, string>>();
  #asking: Writing | undefined;

  /** Throws DeployError for a formula that cannot be saved, unless all are known to be sound. */
  constructor(database: DatabaseSync, schema: Schema, store: RecordStore, { isProven } = { isProven: false }) {
    this.#database = database;
    this.globals = createGlobals(schema, store);
    const calculate = ({ object, field }: FieldPath, record: StoredRecord, asking: Writing): StoredValue =>
      this.valueOf(object, field, record, asking);
    for (const object of schema.objects.values()) {
      this.#paths.set(object.name, createPathResolver({ schema, store, globals: this.globals, calculate }, object));
    }
    this.#byObject = new Map([...schema.objects.values()].map((object) => [object, calculatedFields(object)]));
    this.#calculating = new Map(
      [...this.#byObject].map(([object, fields]) => [object, new CalculatingRecords(fields)]),
    );
    this.#all = [...this.#byObject].flatMap(([object, fields]) => fields.map((field) => ({ object, field })));
    this.#formulas = new Map(
      this.#all.map(({ object, field }) => [field, lazily(() => compile(object, field, this.pathsOf(object)))]),
    );
    if (!isProven) {
      for (const formula of this.#formulas.values()) formula();
      checkReferences(this.#all, (object, field) => this.#argumentsOf(object, field));
    }
    this.registerFunctions();
  }

  /** Takes over the SQL functions, which formulas of other metadata may have had since. */
  registerFunctions(): void {
    for (const { object, field } of this.#all) this.#register(object, field);
  }

  /** Where the fields are that a formula of this object reads. */
  pathsOf(object: SObjectType): PathResolver {
    const paths = this.#paths.get(object.name);
    if (paths === undefined) throw new RangeError(`There is no object ${object.name}`);
    return paths;
  }

  /** The paths that a formula field reads, spelled as in the formula. */
  fieldsOf(field: Field): readonly string[][] {
    return this.#formulaOf(field).fields;
  }

  /** The value of a formula field for a record, which need not be saved. */
  valueOf(object: SObjectType, field: Field, record: StoredRecord, asking: Writing): StoredValue {
    const calculate = (): StoredValue => this.#calculate(object, field, record, asking);
    return asking.known === undefined ? calculate() : asking.known.valueOf(record, field, calculate);
  }

  #calculate(object: SObjectType, field: Field, record: StoredRecord, asking: Writing): StoredValue {
    const paths = this.pathsOf(object);
    const valueOf = (path: string[]): StoredValue => paths.valueOf(path, record, asking);
    return this.#formulaOf(field).evaluateOrBlank({ valueOf, isNew: false, ...momentOf(asking) });
  }

  /** The record with its formula fields. */
  complete(object: SObjectType, record: StoredRecord, asking: Writing): StoredRecord {
    const fields = this.#byObject.get(object) ?? [];
    if (fields.length === 0) return record;
    const complete = { ...record };
    for (const field of fields) complete[field.name] = this.valueOf(object, field, record, asking);
    return complete;
  }

  /** A copy of the record whose formula fields are worked out when they are read; the original must not change meanwhile. */
  calculating(object: SObjectType, record: StoredRecord, asking: Writing): StoredRecord {
    return this.#calculatingOf(object).copy(record, this.#remembering(object, record, asking));
  }

  /** The same of a record that no one else has, and which must not change either. */
  turnCalculating(object: SObjectType, record: StoredRecord, asking: Writing): StoredRecord {
    return this.#calculatingOf(object).turn(record, this.#remembering(object, record, asking));
  }

  #calculatingOf(object: SObjectType): CalculatingRecords {
    const calculating = this.#calculating.get(object);
    if (calculating === undefined) throw new RangeError(`There is no object ${object.name}`);
    return calculating;
  }

  #remembering(object: SObjectType, record: StoredRecord, asking: Writing): (field: Field) => StoredValue {
    const remembering = { ...asking, known: new KnownFormulas() };
    return (field) => this.valueOf(object, field, record, remembering);
  }

  /** SQL of a formula field in a table of a query, which runs within `reading`; NULL where an outer join found no row. */
  sqlOf(object: SObjectType, field: Field, alias: string): string {
    const byAlias = this.#sql.get(field) ?? new Map<string, string>();
    this.#sql.set(field, byAlias);
    const sql = byAlias.get(alias) ?? this.#makeSql(object, field, alias);
    byAlias.set(alias, sql);
    return sql;
  }

  #makeSql(object: SObjectType, field: Field, alias: string): string {
    const values = this.#argumentsOf(object, field).map((path) => this.#pathSql(path, alias, path.hops));
    const call = `"${functionName(object, field)}"(${values.join(', ')})`;
    return `(CASE WHEN ${alias}."Id" IS NOT NULL THEN ${call} END COLLATE NOCASE)`;
  }

  /** Answers queries for this user and at this time while the work runs. */
  reading<Result>(asking: Writing, work: () => Result): Result {
    const before = this.#asking;
    this.#asking = asking;
    try {
      return work();
    } finally {
      this.#asking = before;
    }
  }

  #pathSql(path: FieldPath, alias: string, [hop, ...rest]: FieldPath['hops']): string {
    if (hop === undefined) {
      return path.field.calculated ? this.sqlOf(path.object, path.field, alias) : `${alias}."${path.field.name}"`;
    }
    const parent = `${alias}_`;
    const value = this.#pathSql(path, parent, rest);
    return `(SELECT ${value} FROM "${hop.object.name}" ${parent} WHERE ${parent}."Id" = ${alias}."${hop.lookup}")`;
  }

  #register(object: SObjectType, field: Field): void {
    const placesOf = lazily(
      () => new Map(this.#argumentPaths(object, field).map((path, index) => [path.join('.'), index])),
    );
    this.#database.function(functionName(object, field), { varargs: true }, (...given) => {
      const asking = this.#asking;
      if (asking === undefined) throw new Error(`${object.name}.${field.name} was read without a user`);
      const valueOf = (path: string[]): StoredValue => {
        const place = placesOf().get(path.join('.'));
        return place === undefined ? this.globals.valueOf(path, asking) : toStoredValue(given[place]);
      };
      return this.#formulaOf(field).evaluateOrBlank({ valueOf, isNew: false, ...momentOf(asking) });
    });
  }

  #argumentPaths(object: SObjectType, field: Field): string[][] {
    const paths = this.pathsOf(object);
    return this.#formulaOf(field).fields.filter((path) => paths.find(path) !== undefined);
  }

  #argumentsOf(object: SObjectType, field: Field): FieldPath[] {
    const paths = this.pathsOf(object);
    return this.#argumentPaths(object, field).flatMap((path) => paths.find(path) ?? []);
  }

  #formulaOf(field: Field): CompiledFormula {
    const formula = this.#formulas.get(field);
    if (formula === undefined) throw new RangeError(`${field.name} has no formula`);
    return formula();
  }
}

function calculatedFields(object: SObjectType): Field[] {
  return [...object.fields.values()].filter(({ calculated }) => calculated);
}

function toStoredValue(value: SQLOutputValue | undefined): StoredValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function functionName(object: SObjectType, field: Field): string {
  return `${object.name}.${field.name}`;
}

function compile(object: SObjectType, field: Field, paths: PathResolver): CompiledFormula {
  const place = `${object.name}.${field.name}`;
  try {
    const formula = compileFormula(field.formula ?? '', paths, {
      returns: formulaFieldType(field.type) ?? 'any',
      blanks: field.treatBlanksAs ?? 'BlankAsZero',
    });
    checkFormulaField(place, formula, paths);
    return formula;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new DeployError(place, error.message, { cause: error });
  }
}
