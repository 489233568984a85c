import type { Schema } from '../entities.ts';
import { DeployError } from '../schema/index.ts';
import type { QueryContext } from '../soql/index.ts';
import { ReportError } from './errors.ts';
import { toComponentReport } from './component-report.ts';
import type { AnalyticsMetadata, Dashboard, Folder, Report } from './model.ts';
import { resolveReportType, type ReportType } from './report-type/index.ts';
import { splitFullName } from './rows.ts';
import { planReport } from './run/plan-report.ts';

/** The reports of an org, with their types resolved. */
export interface Analytics extends AnalyticsMetadata {
  types: Map<string, ReportType>;
}

/** Resolves report types and tries every report out on paper. Throws DeployError, which names the component. */
export function compileAnalytics(metadata: AnalyticsMetadata, schema: Schema): Analytics {
  const types = new Map<string, ReportType>();
  for (const [name, source] of metadata.reportTypes) {
    const refuse = (problem: string): never => {
      throw new DeployError(`ReportType#${source.developerName}`, problem);
    };
    types.set(name, resolveReportType(schema, source, refuse));
  }
  for (const report of metadata.reports.values()) {
    checkFolder(metadata, 'Report', report.fullName);
    checkReport(report, types, schema);
  }
  for (const dashboard of metadata.dashboards.values()) checkDashboard(dashboard, metadata, types, schema);
  return { ...metadata, types };
}

function checkFolder({ folders }: AnalyticsMetadata, type: Folder['type'], fullName: string): void {
  const [folder] = splitFullName(fullName);
  if (folders.some((one) => one.type === type && one.developerName === folder)) return;
  throw new DeployError(`${type}#${fullName}`, `Cannot find folder:${folder}`);
}

function checkDashboard(
  { fullName, components }: Dashboard,
  metadata: AnalyticsMetadata,
  types: Analytics['types'],
  schema: Schema,
): void {
  checkFolder(metadata, 'Dashboard', fullName);
  for (const component of components) {
    const report = metadata.reports.get(component.report);
    if (report === undefined) {
      throw new DeployError(`Dashboard#${fullName}`, `no Report named ${component.report} found`);
    }
    try {
      planReport(allSeeing(schema), typeOf(report, types), toComponentReport(report, component));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      throw new DeployError(`Dashboard#${fullName}`, `${component.report}: ${error.message}`, { cause: error });
    }
  }
}

/** Finds the type of a report. Standard report types are called otherwise than custom ones, and are not here. */
export function typeOf(report: Report, types: Analytics['types']): ReportType {
  const type = types.get(report.reportType);
  if (type === undefined) throw new ReportError(`invalid report type: ${report.reportType}`);
  return type;
}

function checkReport(report: Report, types: Analytics['types'], schema: Schema): void {
  try {
    planReport(allSeeing(schema), typeOf(report, types), report);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new DeployError(`Report#${report.fullName}`, error.message, { cause: error });
  }
}

/** What a plan needs to be made on paper, by somebody who may read everything. */
function allSeeing(schema: Schema): QueryContext {
  const yes = (): boolean => true;
  let tables = 0;
  return {
    text: '',
    schema,
    user: { id: '', username: '', name: '', email: '', profile: 'System Administrator' },
    access: {
      mayRead: yes,
      mayCreate: yes,
      mayEdit: yes,
      mayDelete: yes,
      mayReadField: yes,
      mayEditField: yes,
      mayViewAll: yes,
      hasCustomPermission: yes,
      recordsSql: () => undefined,
    },
    includeDeleted: false,
    now: new Date(0),
    timeZone: 'GMT',
    fiscalYearStartMonth: 1,
    columnSql: (_object, field, alias) => `${alias}."${field.name}"`,
    nextAlias: () => `t${tables++}`,
  };
}
