import { COLUMNS, type ColumnName } from '../../../sync/mapping/index.ts';
import { toColumnLetters } from '../../../sync/google-sheets/a1.ts';
import type { GoogleSheetsEmulator } from '../../../emulators/google-sheets/index.ts';

type Shown = string | number | boolean | null | undefined;

/** The backlog as a person sees it: by the words in the header row and the number of the request. */
export interface Backlog {
  /** One object a row, header → what is shown; wholly blank rows are left out. */
  rows(): Record<string, Shown>[];
  row(number: string): Record<string, Shown> | undefined;
  /** The rows by the number of their request, without the time at which they were written. */
  contents(): Map<Shown, Record<string, Shown>>;
  /** Types into a cell. */
  type(number: string, column: ColumnName, text: string): void;
  /** Where a request's row stands now, from 0. */
  indexOf(number: string): number;
  /** Puts a note on a cell, as a person does. */
  note(number: string, column: ColumnName, text: string): Promise<void>;
  /** The note and the formula of a cell; empty where there is none. */
  look(number: string, column: ColumnName): Promise<{ note: string; formula: string }>;
  /** Lines of the issues tab, without the header and the time. */
  issues(): Shown[][];
}

export function openBacklog(emulator: GoogleSheetsEmulator, title = 'Backlog'): Backlog {
  const { human } = emulator;
  const headerOf = (name: ColumnName): string => COLUMNS.find((column) => column.name === name)?.header ?? name;

  function lines(): { header: string[]; body: { index: number; cells: Shown[] }[] } {
    const all = human.read(title);
    const at = all.findIndex((line) => line.includes('Request'));
    const header = (all[at] ?? []).map(String);
    const body = all
      .map((cells, index) => ({ index, cells }))
      .filter(({ index, cells }) => index !== at && cells.length > 0);
    return { header, body };
  }
  function indexOf(number: string): number {
    const { header, body } = lines();
    const column = header.indexOf('Request');
    const found = body.find(({ cells }) => cells[column] === number);
    if (found === undefined) throw new RangeError(`The backlog shows no ${number}`);
    return found.index;
  }
  function rows(): Record<string, Shown>[] {
    const { header, body } = lines();
    return body.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
  }

  function place(number: string, column: ColumnName): { rowIndex: number; columnIndex: number } {
    return { rowIndex: indexOf(number), columnIndex: lines().header.indexOf(headerOf(column)) };
  }
  async function sheetId(): Promise<number> {
    const { sheets } = await ask<SheetsAnswer>(emulator, '?fields=sheets(properties(sheetId,title))');
    return sheets.find(({ properties }) => properties.title === title)?.properties.sheetId ?? 0;
  }

  return {
    contents: () => {
      const stamp = headerOf('lastSynced');
      const told = rows().map((row) => Object.entries(row).filter(([header]) => header !== stamp));
      return new Map(told.map((cells) => Object.fromEntries(cells)).map((row) => [row['Request'], row]));
    },
    async note(number, column, text) {
      const start = { sheetId: await sheetId(), ...place(number, column) };
      await ask(emulator, ':batchUpdate', {
        requests: [{ updateCells: { start, rows: [{ values: [{ note: text }] }], fields: 'note' } }],
      });
    },
    async look(number, column) {
      const { rowIndex, columnIndex } = place(number, column);
      const range = encodeURIComponent(`'${title}'!${toColumnLetters(columnIndex)}${rowIndex + 1}`);
      const fields = 'sheets(data(rowData(values(note,userEnteredValue))))';
      const { sheets } = await ask<SheetsAnswer>(emulator, `?ranges=${range}&fields=${fields}`);
      const cell = sheets[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
      return { note: cell?.note ?? '', formula: cell?.userEnteredValue?.formulaValue ?? '' };
    },
    rows,
    row: (number) => rows().find((row) => row['Request'] === number),
    indexOf,
    type(number, column, text) {
      const letters = toColumnLetters(lines().header.indexOf(headerOf(column)));
      human.edit(title, `${letters}${indexOf(number) + 1}`, text);
    },
    issues: () =>
      human
        .read('Sync issues')
        .slice(1)
        .map((line) => line.slice(1)),
  };
}

interface SheetsAnswer {
  sheets: {
    properties: { sheetId: number; title: string };
    data?: { rowData?: { values?: { note?: string; userEnteredValue?: { formulaValue?: string } }[] }[] }[];
  }[];
}

async function ask<Answer>(
  { url, spreadsheetId, accessToken }: GoogleSheetsEmulator,
  rest: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(`${url}/v4/spreadsheets/${spreadsheetId}${rest}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${rest}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
