import type { Row, Sheet } from '../entities.ts';
import type { CellFormat } from '../wire/messages.ts';

/** A note, or a colour, that somebody put on a cell. */
export interface Mark {
  row: number;
  column: number;
  note?: string;
  color?: NonNullable<CellFormat['backgroundColor']>;
}

/** A row is replaced when it changes, so what is marked in it is found out once. */
const known = new WeakMap<Row, readonly Omit<Mark, 'row'>[]>();

export function marksOf({ rows }: Sheet): Mark[] {
  return rows.flatMap((cells, row) => (cells === undefined ? [] : marksIn(cells).map((mark) => ({ row, ...mark }))));
}

function marksIn(row: Row): readonly Omit<Mark, 'row'>[] {
  const marks =
    known.get(row) ??
    row.cells.flatMap((cell, column) => {
      const { note, userEnteredFormat: { backgroundColor: color } = {} } = cell ?? {};
      if (note === undefined && color === undefined) return [];
      return [{ column, ...(note !== undefined && { note }), ...(color !== undefined && { color }) }];
    });
  known.set(row, marks);
  return marks;
}
