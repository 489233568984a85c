import { ReportError } from './errors.ts';
import type { DashboardComponent, Report, ReportGrouping } from './model.ts';

/** Components that show one number. */
const SINGLE = new Set(['Metric', 'Gauge']);

/** The report as a component of a dashboard runs it: with the groupings and aggregates it shows, and no others. */
export function toComponentReport(report: Report, component: DashboardComponent): Report {
  const { componentType } = component;
  const columns = component.columns.map(({ column, type }) => ({ column: asInReport(column, report), type }));
  const shownIn = (type: string): string[] => columns.filter((one) => one.type === type).map(({ column }) => column);
  const groupings = [...report.groupingsDown, ...report.groupingsAcross];
  const wanted = SINGLE.has(componentType) ? [] : (groupingsOf(report, component) ?? shownIn('grouping'));
  const kept = wanted.map((name): ReportGrouping => {
    const found = groupings.find((grouping) => grouping.name === name);
    if (found === undefined) throw new ReportError(`${name} is no grouping of the report`);
    return found;
  });
  const shown = isTable(component) && wanted.length === 0 && !hasColumns(component) ? groupings : kept;
  const chosen = component.aggregates.length > 0 ? component.aggregates : shownIn('aggregate');
  const aggregates = chosen.length > 0 ? chosen : fromChart(report, component);
  for (const name of aggregates) {
    if (!report.aggregates.includes(name)) throw new ReportError(`${name} is no aggregate of the report`);
  }
  const sorting = (grouping: ReportGrouping): ReportGrouping =>
    grouping.sortAggregate === null || aggregates.includes(grouping.sortAggregate)
      ? grouping
      : { ...grouping, sortAggregate: null };
  const details = shownIn('detail');
  return {
    ...report,
    format: shown.length === 0 ? 'TABULAR' : 'SUMMARY',
    groupingsDown: shown.map(sorting),
    groupingsAcross: [],
    aggregates,
    detailColumns: details.length > 0 ? details : report.detailColumns,
    chart: null,
    summaryFormulas: report.summaryFormulas.map((formula) => ({ ...formula, downGroup: null, acrossGroup: null })),
  };
}

/** Tables of dashboards write the columns of custom report types with dots: `Ask__c.Name` for `Ask__c$Name`. */
function asInReport(written: string, { detailColumns, groupingsDown, groupingsAcross, aggregates }: Report): string {
  const names = [...detailColumns, ...[...groupingsDown, ...groupingsAcross].map(({ name }) => name), ...aggregates];
  return names.find((name) => name.replace('$', '.') === written) ?? written;
}

/** Tables tell the rows of a report, charts and numbers only its groups. */
export function isTable({ componentType }: DashboardComponent): boolean {
  return componentType === 'Table' || componentType === 'FlexTable';
}

function hasColumns({ columns }: DashboardComponent): boolean {
  return columns.length > 0;
}

function groupingsOf({ chart, groupingsDown }: Report, component: DashboardComponent): string[] | undefined {
  if (component.groupings.length > 0) return component.groupings;
  if (isTable(component)) return undefined;
  return component.useReportChart || chart !== null
    ? (chart?.groupings ?? [])
    : groupingsDown.slice(0, 1).map(({ name }) => name);
}

function fromChart({ chart, aggregates }: Report, component: DashboardComponent): string[] {
  if (isTable(component)) return aggregates;
  return chart === null || chart.summaries.length === 0 ? aggregates.slice(0, 1) : chart.summaries;
}
