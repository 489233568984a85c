import { SyncError } from '../errors.ts';
import { headerOf, sameValue, toRow, type BacklogEntry } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import { matchRows, type RowMatch } from './match-rows.ts';
import type { Typed } from './plan-row.ts';
import { peopleIn, sendEdits, type RowEdits } from './send-edits.ts';

/** What became of an import, or would become of it, as lines for a person. */
export interface ImportReport {
  matched: number;
  ambiguous: number;
  unmatched: number;
  /** Values that are, or would be, taken over; and those that Salesforce refused. */
  taken: number;
  refused: number;
  lines: string[];
}

interface RowImport extends RowEdits {
  number: string;
  edits: Typed[];
  kept: Typed[];
}

/**
 * Takes over what people kept in a tab of their own: of each row that belongs to one request, the values of editable
 * columns that are blank in Salesforce. What Salesforce has already stays, so that a second run changes nothing. Without
 * `confirmed`, nothing is written.
 */
export async function importTab(context: CycleContext, title: string, confirmed: boolean): Promise<ImportReport> {
  const { sheets, state } = context;
  const entries = [...state.entries.idsOf('open')].flatMap((id) => state.entries.find(id) ?? []);
  const match = matchRows(await sheets.readTab(title), entries);
  if (match === undefined) {
    throw new SyncError('configuration', `The tab "${title}" has no row with headers such as "Rank" or "Next steps"`);
  }
  const imports = match.rows.flatMap((row) => (row.kind === 'matched' ? [toImport(row.entry, row.values)] : []));
  const columns = [...match.columns.values()].map(headerOf).join(', ');
  const report: ImportReport = {
    matched: count(match.rows, 'matched'),
    ambiguous: count(match.rows, 'ambiguous'),
    unmatched: count(match.rows, 'unmatched'),
    taken: 0,
    refused: 0,
    lines: [`Columns: ${columns}`, ...match.rows.flatMap(tellRow)],
  };
  const rows = imports.filter(({ edits }) => edits.length > 0);
  if (confirmed) await send(context, rows, report);
  else report.taken = rows.reduce((sum, { edits }) => sum + edits.length, 0);
  for (const { number, edits, kept } of imports) {
    for (const { column, value } of confirmed ? [] : edits) {
      report.lines.push(`${number} ${headerOf(column)}: ${String(value)} is taken over`);
    }
    for (const { column, value } of kept) {
      report.lines.push(
        `${number} ${headerOf(column)}: Salesforce has another value, so ${String(value)} is not taken`,
      );
    }
  }
  return report;
}

function toImport(entry: BacklogEntry, values: readonly Typed[]): RowImport {
  const row = toRow(entry);
  const differing = values.filter(({ column, value }) => !sameValue(row[column].value, value));
  return {
    id: entry.id,
    number: entry.number,
    edits: differing.filter(({ column }) => row[column].value === null),
    kept: differing.filter(({ column }) => row[column].value !== null),
  };
}

async function send(context: CycleContext, rows: readonly RowImport[], report: ImportReport): Promise<void> {
  const { people } = await context.salesforce.lookUp([], peopleIn(context, rows));
  const outcomes = await sendEdits(context, rows, people);
  for (const { id, number } of rows) {
    const { accepted = [], refused = [] } = outcomes.get(id) ?? {};
    report.taken += accepted.length;
    report.refused += refused.length;
    report.lines.push(
      ...accepted.map(({ column, value }) => `${number} ${headerOf(column)}: ${String(value)} taken over`),
    );
    report.lines.push(
      ...refused.map(
        ({ column, value, reason }) => `${number} ${headerOf(column)}: ${String(value)} refused: ${reason}`,
      ),
    );
  }
}

function count(rows: readonly RowMatch[], kind: RowMatch['kind']): number {
  return rows.filter((row) => row.kind === kind).length;
}

function tellRow(row: RowMatch): string[] {
  switch (row.kind) {
    case 'matched':
      return [`Row ${row.row}: ${row.entry.number}`];
    case 'ambiguous':
      return [`Row ${row.row}: ambiguous, ${row.numbers.join(' or ')} (${row.text})`];
    case 'unmatched':
      return [`Row ${row.row}: no request found (${row.text})`];
  }
}
