import { EDITABLE, headerOf, type BacklogEntry, type CellValue, type EditableColumn } from '../mapping/index.ts';

/** A cell of a sheet that people kept by themselves. */
export interface ForeignCell {
  value: CellValue;
  /** Where it leads. */
  link?: string;
}

export interface ForeignRow {
  /** From 1, as the sheet shows it. */
  number: number;
  cells: readonly ForeignCell[];
}

export type RowMatch =
  | { kind: 'matched'; row: number; entry: BacklogEntry; values: { column: EditableColumn; value: CellValue }[] }
  | { kind: 'ambiguous'; row: number; text: string; numbers: string[] }
  | { kind: 'unmatched'; row: number; text: string };

export interface SheetMatch {
  /** Columns whose values can be taken over, by the header that names them. */
  columns: ReadonlyMap<number, EditableColumn>;
  rows: RowMatch[];
}

const REQUEST_NUMBER = /\bIR-\d{5,}\b/g;
const OPPORTUNITY_ID = /\b006[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?\b/g;

/** Of an Id, the part that both its forms share. */
const SHORT_ID = 15;

/**
 * Finds the request of each row, by the number of a request or the link to an Opportunity that stands in it. The first row
 * that names one of our editable columns is the header.
 */
export function matchRows(rows: readonly ForeignRow[], entries: readonly BacklogEntry[]): SheetMatch | undefined {
  const start = rows.findIndex(({ cells }) => headerColumns(cells).size > 0);
  const header = rows[start];
  if (header === undefined) return undefined;
  const columns = headerColumns(header.cells);
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const byOpportunity = Map.groupBy(entries, ({ opportunityUrl }) => idIn(opportunityUrl ?? ''));
  const matches = rows.slice(start + 1).flatMap(({ number: row, cells }): RowMatch[] => {
    const texts = cells.flatMap(({ value, link }) => [String(value ?? ''), link ?? '']);
    const text = texts
      .filter((one) => one !== '')
      .slice(0, 3)
      .join(' · ');
    if (text === '') return [];
    const named = all(texts, REQUEST_NUMBER).flatMap((number) => byNumber.get(number) ?? []);
    const linked = all(texts, OPPORTUNITY_ID).flatMap((id) => byOpportunity.get(id.slice(0, SHORT_ID)) ?? []);
    const found = [...new Set(named.length > 0 ? named : linked)];
    const [entry] = found;
    if (entry === undefined) return [{ kind: 'unmatched', row, text }];
    if (found.length > 1) return [{ kind: 'ambiguous', row, text, numbers: found.map(({ number }) => number) }];
    const values = [...columns].flatMap(([index, column]) => {
      const value = cells[index]?.value ?? null;
      return value === null ? [] : [{ column, value }];
    });
    return [{ kind: 'matched', row, entry, values }];
  });
  return { columns, rows: withoutDoubles(matches) };
}

/** Of several rows for the same request nobody can say which one holds. */
function withoutDoubles(matches: readonly RowMatch[]): RowMatch[] {
  const rowsOf = Map.groupBy(matches, (match) => (match.kind === 'matched' ? match.entry.id : undefined));
  return matches.map((match) => {
    if (match.kind !== 'matched' || (rowsOf.get(match.entry.id)?.length ?? 0) < 2) return match;
    return { kind: 'ambiguous', row: match.row, text: 'stands in several rows', numbers: [match.entry.number] };
  });
}

function headerColumns(cells: readonly ForeignCell[]): Map<number, EditableColumn> {
  const names = Object.keys(EDITABLE) as EditableColumn[];
  const known = new Map(names.map((name) => [headerOf(name).toLowerCase(), name]));
  const found = new Map<number, EditableColumn>();
  for (const [index, { value }] of cells.entries()) {
    const name = typeof value === 'string' ? known.get(value.trim().toLowerCase()) : undefined;
    if (name !== undefined && ![...found.values()].includes(name)) found.set(index, name);
  }
  return found;
}

function idIn(text: string): string | undefined {
  return all([text], OPPORTUNITY_ID)[0]?.slice(0, SHORT_ID);
}

function all(texts: readonly string[], pattern: RegExp): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([found]) => found)))];
}
