/** A cell with a text. */
export const text = (stringValue: string): object => ({ userEnteredValue: { stringValue } });

/** The request that writes texts from a cell on. */
export function cellsFrom(rowIndex: number, columnIndex: number, rows: string[][], sheetId = 0): object {
  const values = rows.map((row) => ({ values: row.map(text) }));
  return { updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: values, fields: 'userEnteredValue' } };
}

/** A range of the first sheet; rows and columns count from zero, the last ones are left out. */
export const range = (top: number, bottom: number, left: number, right: number): object => {
  return { sheetId: 0, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
};
