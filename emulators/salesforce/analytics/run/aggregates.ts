import type { Field, StoredValue } from '../../entities.ts';
import {
  compileFormula,
  FormulaError,
  FormulaEvaluationError,
  formulaFieldType,
  type CompiledFormula,
} from '../../formula/index.ts';
import { parseAggregate, ROW_COUNT, aggregateName, type AggregateKind } from '../aggregate-names.ts';
import { ReportError } from '../errors.ts';
import type { Report, SummaryFormula } from '../model.ts';
import type { ReportType } from '../report-type/index.ts';
import type { Accumulator } from './accumulator.ts';
import { BLANK, toAggregateCell, type Cell } from './cells.ts';
import { columnsByFormulaName } from './row-formulas.ts';
import { dataTypeOf, madeUpField, type RunField } from './run-field.ts';
import type { RunFields } from './run-fields.ts';

/** A column's sum and the like: what is added up of every row. */
export interface ColumnAggregate {
  name: string;
  kind: AggregateKind;
  source: RunField;
}

/** One aggregate of a report, for every group. */
export interface Aggregate {
  name: string;
  label: string;
  dataType: string;
  /** Says how its numbers are shown. */
  field: Field;
  formula: { source: SummaryFormula; compiled: CompiledFormula; reads: Map<string, string> } | undefined;
}

/** What a report adds up: its aggregates in order, and what their formulas read besides. */
export interface Summaries {
  aggregates: Aggregate[];
  columns: ColumnAggregate[];
}

const KIND_OF_WORD: Record<string, AggregateKind> = {
  SUM: 'Sum',
  AVG: 'Average',
  MAX: 'Maximum',
  MIN: 'Minimum',
  UNIQUE: 'Unique',
};
const NUMBERS = new Set(['int', 'double', 'currency', 'percent', 'boolean']);
const LABELS: Record<AggregateKind, string> = {
  Sum: 'Sum of',
  Average: 'Average',
  Maximum: 'Largest',
  Minimum: 'Smallest',
  Unique: 'Unique Count of',
};

/** Finds the aggregates of a report; those the user may not read are left out. Throws ReportError. */
export function summariesOf(report: Report, type: ReportType, fields: RunFields): Summaries {
  const columns = new Map<string, ColumnAggregate>();
  const addColumn = (name: string): ColumnAggregate | undefined => {
    const parsed = parseAggregate(name);
    if (parsed === undefined) throw new ReportError(`Invalid aggregate ${name}`);
    const source = fields.find(parsed.column);
    if (source === undefined) return undefined;
    checkKind(name, parsed.kind, source);
    const aggregate = { name, kind: parsed.kind, source };
    columns.set(name, aggregate);
    return aggregate;
  };
  const aggregates = report.aggregates.flatMap((name): Aggregate[] => {
    if (name === ROW_COUNT) return [rowCount()];
    const formula = report.summaryFormulas.find(({ developerName }) => developerName === name);
    if (formula !== undefined) return toFormula(formula, type, addColumn);
    const found = addColumn(name);
    return found === undefined ? [] : [ofColumn(found)];
  });
  return { aggregates, columns: [...columns.values()] };
}

function checkKind(name: string, kind: AggregateKind, { field, nameSql }: RunField): void {
  const isNumber = nameSql === undefined && NUMBERS.has(field.type);
  const isDate = field.type === 'date' || field.type === 'datetime';
  if (kind === 'Unique' || isNumber || (isDate && (kind === 'Maximum' || kind === 'Minimum'))) return;
  throw new ReportError(`Invalid aggregate ${name}: the field cannot be summarized so`);
}

function rowCount(): Aggregate {
  const field = madeUpField(ROW_COUNT, 'Record Count', 'int');
  return { name: ROW_COUNT, label: field.label, dataType: 'int', field, formula: undefined };
}

const AVERAGE_DIGITS = 2;

function ofColumn({ name, kind, source }: ColumnAggregate): Aggregate {
  const label = `${LABELS[kind]} ${source.label}`;
  const counts = kind === 'Unique' || source.field.type === 'boolean';
  const scale = Math.max(source.field.scale, kind === 'Average' ? AVERAGE_DIGITS : 0);
  const field = counts
    ? madeUpField(name, label, kind === 'Average' ? 'double' : 'int', kind === 'Average' ? AVERAGE_DIGITS : 0)
    : { ...source.field, scale };
  return { name, label, dataType: dataTypeOf(field), field, formula: undefined };
}

function toFormula(
  source: SummaryFormula,
  type: ReportType,
  addColumn: (name: string) => ColumnAggregate | undefined,
): Aggregate[] {
  const { developerName: name, label, formulaType, decimalPlaces } = source;
  const columns = columnsByFormulaName(type);
  const reads = new Map<string, string>();
  const hidden: string[] = [];
  const typeOf = (path: string[]) => {
    const written = path.join('.');
    if (written.toLowerCase() === ROW_COUNT.toLowerCase()) {
      reads.set(written, ROW_COUNT);
      return 'number';
    }
    const [, column = '', word = ''] = /^(.+):(\w+)$/.exec(written) ?? [];
    const found = columns.get(column.toLowerCase());
    const kind = KIND_OF_WORD[word.toUpperCase()];
    if (found === undefined || kind === undefined) return undefined;
    const aggregate = aggregateName(kind, found.name) ?? '';
    reads.set(written, aggregate);
    if (addColumn(aggregate) === undefined) hidden.push(aggregate);
    return kind !== 'Unique' && found.field.type === 'percent' ? formulaFieldType('percent') : 'number';
  };
  const field = madeUpField(name, label, formulaType === 'number' ? 'double' : formulaType, decimalPlaces);
  try {
    const returns = formulaType === 'percent' ? 'percent' : 'number';
    const compiled = compileFormula(source.formula, { typeOf }, { returns, blanks: 'BlankAsZero' });
    return hidden.length > 0
      ? []
      : [{ name, label, dataType: dataTypeOf(field), field, formula: { source, compiled, reads } }];
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new ReportError(`${name}: ${error.message}`, { cause: error });
  }
}

/** The cell of an aggregate in one group. `isShown` tells whether a formula is meant for groups of this level. */
export function cellOf(
  aggregate: Aggregate,
  { columns }: Summaries,
  group: Accumulator,
  { isShown, now }: { isShown: boolean; now: Date },
): Cell {
  const { name, field, formula } = aggregate;
  const readValue = (wanted: string): StoredValue => {
    if (wanted === ROW_COUNT) return group.rows;
    const index = columns.findIndex((column) => column.name === wanted);
    const column = columns[index];
    return column === undefined ? null : group.valueOf(column.kind, index);
  };
  if (formula === undefined) return toAggregateCell(field, readValue(name));
  if (!isShown) return BLANK;
  try {
    const valueOf = (path: string[]): StoredValue => readValue(formula.reads.get(path.join('.')) ?? '');
    return toAggregateCell(field, formula.compiled.evaluate({ valueOf, isNew: false, now }));
  } catch (error) {
    if (!(error instanceof FormulaEvaluationError)) throw error;
    return { label: '#Error!', value: null };
  }
}
