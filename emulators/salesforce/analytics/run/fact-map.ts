import type { Row } from '../../soql/index.ts';
import { Accumulator } from './accumulator.ts';
import { cellOf, type Aggregate } from './aggregates.ts';
import { toCell, type Cell } from './cells.ts';
import type { Grid } from './grid.ts';
import type { Group, GroupTree } from './group-tree.ts';
import type { Level } from './groups.ts';
import { GRAND, type Plan } from './plan-report.ts';
import type { Rows } from './read-rows.ts';

/** Detail rows that one answer tells at most. */
export const MOST_DETAILS = 2000;

interface DetailRow {
  dataCells: Cell[];
}

/** One cell of the fact map. */
export interface Fact {
  aggregates: Cell[];
  rows?: DetailRow[];
}

interface Grouped {
  down: GroupTree;
  across: GroupTree;
  totals: Grid<Accumulator>;
  details: Grid<Row[]> | undefined;
}

/**
 * The fact map: every group of rows by every group of columns, empty ones too; `T` is the sum. See
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_factmap_example.htm
 */
export function factMapOf(plan: Plan, found: Rows, { down, across, totals, details }: Grouped): Record<string, Fact> {
  const nothing = new Accumulator(plan.summaries.columns.length);
  const toDetail = detailWriter(plan, found);
  const facts: Record<string, Fact> = {};
  let left = MOST_DETAILS;
  for (const one of down.all()) {
    for (const other of across.all()) {
      const group = totals.find(one, other) ?? nothing;
      const aggregates = plan.summaries.aggregates.map((aggregate) => {
        const options = { isShown: isShown(aggregate, plan, one, other), now: plan.context.now };
        return cellOf(aggregate, plan.summaries, group, options);
      });
      const rows = (details?.find(one, other) ?? []).slice(0, left);
      left -= rows.length;
      facts[`${one.place}!${other.place}`] = { aggregates, ...(details && { rows: rows.map(toDetail) }) };
    }
  }
  return facts;
}

function detailWriter({ details }: Plan, { placeOf }: Rows): (row: Row) => DetailRow {
  const columns = details.map((column) => ({ field: column.field, place: placeOf(column) }));
  return (row) => ({
    dataCells: columns.map(({ field, place }) => {
      const name = place.name === undefined ? undefined : (row[place.name] ?? null);
      return toCell(field, row[place.value] ?? null, name);
    }),
  });
}

/** Whether a formula is meant for groups of these levels. */
function isShown({ formula }: Aggregate, { down, across }: Plan, one: Group, other: Group): boolean {
  if (formula === undefined) return true;
  const { downGroup, acrossGroup } = formula.source;
  return isAt(downGroup, down, one) && isAt(acrossGroup, across, other);
}

function isAt(wanted: string | null, levels: Level[], group: Group): boolean {
  if (wanted === null) return true;
  const depth = group.place === 'T' ? 0 : group.place.split('_').length;
  if (GRAND.has(wanted)) return depth === 0;
  return levels[depth - 1]?.grouping.name === wanted;
}
