import { z } from 'zod';
import type { User } from '../../entities.ts';
import { ApiError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { baseOf, ok, param, type Answer, type Call, type Endpoint } from '../../routes/endpoint.ts';
import { toRestDatetime } from '../../wire-values.ts';
import { parseAggregate, ROW_COUNT } from '../aggregate-names.ts';
import { isTable, toComponentReport } from '../component-report.ts';
import { toDashboardMetadata } from '../describe/index.ts';
import { badRequest } from '../errors.ts';
import { executeReport } from '../execute.ts';
import { componentIds, findDashboard, reportNamed, savedDashboards, type Saved } from '../find-saved.ts';
import type { Dashboard, DashboardComponent } from '../model.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/analytics_api_dashboard_results_resource.htm */
export function dashboardEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/analytics/dashboards', answer: list },
    { method: 'GET', path: '/analytics/dashboards/:dashboardId', answer: (call) => results(call, undefined) },
    { method: 'POST', path: '/analytics/dashboards/:dashboardId', answer: someComponents },
    { method: 'PUT', path: '/analytics/dashboards/:dashboardId', answer: refresh },
    { method: 'GET', path: '/analytics/dashboards/:dashboardId/describe', answer: describe },
    { method: 'GET', path: '/analytics/dashboards/:dashboardId/status', answer: status },
  ];
}

function list(call: Call): Answer {
  return ok(
    savedDashboards(call.platform.org).map(({ id, saved }) => {
      const url = dashboardUrl(call, id);
      return { id, name: saved.name, statusUrl: `${url}/status`, url };
    }),
  );
}

const Wanted = z.looseObject({ componentIds: z.array(z.string()).optional() });

function someComponents(call: Call): Answer {
  const parsed = Wanted.safeParse(call.body ?? {});
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  return results(call, parsed.data.componentIds);
}

function results(call: Call, wanted: string[] | undefined): Answer {
  const { org } = call.platform;
  refuseFilters(call);
  const found = findDashboard(org, param(call, 'dashboardId'));
  const user = runningUser(call, found.saved);
  const ids = componentIds(org, found.id);
  const shown = found.saved.components
    .map((component) => ({ component, id: ids[component.index] ?? '' }))
    .filter(({ id }) => wanted === undefined || wanted.some((one) => id.startsWith(one.slice(0, 15))));
  return ok({
    attributes: attributesOf(call, found),
    componentData: shown.map(({ component, id }) => ({ componentId: id, ...runComponent(org, component, user) })),
    dashboardMetadata: metadataOf(call, found, user),
  });
}

function describe(call: Call): Answer {
  const found = findDashboard(call.platform.org, param(call, 'dashboardId'));
  return ok(metadataOf(call, found, runningUser(call, found.saved)));
}

function metadataOf(call: Call, { id, folderId, saved }: Saved<Dashboard>, user: User): unknown {
  const { org } = call.platform;
  return toDashboardMetadata(saved, {
    id,
    folderId,
    componentIds: componentIds(org, id),
    reportIds: new Map(saved.components.map(({ report }) => [report, reportNamed(org, report).id])),
    user,
    attributes: attributesOf(call, { id, folderId, saved }),
  });
}

/** A dashboard shows what its running user may see, or with `LoggedInUser` what the one who looks may. */
function runningUser({ platform, user }: Call, { type, runningUser: username }: Dashboard): User {
  if (type === 'LoggedInUser' || username === null) return user;
  const found = platform.org.findUser(username);
  if (found === undefined) throw badRequest(`The running user ${username} of this dashboard is not active.`);
  return found;
}

function runComponent(org: Org, component: DashboardComponent, user: User) {
  const { id, folderId, saved } = reportNamed(org, component.report);
  const done = { refreshDate: toRestDatetime(org.clock.now().toISOString()), refreshStatus: 'IDLE' };
  try {
    const includeDetails = isTable(component);
    const report = toComponentReport(saved, component);
    const result = executeReport(org, report, { user, includeDetails, ids: { id, folderId } });
    const status = {
      dataStatus: hasNothing(result) ? 'NODATA' : 'DATA',
      errorCode: null,
      errorMessage: null,
      errorSeverity: null,
    };
    return { reportResult: { attributes: null, ...result, groupingsAcross: null }, status: { ...status, ...done } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const [entry] = error.entries;
    const status = {
      dataStatus: 'ERROR',
      errorCode: entry?.errorCode,
      errorMessage: entry?.message,
      errorSeverity: 'Error',
    };
    return { reportResult: null, status: { ...status, ...done } };
  }
}

/** Counts and sums of nothing are 0; all others are blank, so that their 0 is that of some rows. */
function hasNothing({ factMap, groupingsDown, reportMetadata }: ReturnType<typeof executeReport>): boolean {
  const total = factMap['T!T'];
  const isBlank = (value: unknown, name = ''): boolean =>
    value === null || (value === 0 && (name === ROW_COUNT || parseAggregate(name)?.kind === 'Sum'));
  return (
    groupingsDown.groupings.length === 0 &&
    (total?.rows ?? []).length === 0 &&
    (total?.aggregates ?? []).every(({ value }, index) => isBlank(value, reportMetadata.aggregates[index]))
  );
}

/** Every answer is worked out anew, so there is nothing to wait for. */
function refresh(call: Call): Answer {
  const { id } = findDashboard(call.platform.org, param(call, 'dashboardId'));
  return { status: 201, body: { statusUrl: `${dashboardUrl(call, id)}/status` } };
}

function status(call: Call): Answer {
  const { org } = call.platform;
  const { id } = findDashboard(org, param(call, 'dashboardId'));
  const refreshDate = toRestDatetime(org.clock.now().toISOString());
  return ok({
    componentStatus: componentIds(org, id).map((componentId) => ({ componentId, refreshDate, refreshStatus: 'IDLE' })),
  });
}

function refuseFilters({ query }: Call): void {
  const filter = Object.keys(query).find((name) => /^filter\d$/.test(name));
  if (filter !== undefined) throw badRequest(`Invalid parameter ${filter}: the dashboard has no filters`);
}

function dashboardUrl(call: Call, id: string): string {
  return `${baseOf(call)}/analytics/dashboards/${id}`;
}

function attributesOf(call: Call, { id, saved }: Saved<Dashboard>) {
  const url = dashboardUrl(call, id);
  return {
    dashboardId: id,
    dashboardName: saved.name,
    describeUrl: `${url}/describe`,
    statusUrl: `${url}/status`,
    type: 'Dashboard',
  };
}
