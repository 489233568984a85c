import type { StoredValue } from '../../entities.ts';
import type { Org } from '../../org.ts';
import type { Row } from '../../soql/index.ts';
import { Accumulator } from './accumulator.ts';
import { cellOf } from './aggregates.ts';
import { factMapOf, MOST_DETAILS, type Fact } from './fact-map.ts';
import { Grid } from './grid.ts';
import { GroupTree, type Group, type ToldGroup } from './group-tree.ts';
import { createKeyFinder, type GroupKey, type Level } from './groups.ts';
import { fiscalCalendar } from './org-calendar.ts';
import type { FiscalCalendar } from './periods.ts';
import type { Plan } from './plan-report.ts';
import { readRows, type Rows } from './read-rows.ts';

/** What a report found. */
export interface Findings {
  factMap: Record<string, Fact>;
  groupingsDown: ToldGroup[];
  groupingsAcross: ToldGroup[];
  /** False when some detail rows are not told. */
  allData: boolean;
}

/** Runs a plan as the user it was made for. */
export function runReport(org: Org, plan: Plan, { includeDetails }: { includeDetails: boolean }): Findings {
  const found = org.reading(plan.context.user, () => readRows(org.database, plan));
  const [down, across] = [new GroupTree(), new GroupTree()];
  const totals = new Grid(() => new Accumulator(plan.summaries.columns.length));
  const details = new Grid<Row[]>(() => []);
  const calendar = fiscalCalendar(org);
  const downKeys = keysOf(plan.down, found, calendar);
  const acrossKeys = keysOf(plan.across, found, calendar);
  const addends = addendsOf(plan, found);

  for (const row of found.rows) {
    const downPath = down.path(downKeys(row));
    const acrossPath = across.path(acrossKeys(row));
    const { values, records } = addends(row);
    for (const one of downPath) for (const other of acrossPath) totals.at(one, other).add(values, records);
    if (includeDetails) details.at(downPath.at(-1) ?? down.root, acrossPath.at(-1) ?? across.root).push(row);
  }

  const totalOf = (one: Group, other: Group, name: string): number => sortTotal(plan, totals.find(one, other), name);
  down.number(plan.down, (group, name) => totalOf(group, across.root, name));
  across.number(plan.across, (group, name) => totalOf(down.root, group, name));
  return {
    factMap: factMapOf(plan, found, { down, across, totals, details: includeDetails ? details : undefined }),
    groupingsDown: down.told(),
    groupingsAcross: across.told(),
    allData: !includeDetails || found.rows.length <= MOST_DETAILS,
  };
}

function keysOf(levels: Level[], { placeOf }: Rows, calendar: FiscalCalendar): (row: Row) => GroupKey[] {
  const finders = levels.map((level) => ({ find: createKeyFinder(level, calendar), place: placeOf(level.field) }));
  return (row) =>
    finders.map(({ find, place }) =>
      find(row[place.value] ?? null, place.name === undefined ? undefined : (row[place.name] ?? null)),
    );
}

/** What a row adds to each summed column, with its record where several rows may be of the same one. */
function addendsOf(
  { summaries, type, report }: Plan,
  { placeOf, ids }: Rows,
): (row: Row) => { values: StoredValue[]; records: (string | undefined)[] } {
  const columns = summaries.columns.map(({ source }) => {
    const isLast = source.table === type.tables.length - 1;
    return { value: placeOf(source).value, id: isLast || !report.smartTotals ? undefined : ids[source.table] };
  });
  return (row) => ({
    values: columns.map(({ value }) => row[value] ?? null),
    records: columns.map(({ id }) => (id === undefined ? undefined : String(row[id]))),
  });
}

function sortTotal(plan: Plan, group: Accumulator | undefined, name: string): number {
  const aggregate = plan.summaries.aggregates.find((one) => one.name === name);
  if (aggregate === undefined || group === undefined) return 0;
  const { value } = cellOf(aggregate, plan.summaries, group, { isShown: true, now: plan.context.now });
  return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
}
