import type { User } from '../entities.ts';
import type { Org } from '../org.ts';
import { createContext } from '../soql/index.ts';
import { typeOf } from './analytics.ts';
import { toExtendedMetadata, toReportMetadata, type ReportIds } from './describe/index.ts';
import { badRequest, forbidden, ReportError, ReportForbidden } from './errors.ts';
import type { Report } from './model.ts';
import { planReport, type Plan } from './run/plan-report.ts';
import { runReport } from './run/run-report.ts';

/** How a report is run. */
export interface Execution {
  user: User;
  includeDetails: boolean;
  ids: ReportIds;
}

/** Runs a report as a user and answers what the API tells, without `attributes`. Throws ApiError. */
export function executeReport(org: Org, report: Report, { user, includeDetails, ids }: Execution) {
  return asApiErrors(() => {
    const plan = plannedFor(org, report, user);
    const { factMap, groupingsDown, groupingsAcross, allData } = runReport(org, plan, { includeDetails });
    return {
      allData,
      factMap,
      groupingsAcross: { groupings: groupingsAcross },
      groupingsDown: { groupings: groupingsDown },
      hasDetailRows: includeDetails,
      reportExtendedMetadata: toExtendedMetadata(plan),
      reportMetadata: toReportMetadata(readable(plan), plan.type, ids, plan.context),
    };
  });
}

/** A report's metadata as a user sees it, without running it. Throws ApiError. */
export function describeReport(org: Org, report: Report, user: User, ids: ReportIds) {
  return asApiErrors(() => {
    const plan = plannedFor(org, report, user);
    return {
      type: plan.type,
      reportExtendedMetadata: toExtendedMetadata(plan),
      reportMetadata: toReportMetadata(readable(plan), plan.type, ids, plan.context),
    };
  });
}

function plannedFor(org: Org, report: Report, user: User): Plan {
  const context = createContext(org, report.name, { user, includeDeleted: false });
  return planReport(context, typeOf(report, org.analytics.types), report);
}

/** Columns and aggregates that the user may not read are not even named. */
function readable({ report, details, summaries }: Plan): Report {
  return {
    ...report,
    detailColumns: details.map(({ name }) => name),
    aggregates: summaries.aggregates.map(({ name }) => name),
  };
}

function asApiErrors<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReportError) throw badRequest(error.message);
    if (error instanceof ReportForbidden) throw forbidden(error.message);
    throw error;
  }
}
