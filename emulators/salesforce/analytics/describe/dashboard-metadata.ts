import type { User } from '../../entities.ts';
import type { Dashboard, DashboardComponent } from '../model.ts';
import { splitFullName } from '../rows.ts';

interface Ids {
  id: string;
  folderId: string;
  componentIds: string[];
  /** By full name. */
  reportIds: ReadonlyMap<string, string>;
  /** The one whose data it shows. */
  user: User;
  attributes: unknown;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/analytics_api_dashboard_metadata.htm */
export function toDashboardMetadata(dashboard: Dashboard, ids: Ids): unknown {
  return {
    attributes: ids.attributes,
    canChangeRunningUser: false,
    components: dashboard.components.map((component) => toComponent(component, ids)),
    dashboardType: dashboard.type,
    description: dashboard.description,
    developerName: splitFullName(dashboard.fullName)[1],
    filters: [],
    folderId: ids.folderId,
    id: ids.id,
    layout: toLayout(dashboard),
    name: dashboard.name,
    runningUser: { displayName: ids.user.name, id: ids.user.id },
  };
}

/** `ColumnStacked` is a Column whose groups are stacked. */
const CHART_GROUPS: [ending: string, groupByType: string][] = [
  ['Stacked100', 'stacked100'],
  ['Stacked', 'stacked'],
  ['Grouped', 'grouped'],
];

function toComponent(component: DashboardComponent, { componentIds, reportIds }: Ids): unknown {
  const { index, componentType, report, header, title, footer } = component;
  const [ending, groupByType] = CHART_GROUPS.find(([one]) => componentType.endsWith(one)) ?? ['', 'none'];
  return {
    componentData: index,
    footer,
    header,
    id: componentIds[index],
    properties: {
      aggregates: component.aggregates.map((name) => ({ name })),
      autoSelectColumns: component.columns.length === 0,
      filterColumns: [],
      groupings:
        component.groupings.length === 0
          ? null
          : component.groupings.map((name) => ({ name, sortAggregate: null, sortOrder: null })),
      maxRows: component.maxRows,
      sort: null,
      useReportChart: component.useReportChart,
      visualizationProperties: {
        breakPoints: toBreakPoints(component),
        decimalPrecision: component.decimalPrecision,
        displayUnits: component.displayUnits?.toLowerCase() ?? null,
        drillURL: null,
        groupByType,
        legendPosition: component.legendPosition?.toLowerCase() ?? 'none',
        metricLabel: component.metricLabel,
        showValues: component.showValues,
        tableColumns: component.columns.map(({ column, type }) => ({
          column,
          isPercent: false,
          scale: null,
          showTotal: false,
          type,
        })),
      },
      visualizationType: componentType.slice(0, componentType.length - ending.length),
    },
    reportId: reportIds.get(report) ?? null,
    title,
    type: 'Report',
  };
}

function toBreakPoints({ aggregates, breakPoints }: DashboardComponent): unknown[] {
  if (breakPoints === null) return [];
  const { lower, upper, colors } = breakPoints;
  const limits = [lower, upper].filter((limit) => limit !== null);
  const breaks = colors.map((color, index) => ({
    color: color.replace('#', ''),
    lowerBound: limits[index - 1] ?? null,
    upperBound: limits[index] ?? null,
  }));
  return [{ aggregateName: aggregates[0] ?? null, breaks }];
}

function toLayout({ isGrid, components, numColumns, rowHeight }: Dashboard): unknown {
  if (isGrid) return { components: components.map(({ layout }) => layout), gridLayout: true, numColumns, rowHeight };
  const columns = Array.from({ length: numColumns }, (_, column) => ({
    components: components.filter(({ layout }) => layout.column === column).map(({ index }) => index),
  }));
  return { columns: columns.filter((column) => column.components.length > 0), gridLayout: false };
}
