/* What reports are made of, whether they come from source or in the body of a request. */

export type ReportFormat = 'TABULAR' | 'SUMMARY' | 'MATRIX';
export type SortOrder = 'Asc' | 'Desc';

/** What days are grouped into; `None` for a field that is no date. */
export const GRANULARITIES = [
  ...(['None', 'Day', 'Week', 'Month', 'Quarter', 'Year', 'FiscalQuarter', 'FiscalYear'] as const),
  ...(['MonthInYear', 'DayInMonth'] as const),
] as const;
export type Granularity = (typeof GRANULARITIES)[number];

export const OPERATORS = [
  ...(['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'] as const),
  ...(['contains', 'notContain', 'startsWith', 'includes', 'excludes'] as const),
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface ReportGrouping {
  /** A column, or the name of a bucket field or row-level formula. */
  name: string;
  dateGranularity: Granularity;
  sortOrder: SortOrder;
  /** The aggregate that groups are sorted by; by the group itself when null. */
  sortAggregate: string | null;
}

export interface ReportFilter {
  column: string;
  operator: Operator;
  /** As typed: several with commas between, blank for no value. The name of a column when `fieldToField`. */
  value: string;
  fieldToField: boolean;
}

/** The standard date filter. */
export interface DateFilter {
  column: string;
  /** `THIS_FISCAL_QUARTER`, or `CUSTOM` for the days given. */
  durationValue: string;
  /** `2026-11-22`; no limit when null. */
  startDate: string | null;
  endDate: string | null;
}

/** Records that have, or do not have, related ones which meet all criteria. */
export interface CrossFilter {
  includesObject: boolean;
  /** The column of the report type that related records point at. */
  primaryEntityField: string;
  /** Object and field of the related records. */
  relatedEntity: string;
  relatedEntityJoinField: string;
  /** Columns are fields of the related object. */
  criteria: ReportFilter[];
}

export interface BucketField {
  developerName: string;
  label: string;
  bucketType: 'number' | 'picklist' | 'text';
  sourceColumnName: string;
  nullTreatedAsZero: boolean;
  /** The bucket of everything else; without one, other values stand for themselves. */
  otherBucketLabel: string | null;
  values: { label: string; sourceValues: string[]; from: number | null; to: number | null }[];
}

/** A custom summary formula, over the aggregates of one group. */
export interface SummaryFormula {
  developerName: string;
  label: string;
  description: string | null;
  formulaType: 'number' | 'currency' | 'percent';
  decimalPlaces: number;
  formula: string;
  /** The grouping it is shown for, `GRAND_SUMMARY`, or null for all. */
  downGroup: string | null;
  acrossGroup: string | null;
}

/** A row-level formula. */
export interface RowFormula {
  developerName: string;
  label: string;
  description: string | null;
  formulaType: 'number' | 'text' | 'date' | 'datetime';
  decimalPlaces: number;
  formula: string;
}

export interface ReportChart {
  chartType: string;
  groupings: string[];
  summaries: string[];
  title: string | null;
  hasLegend: boolean;
  showChartValues: boolean;
}

export interface Report {
  /** `Groundwork/Backlog_By_Priority`; blank for one that is run without being saved. */
  fullName: string;
  name: string;
  description: string | null;
  /** `Requests__c`, with the ending that report types have in reports. */
  reportType: string;
  format: ReportFormat;
  detailColumns: string[];
  /** `s!Request__c$Score__c`, `FORMULA1`, `RowCount`. */
  aggregates: string[];
  groupingsDown: ReportGrouping[];
  groupingsAcross: ReportGrouping[];
  filters: ReportFilter[];
  /** `1 AND (2 OR 3)`; all of them when null. */
  booleanFilter: string | null;
  dateFilter: DateFilter | null;
  crossFilters: CrossFilter[];
  buckets: BucketField[];
  summaryFormulas: SummaryFormula[];
  rowFormulas: RowFormula[];
  /** `organization` for all records, `user` for the reader's own. */
  scope: 'organization' | 'user';
  sortBy: { sortColumn: string; sortOrder: SortOrder } | null;
  rowLimit: number | null;
  hasDetailRows: boolean;
  showGrandTotal: boolean;
  showSubtotals: boolean;
  /** Whether a parent with several children counts once in sums. */
  smartTotals: boolean;
  chart: ReportChart | null;
}

/** A custom report type, https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_reporttype.htm */
export interface ReportTypeSource {
  /** `Requests`, without the ending that it has in reports. */
  developerName: string;
  label: string;
  description: string | null;
  category: string;
  deployed: boolean;
  baseObject: string;
  /** From the base object down. */
  joins: { relationship: string; outerJoin: boolean }[];
  sections: { label: string; columns: { table: string; field: string; label: string | null }[] }[];
}

export interface Folder {
  developerName: string;
  name: string;
  type: 'Report' | 'Dashboard';
}

export interface DashboardComponent {
  /** Its place in the dashboard, from 0. */
  index: number;
  componentType: string;
  /** `Groundwork/Backlog_By_Priority` */
  report: string;
  header: string | null;
  title: string | null;
  footer: string | null;
  /** Groupings, aggregates and columns of the report that it shows; those of the report's chart when blank. */
  groupings: string[];
  aggregates: string[];
  columns: { column: string; type: 'detail' | 'aggregate' | 'grouping' }[];
  useReportChart: boolean;
  maxRows: number | null;
  legendPosition: string | null;
  showValues: boolean;
  metricLabel: string | null;
  displayUnits: string | null;
  decimalPrecision: number | null;
  breakPoints: { lower: number | null; upper: number | null; colors: string[] } | null;
  /** Place in the grid, or the column of three. */
  layout: { column: number; row: number; colspan: number; rowspan: number };
}

export interface Dashboard {
  fullName: string;
  name: string;
  description: string | null;
  type: 'SpecifiedUser' | 'LoggedInUser';
  /** Username; null with `LoggedInUser`. */
  runningUser: string | null;
  isGrid: boolean;
  numColumns: number;
  rowHeight: number;
  components: DashboardComponent[];
}

/** All that the source says of reports, by full name. */
export interface AnalyticsMetadata {
  reportTypes: Map<string, ReportTypeSource>;
  reports: Map<string, Report>;
  dashboards: Map<string, Dashboard>;
  folders: Folder[];
}
