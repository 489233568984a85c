import { baseOf, ok, param, type Answer, type Call, type Endpoint } from '../../routes/endpoint.ts';
import { toRestDatetime } from '../../wire-values.ts';
import { toReportTypeMetadata } from '../describe/index.ts';
import { badRequest, noSuchReport } from '../errors.ts';
import { describeReport, executeReport } from '../execute.ts';
import { findReport, savedReports, type Saved } from '../find-saved.ts';
import type { Report } from '../model.ts';
import type { ReportRun } from '../report-runs.ts';
import { overrideReport } from './override-report.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_resource_reference.htm */
export function reportEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/analytics/reports', answer: listReports },
    { method: 'POST', path: '/analytics/reports/query', answer: queryUnsaved },
    { method: 'GET', path: '/analytics/reports/:reportId', answer: (call) => execute(call, undefined) },
    { method: 'POST', path: '/analytics/reports/:reportId', answer: (call) => execute(call, call.body) },
    { method: 'GET', path: '/analytics/reports/:reportId/describe', answer: describe },
    { method: 'GET', path: '/analytics/reports/:reportId/instances', answer: listRuns },
    { method: 'POST', path: '/analytics/reports/:reportId/instances', answer: startRun },
    { method: 'GET', path: '/analytics/reports/:reportId/instances/:instanceId', answer: readRun },
    { method: 'DELETE', path: '/analytics/reports/:reportId/instances/:instanceId', answer: deleteRun },
  ];
}

const MOST_LISTED = 200;

function listReports(call: Call): Answer {
  const reports = savedReports(call.platform.org).slice(0, MOST_LISTED);
  return ok(
    reports.map(({ id, saved }) => {
      const url = reportUrl(call, id);
      return { describeUrl: `${url}/describe`, id, instancesUrl: `${url}/instances`, name: saved.name, url };
    }),
  );
}

function execute(call: Call, body: unknown): Answer {
  const found = findReport(call.platform.org, param(call, 'reportId'));
  return ok({ attributes: attributesOf(call, found), ...run(call, found, body) });
}

function run(call: Call, { id, folderId, saved }: Saved<Report>, body: unknown) {
  const includeDetails = call.query['includeDetails'] === 'true';
  const report = overrideReport(saved, body);
  return executeReport(call.platform.org, report, { user: call.user, includeDetails, ids: { id, folderId } });
}

function describe(call: Call): Answer {
  const found = findReport(call.platform.org, param(call, 'reportId'));
  const { id, folderId, saved } = found;
  const { type, ...described } = describeReport(call.platform.org, saved, call.user, { id, folderId });
  return ok({
    attributes: attributesOf(call, found),
    ...described,
    reportTypeMetadata: toReportTypeMetadata(type, call.access),
  });
}

/** Runs what the body says without any saved report. */
function queryUnsaved(call: Call): Answer {
  const report = overrideReport(BLANK_REPORT, call.body);
  if (report.reportType === '') throw badRequest('Specify a valid report type');
  const url = reportUrl(call, 'null');
  const attributes = {
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`,
    reportId: null,
    reportName: report.name,
    type: 'Report',
  };
  const options = { user: call.user, includeDetails: true, ids: { id: null, folderId: null } };
  return ok({ attributes, ...executeReport(call.platform.org, report, options) });
}

const BLANK_REPORT: Report = {
  ...{ fullName: '', name: '', description: null, reportType: '', format: 'TABULAR', detailColumns: [] },
  ...{ aggregates: ['RowCount'], groupingsDown: [], groupingsAcross: [], filters: [], booleanFilter: null },
  ...{ dateFilter: null, crossFilters: [], buckets: [], summaryFormulas: [], rowFormulas: [], scope: 'organization' },
  ...{ sortBy: null, rowLimit: null, hasDetailRows: true, showGrandTotal: true, showSubtotals: true },
  ...{ smartTotals: true, chart: null },
};

function startRun(call: Call): Answer {
  const found = findReport(call.platform.org, param(call, 'reportId'));
  const result = run(call, found, call.body);
  const { hasDetailRows } = result;
  const started = call.platform.reportRuns.add({ reportId: found.id, ownerId: call.user.id, hasDetailRows, result });
  return ok({ ...toRunInfo(call, started), status: 'New', completionDate: null });
}

function listRuns(call: Call): Answer {
  const { id } = findReport(call.platform.org, param(call, 'reportId'));
  const own = call.platform.reportRuns.of(id).filter(({ ownerId }) => ownerId === call.user.id);
  return ok(own.map((one) => toRunInfo(call, one)));
}

function readRun(call: Call): Answer {
  const { saved, started } = findRun(call);
  const { id, reportId, ownerId, requestDate, completionDate, result } = started;
  const attributes = {
    completionDate: toRestDatetime(completionDate),
    id,
    ownerId,
    reportId,
    reportName: saved.name,
    requestDate: toRestDatetime(requestDate),
    status: 'Success',
    type: 'ReportInstance',
  };
  return ok({ attributes, ...result });
}

function deleteRun(call: Call): Answer {
  call.platform.reportRuns.remove(findRun(call).started.id);
  return { status: 204 };
}

/** A user reads the results of nobody else: they were found with that user's rights. */
function findRun(call: Call): Saved<Report> & { started: ReportRun } {
  const found = findReport(call.platform.org, param(call, 'reportId'));
  const wanted = param(call, 'instanceId');
  const started = call.platform.reportRuns
    .of(found.id)
    .find(({ id, ownerId }) => ownerId === call.user.id && (id === wanted || id.slice(0, 15) === wanted));
  if (started === undefined) throw noSuchReport();
  return { ...found, started };
}

function toRunInfo(call: Call, { id, reportId, ownerId, requestDate, completionDate, hasDetailRows }: ReportRun) {
  return {
    completionDate: toRestDatetime(completionDate),
    hasDetailRows,
    id,
    ownerId,
    requestDate: toRestDatetime(requestDate),
    status: 'Success',
    url: `${reportUrl(call, reportId)}/instances/${id}`,
  };
}

function reportUrl(call: Call, id: string): string {
  return `${baseOf(call)}/analytics/reports/${id}`;
}

function attributesOf(call: Call, { id, saved }: Saved<Report>) {
  const url = reportUrl(call, id);
  return {
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`,
    reportId: id,
    reportName: saved.name,
    type: 'Report',
  };
}
