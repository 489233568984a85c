import { z } from 'zod';
import { inert, xmlBoolean, xmlList, xmlNumber, xmlWholeNumber } from '../../xml.ts';
import { OPERATORS, GRANULARITIES } from '../model.ts';

const SortOrder = z.enum(['Asc', 'Desc']);

/** The elements `within` and the like are named in the message of the enum. */
export const FilterItemXml = z.strictObject({
  column: z.string(),
  columnToColumn: xmlBoolean.default(false),
  // The Metadata API's own example spells `notequal` so.
  operator: z.preprocess((text) => (text === 'notequal' ? 'notEqual' : text), z.enum(OPERATORS)),
  value: z.string().default(''),
  ...inert('isUnlocked'),
});

export const GroupingXml = z.strictObject({
  aggregateType: z.string().optional(),
  dateGranularity: z.enum(GRANULARITIES).default('None'),
  field: z.string(),
  sortByName: z.string().optional(),
  sortOrder: SortOrder,
  sortType: z.enum(['Column', 'Aggregate', 'CustomSummaryFormula']).optional(),
});
export type GroupingXml = z.output<typeof GroupingXml>;

export const ChartSummaryXml = z.strictObject({
  aggregate: z.string().optional(),
  column: z.string(),
  ...inert('axisBinding'),
});

const ChartXml = z.strictObject({
  chartSummaries: xmlList(ChartSummaryXml),
  chartType: z.string(),
  groupingColumn: z.string().optional(),
  secondaryGroupingColumn: z.string().optional(),
  legendPosition: z.string().optional(),
  showValues: xmlBoolean.default(false),
  title: z.string().optional(),
  ...inert(
    ...(['backgroundColor1', 'backgroundColor2', 'backgroundFadeDir', 'enableHoverLabels', 'expandOthers'] as const),
    ...(['location', 'showAxisLabels', 'showPercentage', 'showTotal', 'size', 'summaryAxisManualRangeEnd'] as const),
    ...(['summaryAxisManualRangeStart', 'summaryAxisRange', 'textColor', 'textSize', 'titleColor'] as const),
    'titleSize',
  ),
});
export type ChartXml = z.output<typeof ChartXml>;

/**
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 *
 * What is not named here cannot be run and is refused: joined reports, historical trends, summary filters, hierarchies.
 */
export const ReportXml = z.strictObject({
  aggregates: xmlList(
    z.strictObject({
      acrossGroupingContext: z.string().optional(),
      calculatedFormula: z.string(),
      datatype: z.enum(['currency', 'percent', 'number']),
      description: z.string().optional(),
      developerName: z.string(),
      downGroupingContext: z.string().optional(),
      isActive: xmlBoolean,
      isCrossBlock: z.literal('false').optional(),
      masterLabel: z.string(),
      scale: xmlWholeNumber.default(2),
      ...inert('reportType'),
    }),
  ),
  buckets: xmlList(
    z.strictObject({
      bucketType: z.enum(['text', 'number', 'picklist']),
      developerName: z.string(),
      masterLabel: z.string(),
      nullTreatment: z.enum(['n', 'z']).default('n'),
      otherBucketLabel: z.string().optional(),
      sourceColumnName: z.string(),
      useOther: xmlBoolean.optional(),
      values: xmlList(
        z.strictObject({
          sourceValues: xmlList(
            z.strictObject({
              from: xmlNumber.optional(),
              sourceValue: z.string().optional(),
              to: xmlNumber.optional(),
            }),
          ),
          value: z.string(),
        }),
      ),
    }),
  ),
  chart: ChartXml.optional(),
  columns: xmlList(
    z.strictObject({
      aggregateTypes: xmlList(z.string()),
      field: z.string(),
      ...inert('isExtendedColumn', 'reverseColors', 'showChanges'),
    }),
  ),
  crossFilters: xmlList(
    z.strictObject({
      criteriaItems: xmlList(FilterItemXml),
      operation: z.enum(['with', 'without']),
      primaryTableColumn: z.string(),
      relatedTable: z.string(),
      relatedTableJoinColumn: z.string(),
    }),
  ),
  currency: z.literal('USD').optional(),
  customDetailFormulas: xmlList(
    z.strictObject({
      calculatedFormula: z.string(),
      dataType: z.string(),
      description: z.string().optional(),
      developerName: z.string(),
      label: z.string(),
      scale: xmlWholeNumber.default(2),
    }),
  ),
  description: z.string().optional(),
  filter: z
    .strictObject({
      booleanFilter: z.string().optional(),
      criteriaItems: xmlList(FilterItemXml),
      ...inert('language'),
    })
    .optional(),
  format: z.enum(['Matrix', 'Summary', 'Tabular']),
  groupingsAcross: xmlList(GroupingXml),
  groupingsDown: xmlList(GroupingXml),
  isSmartTotalDisabled: xmlBoolean.default(false),
  name: z.string(),
  params: xmlList(z.strictObject({ name: z.literal('co'), value: z.literal('1') })),
  reportType: z.string(),
  rowLimit: xmlWholeNumber.optional(),
  scope: z.enum(['organization', 'user']).default('organization'),
  showDetails: xmlBoolean.default(true),
  showGrandTotal: xmlBoolean.default(true),
  showSubTotals: xmlBoolean.default(true),
  sortColumn: z.string().optional(),
  sortOrder: SortOrder.default('Asc'),
  timeFrameFilter: z
    .strictObject({
      dateColumn: z.string(),
      endDate: z.iso.date().optional(),
      interval: z.string(),
      startDate: z.iso.date().optional(),
    })
    .optional(),
  ...inert('colorRanges', 'folderName', 'formattingRules', 'fullName', 'numSubscriptions', 'showCurrentDate'),
});
export type ReportXml = z.output<typeof ReportXml>;
