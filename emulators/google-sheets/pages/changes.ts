import { z } from 'zod';
import type { Sheet } from '../entities.ts';
import type { Human } from '../human/human.ts';
import { cellName } from '../grid/places.ts';
import { invalidArgument } from '../errors.ts';
import { cellAt, dataSize } from '../grid/cells.ts';
import { enteredText } from './sheet-view.ts';

const index = z.number().int().nonnegative();
const confirmed = z.boolean().default(false);

/** What a page asks for. `confirmed` says that the person was warned and goes on. */
export const PageChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edit'),
    row: index,
    column: index,
    text: z.string(),
    /** What the cell held when the person began to type. */
    expected: z.string().optional(),
    confirmed,
  }),
  z.strictObject({ kind: z.literal('sort'), column: index, descending: z.boolean(), confirmed }),
  /** Hides the rows with these texts in a column; with none of them, the column shows all again. */
  z.strictObject({ kind: z.literal('filter'), column: index, hidden: z.array(z.string()), confirmed }),
  z.strictObject({ kind: z.literal('clearFilter'), confirmed }),
  z.strictObject({ kind: z.literal('insertRow'), row: index, confirmed }),
  z.strictObject({ kind: z.literal('deleteRow'), row: index, confirmed }),
  z.strictObject({ kind: z.literal('insertColumn'), column: index, confirmed }),
  z.strictObject({ kind: z.literal('deleteColumn'), column: index, confirmed }),
]);
export type PageChange = z.infer<typeof PageChange>;

/** Whether the person is to be asked first. */
export function needsWarning(human: Human, sheet: Sheet, change: PageChange): boolean {
  if (change.confirmed) return false;
  const whole = { top: 0, bottom: sheet.rows.length, left: 0, right: sheet.columns.length };
  switch (change.kind) {
    case 'edit':
      return human.guards(sheet.title, {
        top: change.row,
        bottom: change.row + 1,
        left: change.column,
        right: change.column + 1,
      });
    case 'deleteRow':
      return human.guards(sheet.title, { ...whole, top: change.row, bottom: change.row + 1 });
    case 'deleteColumn':
      return human.guards(sheet.title, { ...whole, left: change.column, right: change.column + 1 });
    case 'sort':
      return human.guards(sheet.title, { ...whole, bottom: Math.max(1, dataSize(sheet).rows) });
    case 'insertRow':
    case 'insertColumn':
    case 'filter':
    case 'clearFilter':
      return false;
  }
}

/** Does as the page asks. */
export function carryOut(human: Human, sheet: Sheet, change: PageChange): void {
  const { title } = sheet;
  switch (change.kind) {
    case 'edit':
      refuseOvertaken(sheet, change);
      human.edit(title, cellName(change.row, change.column), change.text);
      return;
    case 'sort':
      human.sort(title, change.column, change.descending);
      return;
    case 'filter':
      human.filter(title, change.column, change.hidden);
      return;
    case 'clearFilter':
      human.clearFilter(title);
      return;
    case 'insertRow':
      human.insertRow(title, change.row);
      return;
    case 'deleteRow':
      human.deleteRow(title, change.row);
      return;
    case 'insertColumn':
      human.insertColumn(title, change.column);
      return;
    case 'deleteColumn':
      human.deleteColumn(title, change.column);
  }
}

/** Rows may have moved while somebody typed; better not saved than saved in another record. */
function refuseOvertaken(sheet: Sheet, { row, column, text, expected }: Extract<PageChange, { kind: 'edit' }>): void {
  const cell = cellAt(sheet, row, column);
  if (expected === undefined || expected === (cell === undefined ? '' : enteredText(cell))) return;
  throw invalidArgument(`This cell changed while you were typing, so “${text}” was not saved. Please look again.`);
}
