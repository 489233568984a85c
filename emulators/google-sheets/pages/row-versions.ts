import type { Commit } from '../store.ts';

/** Remembers in which version each row last changed, so that an open page is told only of what is new. */
export class RowVersions {
  readonly #versions = new Map<string, number[]>();

  note({ spreadsheet, version, sheets }: Commit): void {
    for (const { sheetId, rows } of sheets) {
      const key = `${spreadsheet.id} ${String(sheetId)}`;
      const versions = this.#versions.get(key) ?? [];
      for (const row of rows) versions[row] = version;
      this.#versions.set(key, versions);
    }
  }

  changedSince(spreadsheetId: string, sheetId: number, row: number, version: number): boolean {
    return (this.#versions.get(`${spreadsheetId} ${String(sheetId)}`)?.[row] ?? 0) > version;
  }
}
