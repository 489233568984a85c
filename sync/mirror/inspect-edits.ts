import type { GridCell, GridRow } from '../google-sheets/index.ts';
import type { CellValue, ColumnName, Layout } from '../mapping/index.ts';
import type { BaseRow } from '../state/index.ts';
import { planRow, type SheetRow } from './plan-row.ts';
import type { Columns, ColumnState, PlannedRow } from './plan-sheet.ts';

/** An edited row as it was found when it was looked at closely. */
export interface InspectedRow {
  id: string;
  index: number;
  cells: SheetRow['cells'];
  /** Cells of Salesforce in it are not its own. */
  torn: boolean;
  /** It stands beside another request's key. */
  detached: boolean;
  /** Cells with a formula: what it comes to is taken over, and takes its place. */
  formulas: ReadonlySet<ColumnName>;
  /** Cells whose formula comes to nothing, with what the sheet says. */
  errors: ReadonlyMap<ColumnName, string>;
  notes: ReadonlyMap<ColumnName, string>;
  /** All of it, people's own columns too. */
  shown: GridRow;
}

/** So many cells of Salesforce that hold something else than they should: somebody sorted some of the columns. */
const TORN_FROM = 2;

/** Looks at a row once more, as a whole, before anything of it goes to Salesforce. */
export function inspectRow(
  layout: Layout,
  columns: Columns,
  planned: PlannedRow,
  shown: GridRow = [],
  base?: BaseRow,
): InspectedRow {
  const found = layout.names.flatMap((name): [ColumnName, GridCell][] => {
    const index = columns.get(name)?.index;
    return index === undefined ? [] : [[name, shown[index] ?? { value: null, isFormula: false }]];
  });
  const cells: SheetRow['cells'] = Object.fromEntries(found.map(([name, { value }]) => [name, value]));
  const { restored, detached } = planRow({ index: planned.index, cells }, planned.desired, base, layout);
  return {
    id: planned.id,
    index: planned.index,
    cells,
    torn: restored.length >= TORN_FROM,
    detached,
    formulas: new Set(found.filter(([, { isFormula }]) => isFormula).map(([name]) => name)),
    errors: new Map(found.flatMap(([name, { error }]) => (error === undefined ? [] : [[name, error] as const]))),
    notes: new Map(found.flatMap(([name, { note }]) => (note === undefined ? [] : [[name, note] as const]))),
    shown,
  };
}

/**
 * The reading with what was found at a closer look. A sort of some columns tears many rows at once, and of some it does
 * not show: where one is torn, all edited rows lose their number, so that they count as others' and nothing is taken over.
 */
export function withInspected(columns: Columns, rows: readonly InspectedRow[]): Columns {
  const isTorn = rows.some(({ torn }) => torn);
  const patched = new Map<string, ColumnState>();
  for (const [name, { index, values }] of columns) {
    if (values === undefined) {
      const seen = new Map(rows.map((row) => [row.index, shownIn(row, name as ColumnName, isTorn)]));
      patched.set(name, name === 'number' ? { index, seen } : { index });
      continue;
    }
    const copy = [...values];
    for (const row of rows) copy[row.index] = shownIn(row, name as ColumnName, isTorn);
    patched.set(name, { index, values: Array.from(copy, (value) => value ?? null) });
  }
  return patched;
}

function shownIn({ cells }: InspectedRow, name: ColumnName, isTorn: boolean): CellValue {
  return isTorn && name === 'number' ? null : (cells[name] ?? null);
}
