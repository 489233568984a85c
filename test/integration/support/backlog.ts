import { COLUMNS, type ColumnName } from '../../../sync/mapping/index.ts';
import { toColumnLetters } from '../../../sync/google-sheets/a1.ts';
import type { GoogleSheetsEmulator } from '../../../emulators/google-sheets/index.ts';

type Shown = string | number | boolean | null | undefined;

/** The backlog as a person sees it: by the words in the header row and the number of the request. */
export interface Backlog {
  /** One object a row, header → what is shown; wholly blank rows are left out. */
  rows(): Record<string, Shown>[];
  row(number: string): Record<string, Shown> | undefined;
  /** Types into a cell. */
  type(number: string, column: ColumnName, text: string): void;
  /** Where a request's row stands now, from 0. */
  indexOf(number: string): number;
  /** Lines of the issues tab, without the header and the time. */
  issues(): Shown[][];
}

export function openBacklog({ human }: GoogleSheetsEmulator, title = 'Backlog'): Backlog {
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

  return {
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
