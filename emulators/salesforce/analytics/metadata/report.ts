import { basename, dirname } from 'node:path';
import { aggregateName, ROW_COUNT } from '../aggregate-names.ts';
import { DeployError, readComponent, type MetadataFile } from '../../schema/index.ts';
import { toDuration } from '../run/durations.ts';
import type { BucketField, Report, ReportChart, ReportFilter, ReportGrouping, RowFormula } from '../model.ts';
import { ReportXml, type ChartXml, type GroupingXml } from './report-xml.ts';

type FilterItem = NonNullable<ReportXml['filter']>['criteriaItems'][number];

/** Throws DeployError for what no such report can be, and for what this org cannot run. */
export function readReport(file: MetadataFile): Report {
  const source = readComponent(file, 'Report', ReportXml);
  const refuse = (problem: string): never => {
    throw new DeployError(file.path, problem);
  };
  const formulas = source.aggregates.filter(({ isActive }) => isActive).map(({ developerName }) => developerName);
  const ofColumn = (kind: string, column: string): string =>
    aggregateName(kind, column) ?? refuse(`aggregate ${kind} of ${column} is not supported yet`);
  const ofColumns = source.columns.flatMap(({ aggregateTypes, field }) =>
    aggregateTypes.filter((kind) => kind !== 'None').map((kind) => ofColumn(kind, field)),
  );
  const ofSummary = ({ aggregate, column }: { aggregate?: string | undefined; column: string }): string =>
    aggregate === undefined || column === ROW_COUNT || formulas.includes(column) ? column : ofColumn(aggregate, column);

  return {
    fullName: `${basename(dirname(file.path))}/${decodeURIComponent(file.name)}`,
    name: source.name,
    description: source.description ?? null,
    reportType: source.reportType,
    format: source.format === 'Tabular' ? 'TABULAR' : source.format === 'Matrix' ? 'MATRIX' : 'SUMMARY',
    detailColumns: source.columns.map(({ field }) => field).filter((field) => field !== ROW_COUNT),
    aggregates: [...ofColumns, ...formulas, ROW_COUNT],
    groupingsDown: source.groupingsDown.map((grouping) => toGrouping(grouping, ofColumn)),
    groupingsAcross: source.groupingsAcross.map((grouping) => toGrouping(grouping, ofColumn)),
    filters: (source.filter?.criteriaItems ?? []).map(toFilter),
    booleanFilter: source.filter?.booleanFilter ?? null,
    dateFilter: toDateFilter(source.timeFrameFilter, refuse),
    crossFilters: source.crossFilters.map((cross) => ({
      includesObject: cross.operation === 'with',
      primaryEntityField: cross.primaryTableColumn,
      relatedEntity: cross.relatedTable,
      relatedEntityJoinField: cross.relatedTableJoinColumn,
      criteria: cross.criteriaItems.map(toFilter),
    })),
    buckets: source.buckets.map(toBucket),
    summaryFormulas: source.aggregates.map((formula) => ({
      developerName: formula.developerName,
      label: formula.masterLabel,
      description: formula.description ?? null,
      formulaType: formula.datatype,
      decimalPlaces: formula.scale,
      formula: formula.calculatedFormula,
      downGroup: formula.downGroupingContext ?? null,
      acrossGroup: formula.acrossGroupingContext ?? null,
    })),
    rowFormulas: source.customDetailFormulas.map((formula) => ({
      developerName: formula.developerName,
      label: formula.label,
      description: formula.description ?? null,
      formulaType: toFormulaType(formula.dataType) ?? refuse(`row-level formulas of type ${formula.dataType}`),
      decimalPlaces: formula.scale,
      formula: formula.calculatedFormula,
    })),
    scope: source.scope,
    sortBy: source.sortColumn === undefined ? null : { sortColumn: source.sortColumn, sortOrder: source.sortOrder },
    rowLimit: source.rowLimit ?? null,
    hasDetailRows: source.showDetails,
    showGrandTotal: source.showGrandTotal,
    showSubtotals: source.showSubTotals,
    smartTotals: !source.isSmartTotalDisabled,
    chart: source.chart === undefined ? null : toChart(source.chart, ofSummary),
  };
}

function toGrouping(source: GroupingXml, ofColumn: (kind: string, column: string) => string): ReportGrouping {
  const { sortByName, aggregateType, sortType } = source;
  const byAggregate = sortByName !== undefined && sortType !== undefined && sortType !== 'Column';
  const isColumn = aggregateType !== undefined && aggregateType !== ROW_COUNT && aggregateType !== 'Noop';
  return {
    name: source.field,
    dateGranularity: source.dateGranularity,
    sortOrder: source.sortOrder,
    sortAggregate: !byAggregate ? null : isColumn ? ofColumn(aggregateType, sortByName) : sortByName,
  };
}

function toFilter({ column, operator, value, columnToColumn }: FilterItem): ReportFilter {
  return { column, operator, value, fieldToField: columnToColumn };
}

function toDateFilter(source: ReportXml['timeFrameFilter'], refuse: (problem: string) => never): Report['dateFilter'] {
  if (source === undefined) return null;
  const { dateColumn, interval, startDate = null, endDate = null } = source;
  const durationValue = toDuration(interval) ?? refuse(`interval ${interval} is not supported yet`);
  return { column: dateColumn, durationValue, startDate, endDate };
}

function toBucket(source: ReportXml['buckets'][number]): BucketField {
  const { otherBucketLabel, useOther } = source;
  return {
    developerName: source.developerName,
    label: source.masterLabel,
    bucketType: source.bucketType,
    sourceColumnName: source.sourceColumnName,
    nullTreatedAsZero: source.nullTreatment === 'z',
    otherBucketLabel: otherBucketLabel ?? (useOther === true ? 'Other' : null),
    values: source.values.map(({ value, sourceValues }) => ({
      label: value,
      sourceValues: sourceValues.flatMap(({ sourceValue }) => sourceValue ?? []),
      from: sourceValues[0]?.from ?? null,
      to: sourceValues[0]?.to ?? null,
    })),
  };
}

const FORMULA_TYPES: Record<string, RowFormula['formulaType']> = {
  double: 'number',
  number: 'number',
  text: 'text',
  date: 'date',
  datetime: 'datetime',
};

function toFormulaType(dataType: string): RowFormula['formulaType'] | undefined {
  return FORMULA_TYPES[dataType.toLowerCase()];
}

function toChart(
  source: ChartXml,
  ofSummary: (summary: { aggregate?: string | undefined; column: string }) => string,
): ReportChart {
  return {
    chartType: source.chartType,
    groupings: [source.groupingColumn, source.secondaryGroupingColumn].filter((name) => name !== undefined),
    summaries: source.chartSummaries.map(ofSummary),
    title: source.title ?? null,
    hasLegend: source.legendPosition !== undefined,
    showChartValues: source.showValues,
  };
}
