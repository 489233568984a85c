import { toError } from '../errors.ts';
import { headerOf, type ColumnName } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import { inspectRow, withInspected, type InspectedRow } from './inspect-edits.ts';
import { keepRequest } from './keep-request.ts';
import { lookCloser } from './look-closer.ts';
import type { Typed } from './plan-row.ts';
import type { Columns, PlannedRow, SheetPlan } from './plan-sheet.ts';
import type { RowTab } from './row-tab.ts';
import { mayBeSent, peopleIn, sendEdits, type EditOutcome, type RefusedEdit } from './send-edits.ts';
import type { TabReading } from './tab-reader.ts';

/** What became of all edits that a plan holds. */
export interface Judgement {
  /** The reading, with the edited rows as they were found at a closer look; the same one where there are none. */
  columns: Columns;
  inspected: ReadonlyMap<string, InspectedRow>;
  outcomes: ReadonlyMap<string, EditOutcome>;
  /** Rows whose edits were sent or refused, where they stand. */
  edited: readonly PlannedRow[];
  /** Salesforce, or the sheet, could not be asked: the edits wait. */
  failure?: Error;
}

/**
 * Looks at the edited rows once more, reads their requests anew, so that what changed in Salesforce meanwhile is not
 * overwritten, and has Salesforce take over what is still an edit then.
 */
export async function judgeEdits(
  context: CycleContext,
  rowTab: RowTab,
  reading: Pick<TabReading, 'columns' | 'header'>,
  planned: SheetPlan,
  plan: (columns: Columns) => SheetPlan,
): Promise<Judgement> {
  const { columns } = reading;
  const first = planned.changes.filter(({ edits }) => edits.length > 0);
  const nothing: Judgement = { columns, inspected: new Map(), outcomes: new Map(), edited: [] };
  if (first.length === 0) return nothing;
  const grid = await lookCloser(context, rowTab, reading, first);
  const inspected = first.map((row) =>
    inspectRow(rowTab.layout, columns, row, grid.get(row.index), rowTab.base.find(row.id)),
  );
  const seen = withInspected(columns, inspected);
  const found = { ...nothing, columns: seen, inspected: new Map(inspected.map((row) => [row.id, row])) };
  try {
    const errors = refuseErrors(first, found.inspected);
    const people = await readAnew(context, first, errors);
    const edited = plan(seen).changes.filter(({ id, edits }) => edits.length > 0 && found.inspected.has(id));
    const outcomes = await sendEdits(
      context,
      edited.map(({ id, edits }) => ({
        id,
        edits: edits.filter(({ column }) => !isError(found.inspected, id, column)),
      })),
      people,
    );
    for (const [id, refused] of errors) outcomes.get(id)?.refused.push(...refused);
    context.state.transaction(() => {
      for (const [id, { accepted }] of outcomes) agree(context, rowTab, id, accepted);
    });
    return { ...found, outcomes, edited };
  } catch (thrown) {
    return { ...found, failure: toError(thrown) };
  }
}

/** The requests as Salesforce has them at this moment, and the users who were named: one call. */
async function readAnew(
  context: CycleContext,
  rows: readonly PlannedRow[],
  errors: ReadonlyMap<string, RefusedEdit[]>,
) {
  const sendable = rows.filter(
    (row) => row.edits.length > (errors.get(row.id)?.length ?? 0) && mayBeSent(context, row),
  );
  if (sendable.length === 0) return [];
  const { requests, people } = await context.salesforce.lookUp(
    sendable.map(({ id }) => id),
    peopleIn(context, sendable),
  );
  context.state.transaction(() => {
    for (const request of requests) keepRequest(context, request);
  });
  return people;
}

function isError(inspected: ReadonlyMap<string, InspectedRow>, id: string, column: ColumnName): boolean {
  return inspected.get(id)?.errors.has(column) === true;
}

/** A formula that comes to nothing is nothing that Salesforce could judge. */
function refuseErrors(
  rows: readonly PlannedRow[],
  inspected: ReadonlyMap<string, InspectedRow>,
): Map<string, RefusedEdit[]> {
  return new Map(
    rows.map(({ id, edits }) => [
      id,
      edits.flatMap((typed) => {
        const error = inspected.get(id)?.errors.get(typed.column);
        if (error === undefined) return [];
        return [{ ...typed, reason: `${headerOf(typed.column)}: the formula comes to an error (${error}).` }];
      }),
    ]),
  );
}

/**
 * What Salesforce took is agreed on at once, whatever happens to the sheet afterwards. It may have made something else of
 * it, even what it had before: the row stays to be looked at until it has been written.
 */
function agree({ state }: CycleContext, { base }: RowTab, id: string, accepted: readonly Typed[]): void {
  const known = base.find(id);
  if (known === undefined || accepted.length === 0) return;
  state.pending.add('sheet', id);
  base.put(id, { ...known, ...Object.fromEntries(accepted.map(({ column, value }) => [column, { value }])) });
}
