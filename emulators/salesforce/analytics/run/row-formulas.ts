import type { DatabaseSync } from 'node:sqlite';
import type { FieldType, StoredValue } from '../../entities.ts';
import { compileFormula, FormulaError, formulaFieldType, type CompiledFormula } from '../../formula/index.ts';
import { ReportError } from '../errors.ts';
import type { RowFormula } from '../model.ts';
import type { ReportColumn, ReportType } from '../report-type/index.ts';
import { madeUpField, type RunField } from './run-field.ts';

const FUNCTION = '_row_formula';
const FIELD_TYPES: Record<RowFormula['formulaType'], FieldType> = {
  number: 'double',
  text: 'string',
  date: 'date',
  datetime: 'datetime',
};

interface Compiled {
  source: RowFormula;
  formula: CompiledFormula;
}

/** The row-level formulas of one run, which the query calls as a SQL function. */
export class RowFormulas {
  readonly #compiled: Compiled[];
  readonly #columns: Map<string, ReportColumn>;
  readonly #find: (column: ReportColumn) => RunField | undefined;

  /** Throws ReportError for a formula that cannot be saved. */
  constructor(sources: RowFormula[], type: ReportType, find: (column: ReportColumn) => RunField | undefined) {
    this.#columns = columnsByFormulaName(type);
    this.#find = find;
    this.#compiled = sources.map((source) => ({ source, formula: this.#compile(source) }));
  }

  has(name: string): boolean {
    return this.#compiled.some(({ source }) => source.developerName === name);
  }

  /** The formula as a field; undefined when the user may not read what it is made of. */
  field(name: string): RunField | undefined {
    const index = this.#compiled.findIndex(({ source }) => source.developerName === name);
    const { source, formula } = this.#compiled[index] ?? {};
    if (source === undefined || formula === undefined) return undefined;
    const used = formula.fields.map((path) => this.#columnAt(path)).filter((column) => column !== undefined);
    const fields = used.map(this.#find);
    if (fields.includes(undefined)) return undefined;
    const values = fields.map((field, at) =>
      used[at]?.field.reference === undefined ? (field?.nameSql ?? field?.sql) : field?.sql,
    );
    return {
      name,
      label: source.label,
      field: madeUpField(name, source.label, FIELD_TYPES[source.formulaType], source.decimalPlaces),
      sql: `"${FUNCTION}"(${[index, ...values].join(', ')})`,
      nameSql: undefined,
      table: Math.max(0, ...used.map(({ table }) => table)),
    };
  }

  /** Lets the statements that follow call these formulas. */
  register(database: DatabaseSync, now: Date): void {
    if (this.#compiled.length === 0) return;
    database.function(FUNCTION, { varargs: true }, (index, ...given) => {
      const formula = this.#compiled[Number(index)]?.formula;
      const places = new Map(formula?.fields.map((path, place) => [path.join('.'), place]));
      const valueOf = (path: string[]): StoredValue => {
        const value = given[places.get(path.join('.')) ?? -1];
        return typeof value === 'string' || typeof value === 'number' ? value : null;
      };
      return formula?.evaluateOrBlank({ valueOf, isNew: false, now }) ?? null;
    });
  }

  #compile({ developerName, formula, formulaType }: RowFormula): CompiledFormula {
    const typeOf = (path: string[]) => {
      const field = this.#columnAt(path)?.field;
      return field && formulaFieldType(field.type);
    };
    try {
      return compileFormula(formula, { typeOf }, { returns: formulaType, blanks: 'BlankAsZero' });
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw new ReportError(`${developerName}: ${error.message}`, { cause: error });
    }
  }

  #columnAt(path: string[]): ReportColumn | undefined {
    return this.#columns.get(path.join('.').toLowerCase());
  }
}

/** In formulas the dollar sign of a column's name is a dot. */
export function columnsByFormulaName({ columns }: ReportType): Map<string, ReportColumn> {
  return new Map([...columns.values()].map((column) => [column.name.replace('$', '.').toLowerCase(), column]));
}
