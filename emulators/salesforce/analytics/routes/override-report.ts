import { z } from 'zod';
import { badRequest } from '../errors.ts';
import { GRANULARITIES, OPERATORS, type Report } from '../model.ts';

const Filter = z.looseObject({
  column: z.string(),
  filterType: z.string().nullish(),
  operator: z.enum(OPERATORS),
  value: z.string().nullish(),
});
const Grouping = z.looseObject({
  name: z.string(),
  dateGranularity: z.enum(GRANULARITIES).default('None'),
  sortOrder: z.enum(['Asc', 'Desc']).default('Asc'),
  sortAggregate: z.string().nullish(),
});
const SortBy = z.looseObject({ sortColumn: z.string(), sortOrder: z.enum(['Asc', 'Desc']) });

const Body = z.looseObject({
  reportMetadata: z
    .looseObject({
      aggregates: z.array(z.string()),
      crossFilters: z.array(
        z.looseObject({
          criteria: z.array(Filter),
          includesObject: z.boolean(),
          primaryEntityField: z.string(),
          relatedEntity: z.string(),
          relatedEntityJoinField: z.string(),
        }),
      ),
      detailColumns: z.array(z.string()),
      groupingsAcross: z.array(Grouping),
      groupingsDown: z.array(Grouping),
      historicalSnapshotDates: z.array(z.unknown()),
      name: z.string(),
      reportBooleanFilter: z.string().nullable(),
      reportFilters: z.array(Filter),
      reportFormat: z.enum(['TABULAR', 'SUMMARY', 'MATRIX']),
      reportType: z.looseObject({ type: z.string() }),
      scope: z.enum(['organization', 'user']),
      sortBy: z.array(SortBy).max(1),
      standardDateFilter: z
        .looseObject({
          column: z.string().nullable(),
          durationValue: z.string().nullable(),
          endDate: z.iso.date().nullish(),
          startDate: z.iso.date().nullish(),
        })
        .nullable(),
      topRows: z.looseObject({ rowLimit: z.number().int().positive() }).nullable(),
    })
    .partial(),
});

/** The report with what the body of a request changes in it for one run. What this org cannot change is left as it is. */
export function overrideReport(report: Report, body: unknown): Report {
  if (body === undefined || body === null || body === '') return report;
  const parsed = Body.safeParse(body);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  const { reportMetadata: given } = parsed.data;
  if ((given.historicalSnapshotDates?.length ?? 0) > 0) {
    throw badRequest(
      'The request is invalid because reports that are not historical trending reports cannot have historical snapshot dates.',
    );
  }
  const toFilter = ({ column, operator, value, filterType }: z.output<typeof Filter>) => ({
    column,
    operator,
    value: value ?? '',
    fieldToField: filterType === 'fieldToField',
  });
  const toGrouping = ({ name, dateGranularity, sortOrder, sortAggregate }: z.output<typeof Grouping>) => ({
    name,
    dateGranularity,
    sortOrder,
    sortAggregate: sortAggregate ?? null,
  });
  return {
    ...report,
    ...defined('name', given.name),
    ...defined('aggregates', given.aggregates),
    ...defined('detailColumns', given.detailColumns),
    ...defined('groupingsDown', given.groupingsDown?.map(toGrouping)),
    ...defined('groupingsAcross', given.groupingsAcross?.map(toGrouping)),
    ...defined('filters', given.reportFilters?.map(toFilter)),
    ...defined('booleanFilter', given.reportBooleanFilter),
    ...defined('format', given.reportFormat),
    ...defined('reportType', given.reportType?.type),
    ...defined('scope', given.scope),
    ...defined(
      'dateFilter',
      given.standardDateFilter === undefined ? undefined : toDateFilter(given.standardDateFilter),
    ),
    ...defined('sortBy', given.sortBy === undefined ? undefined : (given.sortBy[0] ?? null)),
    ...defined('rowLimit', given.topRows === undefined ? undefined : (given.topRows?.rowLimit ?? null)),
    ...defined(
      'crossFilters',
      given.crossFilters?.map(({ criteria, ...cross }) => ({ ...cross, criteria: criteria.map(toFilter) })),
    ),
  };
}

function toDateFilter(
  given: {
    column: string | null;
    durationValue: string | null;
    startDate?: string | null | undefined;
    endDate?: string | null | undefined;
  } | null,
): Report['dateFilter'] {
  if (given?.column == null) return null;
  const { column, durationValue, startDate = null, endDate = null } = given;
  return { column, durationValue: durationValue ?? 'CUSTOM', startDate, endDate };
}

function defined<Key extends keyof Report>(key: Key, value: Report[Key] | undefined): Partial<Report> {
  return value === undefined ? {} : { [key]: value };
}
