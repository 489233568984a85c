import type { Report, ReportFilter } from '../model.ts';
import type { ReportType } from '../report-type/index.ts';
import { CUSTOM } from '../run/durations.ts';
import { splitFullName } from '../rows.ts';
import { rangeOfDuration } from '../run/values.ts';
import type { Calendar } from '../../soql/index.ts';

/** Ids of a report that is saved; null for one that is only run. */
export interface ReportIds {
  id: string | null;
  folderId: string | null;
}

/**
 * A report as `reportMetadata` tells it, and takes it back in the body of a request. See
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_getbasic_reportmetadata.htm
 */
export function toReportMetadata(
  report: Report,
  type: ReportType,
  ids: ReportIds,
  calendar: Calendar,
): { aggregates: string[]; [property: string]: unknown } {
  const grouping = ({ name, sortOrder, dateGranularity, sortAggregate }: Report['groupingsDown'][number]) => ({
    dateGranularity: isDate(name, type) ? dateGranularity : 'None',
    name,
    sortAggregate,
    sortOrder,
  });
  return {
    aggregates: report.aggregates,
    buckets: report.buckets.map((bucket) => ({
      bucketType: bucket.bucketType,
      // Salesforce spells it so.
      devloperName: bucket.developerName,
      label: bucket.label,
      nullTreatedAsZero: bucket.nullTreatedAsZero,
      otherBucketLabel: bucket.otherBucketLabel,
      sourceColumnName: bucket.sourceColumnName,
      values: bucket.values.map(({ label, sourceValues, to }) => ({
        label,
        rangeUpperBound: to,
        sourceDimensionValues: sourceValues,
      })),
    })),
    chart: report.chart && {
      chartType: report.chart.chartType.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
      groupings: report.chart.groupings,
      hasLegend: report.chart.hasLegend,
      showChartValues: report.chart.showChartValues,
      summaries: report.chart.summaries,
      summaryAxisLocations: report.chart.summaries.map(() => 'Y'),
      title: report.chart.title,
    },
    crossFilters: report.crossFilters.map(({ criteria, ...cross }) => ({ criteria: criteria.map(toFilter), ...cross })),
    currency: null,
    customDetailFormula: byName(report.rowFormulas),
    customSummaryFormula: byName(
      report.summaryFormulas.map(({ downGroup, acrossGroup, ...formula }) => ({
        ...formula,
        downGroup,
        downGroupType: groupType(downGroup),
        acrossGroup,
        acrossGroupType: groupType(acrossGroup),
      })),
    ),
    dashboardSetting: null,
    description: report.description,
    detailColumns: report.detailColumns,
    developerName: ids.id === null ? null : splitFullName(report.fullName)[1],
    division: null,
    folderId: ids.folderId,
    groupingsAcross: report.groupingsAcross.map(grouping),
    groupingsDown: report.groupingsDown.map(grouping),
    hasDetailRows: report.hasDetailRows,
    hasRecordCount: report.aggregates.includes('RowCount'),
    historicalSnapshotDates: [],
    id: ids.id,
    name: report.name,
    presentationOptions: { hasStackedSummaries: true },
    reportBooleanFilter: report.booleanFilter,
    reportFilters: report.filters.map(toFilter),
    reportFormat: report.format,
    reportType: { label: type.source.label, type: type.name },
    scope: report.scope,
    showGrandTotal: report.showGrandTotal,
    showSubtotals: report.showSubtotals,
    sortBy: report.sortBy === null ? [] : [report.sortBy],
    standardDateFilter: toDateFilter(report, calendar),
    standardFilters: null,
    supportsRoleHierarchy: false,
    ...(report.rowLimit !== null && {
      topRows: { rowLimit: report.rowLimit, direction: report.sortBy?.sortOrder ?? 'Asc' },
    }),
    userOrHierarchyFilterId: null,
  };
}

function isDate(name: string, { columns }: ReportType): boolean {
  const field = columns.get(name)?.field;
  return field?.type === 'date' || field?.type === 'datetime';
}

function toFilter({ column, operator, value, fieldToField }: ReportFilter): unknown {
  const filterType = fieldToField ? 'fieldToField' : 'fieldValue';
  return { column, filterType, isRunPageEditable: true, operator, value };
}

function groupType(group: string | null): 'all' | 'custom' | 'grand_total' {
  if (group === null) return 'all';
  return group.endsWith('GRAND_SUMMARY') ? 'grand_total' : 'custom';
}

function byName<One extends { developerName: string }>(ones: One[]): Record<string, Omit<One, 'developerName'>> {
  return Object.fromEntries(ones.map(({ developerName, ...rest }) => [developerName, rest]));
}

function toDateFilter({ dateFilter }: Report, calendar: Calendar): unknown {
  if (dateFilter === null) return null;
  const { column, durationValue, startDate, endDate } = dateFilter;
  if (durationValue === CUSTOM) return { column, durationValue, endDate, startDate };
  const range = rangeOfDuration(durationValue, calendar);
  if (range === undefined) return { column, durationValue, endDate, startDate };
  const last = new Date(Date.parse(range.to) - 86_400_000).toISOString().slice(0, 10);
  return { column, durationValue, endDate: last, startDate: range.from };
}
