import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { DeployError, readComponent, type MetadataFile } from '../../schema/index.ts';
import { inert, xmlBoolean, xmlList, xmlNumber, xmlWholeNumber } from '../../xml.ts';
import { aggregateName, ROW_COUNT } from '../aggregate-names.ts';
import type { Dashboard, DashboardComponent } from '../model.ts';
import { ChartSummaryXml } from './report-xml.ts';

const ComponentXml = z.strictObject({
  chartSummary: xmlList(ChartSummaryXml),
  componentType: z.string(),
  dashboardTableColumn: xmlList(z.object({ aggregateType: z.string().optional(), column: z.string() })),
  // -1 leaves it to Salesforce.
  decimalPrecision: xmlNumber.optional(),
  displayUnits: z.string().optional(),
  flexComponentProperties: z
    .object({
      flexTableColumn: xmlList(
        z.object({ reportColumn: z.string(), type: z.enum(['aggregate', 'detail', 'grouping']) }),
      ),
    })
    .optional(),
  footer: z.string().optional(),
  groupingColumn: xmlList(z.string()),
  header: z.string().optional(),
  indicatorBreakpoint1: xmlNumber.optional(),
  indicatorBreakpoint2: xmlNumber.optional(),
  indicatorHighColor: z.string().optional(),
  indicatorLowColor: z.string().optional(),
  indicatorMiddleColor: z.string().optional(),
  legendPosition: z.string().optional(),
  maxValuesDisplayed: xmlWholeNumber.optional(),
  metricLabel: z.string().optional(),
  report: z.string(),
  showValues: xmlBoolean.default(false),
  title: z.string().optional(),
  useReportChart: xmlBoolean.default(false),
  ...inert(
    ...(['autoselectColumnsFromReport', 'chartAxisRange', 'chartAxisRangeMax', 'chartAxisRangeMin'] as const),
    ...(['componentChartTheme', 'drillDownUrl', 'drillEnabled', 'drillToDetailEnabled', 'enableHover'] as const),
    ...(['expandOthers', 'gaugeMax', 'gaugeMin', 'groupingSortProperties', 'showPercentage'] as const),
    ...(['showPicturesOnCharts', 'showPicturesOnTables', 'showRange', 'showTotal', 'sortBy'] as const),
    'sortLegendValues',
  ),
});
type ComponentXml = z.output<typeof ComponentXml>;

const SectionXml = z.strictObject({ components: xmlList(ComponentXml), ...inert('columnSize') });

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_dashboard.htm */
const DashboardXml = z.strictObject({
  dashboardGridLayout: z
    .strictObject({
      dashboardGridComponents: xmlList(
        z.strictObject({
          colSpan: xmlWholeNumber,
          columnIndex: xmlWholeNumber,
          dashboardComponent: ComponentXml,
          rowIndex: xmlWholeNumber,
          rowSpan: xmlWholeNumber,
        }),
      ),
      numberOfColumns: xmlWholeNumber,
      rowHeight: xmlWholeNumber,
    })
    .optional(),
  dashboardType: z.enum(['SpecifiedUser', 'LoggedInUser']).default('SpecifiedUser'),
  description: z.string().optional(),
  leftSection: SectionXml.optional(),
  middleSection: SectionXml.optional(),
  rightSection: SectionXml.optional(),
  runningUser: z.string().optional(),
  title: z.string(),
  ...inert(
    ...(['backgroundEndColor', 'backgroundFadeDirection', 'backgroundStartColor', 'chartTheme'] as const),
    ...(['colorPalette', 'dashboardChartTheme', 'dashboardColorPalette', 'dashboardResultRefreshedDate'] as const),
    ...(['dashboardResultRunningUser', 'folderName', 'fullName', 'isGridLayout', 'numSubscriptions'] as const),
    ...(['owner', 'textColor', 'titleColor', 'titleSize'] as const),
  ),
});
type DashboardXml = z.output<typeof DashboardXml>;

/** Throws DeployError; dashboard filters and pages of other kinds than reports are refused. */
export function readDashboard(file: MetadataFile): Dashboard {
  const source = readComponent(file, 'Dashboard', DashboardXml);
  const { dashboardGridLayout: grid, dashboardType: type, runningUser } = source;
  const refuse = (problem: string): never => {
    throw new DeployError(file.path, problem);
  };
  if (type === 'SpecifiedUser' && runningUser === undefined) refuse('Required field is missing: runningUser');
  const placed = grid === undefined ? inSections(source) : inGrid(grid);
  return {
    fullName: `${basename(dirname(file.path))}/${decodeURIComponent(file.name)}`,
    name: source.title,
    description: source.description ?? null,
    type,
    runningUser: type === 'LoggedInUser' ? null : (runningUser ?? null),
    isGrid: grid !== undefined,
    numColumns: grid?.numberOfColumns ?? 3,
    rowHeight: grid?.rowHeight ?? 36,
    components: placed.map(({ component, layout }, index) => toComponent(component, layout, index, refuse)),
  };
}

interface Placed {
  component: ComponentXml;
  layout: DashboardComponent['layout'];
}

function inGrid(grid: NonNullable<DashboardXml['dashboardGridLayout']>): Placed[] {
  return grid.dashboardGridComponents.map((one) => ({
    component: one.dashboardComponent,
    layout: { column: one.columnIndex, row: one.rowIndex, colspan: one.colSpan, rowspan: one.rowSpan },
  }));
}

function inSections({ leftSection, middleSection, rightSection }: DashboardXml): Placed[] {
  return [leftSection, middleSection, rightSection].flatMap((section, column) =>
    (section?.components ?? []).map((component, row) => ({
      component,
      layout: { column, row, colspan: 1, rowspan: 1 },
    })),
  );
}

function toComponent(
  source: ComponentXml,
  layout: DashboardComponent['layout'],
  index: number,
  refuse: (problem: string) => never,
): DashboardComponent {
  const ofSummary = (kind: string | undefined, column: string): string => {
    if (kind === undefined || kind === 'None' || column === ROW_COUNT) return column;
    return aggregateName(kind, column) ?? refuse(`aggregate ${kind} of ${column} is not supported yet`);
  };
  const flexible = (source.flexComponentProperties?.flexTableColumn ?? []).map(({ reportColumn, type }) => ({
    column: reportColumn,
    type,
  }));
  const plain = source.dashboardTableColumn.map(({ aggregateType, column }) =>
    aggregateType === undefined
      ? { column, type: 'detail' as const }
      : { column: ofSummary(aggregateType, column), type: 'aggregate' as const },
  );
  const { indicatorBreakpoint1: lower = null, indicatorBreakpoint2: upper = null } = source;
  const colors = [source.indicatorLowColor, source.indicatorMiddleColor, source.indicatorHighColor];
  return {
    index,
    componentType: source.componentType,
    report: source.report,
    header: source.header ?? null,
    title: source.title ?? null,
    footer: source.footer ?? null,
    groupings: source.groupingColumn,
    aggregates: source.chartSummary.map(({ aggregate, column }) => ofSummary(aggregate, column)),
    columns: [...flexible, ...plain],
    useReportChart: source.useReportChart,
    maxRows: source.maxValuesDisplayed ?? null,
    legendPosition: source.legendPosition ?? null,
    showValues: source.showValues,
    metricLabel: source.metricLabel ?? null,
    displayUnits: source.displayUnits ?? null,
    decimalPrecision: source.decimalPrecision ?? null,
    breakPoints:
      lower === null && upper === null ? null : { lower, upper, colors: colors.filter((c) => c !== undefined) },
    layout,
  };
}
