import {
  sameCell,
  sameValue,
  type CellValue,
  type ColumnName,
  type EditableColumn,
  type Layout,
  type Row,
} from '../mapping/index.ts';
import type { BaseRow } from '../state/index.ts';

/** A row as the sheet has it. Columns that were not read, or that somebody deleted, are absent. */
export interface SheetRow {
  /** Where it stands now, from 0. It means nothing in the next request. */
  index: number;
  cells: Partial<Record<ColumnName, CellValue>>;
}

/** What somebody typed into a cell. */
export interface Typed {
  column: EditableColumn;
  value: CellValue;
}

export interface RowPlan {
  /** Cells to write as Salesforce has them. */
  writes: ColumnName[];
  /** Cells whose new value Salesforce should have. */
  edits: Typed[];
  /** Cells that changed on both sides: Salesforce wins, and what was typed is told of. */
  conflicts: Typed[];
  /** Cells of Salesforce that somebody edited: they are put back, and what was typed is told of. */
  restored: { column: ColumnName; value: CellValue }[];
  /** Both sides came to the same by themselves, which is to be remembered. */
  learned: boolean;
  /** The row stands beside another row's key: nothing of it is taken over, all of it is written anew. */
  detached: boolean;
}

/** Compares, cell by cell, what both sides last agreed on, what Salesforce has and what the sheet has. */
export function planRow(row: SheetRow, desired: Row, base: BaseRow | undefined, layout: Layout): RowPlan {
  const detached = isDetached(row.cells.number, desired.number.value);
  const agreed = detached ? {} : (base ?? {});
  const plan: RowPlan = { writes: [], edits: [], conflicts: [], restored: [], learned: false, detached };
  for (const name of layout.names) {
    if (name === 'key') continue;
    const inSheet = row.cells[name];
    if (layout.isEditable(name)) {
      if (inSheet !== undefined) planEditable(plan, name, inSheet, desired[name].value, agreed[name]?.value);
    } else if (isOutdated(inSheet, desired[name], agreed[name])) {
      plan.writes.push(name);
      const before = agreed[name];
      const isTyped = inSheet !== undefined && before !== undefined && !sameValue(inSheet, before.value);
      if (isTyped && !sameValue(inSheet, null)) plan.restored.push({ column: name, value: inSheet });
    } else {
      plan.learned ||= agreed[name] === undefined;
    }
  }
  return plan;
}

/** Not this request's number beside this key, or none: somebody sorted a part of the columns, or emptied the row. */
function isDetached(shown: CellValue | undefined, number: CellValue): boolean {
  return shown !== undefined && !sameValue(shown, number);
}

function isOutdated(inSheet: CellValue | undefined, desired: Row[ColumnName], agreed: Row[ColumnName] | undefined) {
  if (inSheet !== undefined && !sameValue(inSheet, desired.value)) return true;
  if (agreed !== undefined) return !sameCell(agreed, desired);
  return inSheet === undefined;
}

function planEditable(
  plan: RowPlan,
  column: EditableColumn,
  inSheet: CellValue,
  inSalesforce: CellValue,
  agreed: CellValue | undefined,
): void {
  if (sameValue(inSheet, inSalesforce)) {
    plan.learned ||= agreed === undefined || !sameValue(inSheet, agreed);
    return;
  }
  const untouched = agreed === undefined ? sameValue(inSheet, null) : sameValue(inSheet, agreed);
  if (untouched) {
    plan.writes.push(column);
  } else if (agreed !== undefined && sameValue(inSalesforce, agreed)) {
    plan.edits.push({ column, value: inSheet });
  } else {
    plan.writes.push(column);
    plan.conflicts.push({ column, value: inSheet });
  }
}
