import { joined, type Fragment, type QueryContext } from '../../soql/index.ts';
import { ReportError } from '../errors.ts';
import type { Report } from '../model.ts';
import type { ReportType } from '../report-type/index.ts';
import { summariesOf, type Summaries } from './aggregates.ts';
import { conditionsOf } from './filters.ts';
import type { Level } from './groups.ts';
import { RunFields } from './run-fields.ts';
import type { RunField } from './run-field.ts';

/** A report as one user may run it: every name found, every filter turned into SQL. */
export interface Plan {
  report: Report;
  type: ReportType;
  context: QueryContext;
  fields: RunFields;
  details: RunField[];
  down: Level[];
  across: Level[];
  summaries: Summaries;
  where: Fragment;
  sort: { field: RunField; descending: boolean } | undefined;
}

const MOST_LEVELS = 3;
const MOST_MATRIX_LEVELS = 2;
const MOST_CROSS_FILTERS = 3;

/**
 * Makes the plan. Columns and aggregates that the user may not read are left out of it; a filter or grouping by one
 * throws ReportForbidden, and what no user could run throws ReportError.
 */
export function planReport(context: QueryContext, type: ReportType, report: Report): Plan {
  checkShape(report);
  const fields = new RunFields(context, type, report);
  const toLevel = (grouping: Report['groupingsDown'][number]): Level => {
    const field = fields.require(grouping.name);
    if (field.field.type === 'textarea' && field.field.length > 255) {
      throw new ReportError(`Invalid grouping ${grouping.name}: long texts cannot be grouped by`);
    }
    return { grouping, field };
  };
  const down = report.groupingsDown.map(toLevel);
  const across = report.groupingsAcross.map(toLevel);
  const summaries = summariesOf(report, type, fields);
  checkNames(report);
  const where = conditionsOf(report, fields, context);
  return {
    report,
    type,
    context,
    fields,
    details: report.detailColumns.map((name) => fields.find(name)).filter((field) => field !== undefined),
    down,
    across,
    summaries,
    where: joined(where, ' AND '),
    sort: report.sortBy === null ? undefined : sortOf(report.sortBy, fields),
  };
}

function sortOf({ sortColumn, sortOrder }: NonNullable<Report['sortBy']>, fields: RunFields): Plan['sort'] {
  const field = fields.find(sortColumn);
  return field === undefined ? undefined : { field, descending: sortOrder === 'Desc' };
}

function checkShape({ format, groupingsDown, groupingsAcross, rowLimit, crossFilters }: Report): void {
  const [down, across] = [groupingsDown.length, groupingsAcross.length];
  const wrong = (problem: string): never => {
    throw new ReportError(problem);
  };
  if (format === 'TABULAR' && down + across > 0) wrong('A tabular report has no groupings');
  if (format === 'SUMMARY' && (down === 0 || across > 0)) wrong('A summary report has groupings down and none across');
  if (format === 'SUMMARY' && down > MOST_LEVELS) wrong(`A summary report has at most ${MOST_LEVELS} groupings`);
  if (format === 'MATRIX' && (down === 0 || across === 0)) wrong('A matrix report has groupings down and across');
  if (format === 'MATRIX' && Math.max(down, across) > MOST_MATRIX_LEVELS) {
    wrong(`A matrix report has at most ${MOST_MATRIX_LEVELS} groupings down and as many across`);
  }
  if (rowLimit !== null && format !== 'TABULAR') wrong('A row limit of a report with groupings is not supported yet');
  if (crossFilters.length > MOST_CROSS_FILTERS) wrong(`A report has at most ${MOST_CROSS_FILTERS} cross filters`);
}

function checkNames({ aggregates, groupingsDown, groupingsAcross, chart, summaryFormulas }: Report): void {
  const groupings = [...groupingsDown, ...groupingsAcross];
  const isGrouping = (name: string): boolean => groupings.some((grouping) => grouping.name === name);
  for (const { name, sortAggregate } of groupings) {
    if (sortAggregate === null || aggregates.includes(sortAggregate)) continue;
    throw new ReportError(`Invalid sort of ${name}: ${sortAggregate} is no aggregate of the report`);
  }
  for (const name of chart?.groupings ?? []) {
    if (!isGrouping(name)) throw new ReportError(`Invalid chart: ${name} is no grouping of the report`);
  }
  for (const name of chart?.summaries ?? []) {
    if (!aggregates.includes(name)) throw new ReportError(`Invalid chart: ${name} is no aggregate of the report`);
  }
  for (const { developerName, downGroup, acrossGroup } of summaryFormulas) {
    for (const group of [downGroup, acrossGroup]) {
      if (group === null || GRAND.has(group) || isGrouping(group)) continue;
      throw new ReportError(`Invalid formula ${developerName}: ${group} is no grouping of the report`);
    }
  }
}

/** The words for the sum of all in a formula's context. */
export const GRAND = new Set(['GRAND_SUMMARY', 'ROW_GRAND_SUMMARY', 'COLUMN_GRAND_SUMMARY']);
