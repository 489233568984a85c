import type { Sheet, Spreadsheet } from '../entities.ts';
import { rowWidth } from '../grid/cells.ts';
import type { Evaluation } from './evaluate.ts';

interface Shared {
  known: Map<string, Evaluation>;
  open: Set<string>;
  lastRows: Map<Sheet, number>;
}

/**
 * Where a formula stands, and what was already worked out around it. One scope is for one look at a spreadsheet: it
 * knows nothing of changes made after it came to be.
 */
export class Scope {
  readonly spreadsheet: Spreadsheet;
  readonly sheet: Sheet;
  readonly #shared: Shared;

  constructor(
    spreadsheet: Spreadsheet,
    sheet: Sheet,
    shared: Shared = { known: new Map(), open: new Set(), lastRows: new Map() },
  ) {
    this.spreadsheet = spreadsheet;
    this.sheet = sheet;
    this.#shared = shared;
  }

  /** The same look, at another sheet. */
  on(sheet: Sheet): Scope {
    return sheet === this.sheet ? this : new Scope(this.spreadsheet, sheet, this.#shared);
  }

  // Equal formulas on one sheet come to the same: nothing in them depends on the cell they stand in.
  #key(formula: string): string {
    return `${String(this.sheet.sheetId)} ${formula}`;
  }

  known(formula: string): Evaluation | undefined {
    return this.#shared.known.get(this.#key(formula));
  }

  know(formula: string, evaluation: Evaluation): void {
    this.#shared.known.set(this.#key(formula), evaluation);
  }

  /** How many formulas are being worked out because others look at them. */
  get depth(): number {
    return this.#shared.open.size;
  }

  /** Whether a formula may be worked out now: not while it is being worked out already. */
  enter(formula: string): boolean {
    const { open } = this.#shared;
    const key = this.#key(formula);
    if (open.has(key)) return false;
    open.add(key);
    return true;
  }

  leave(formula: string): void {
    this.#shared.open.delete(this.#key(formula));
  }

  /** The last row that holds a value, or -1. */
  lastRow(): number {
    const { lastRows } = this.#shared;
    const last = lastRows.get(this.sheet) ?? this.sheet.rows.findLastIndex((row) => rowWidth(row) > 0);
    lastRows.set(this.sheet, last);
    return last;
  }
}

/** One look at a spreadsheet, at whichever sheet is asked for. */
export function scopesOf(spreadsheet: Spreadsheet): (sheet: Sheet) => Scope {
  let look: Scope | undefined;
  return (sheet) => (look = look?.on(sheet) ?? new Scope(spreadsheet, sheet));
}
