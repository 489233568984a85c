import type { Org } from '../org.ts';
import { toId18 } from '../ids.ts';
import { noSuchReport } from './errors.ts';
import type { Dashboard, Report } from './model.ts';

/** A deployed component with its ids. */
export interface Saved<One> {
  id: string;
  folderId: string;
  saved: One;
}

/** Every report, by name. */
export function savedReports(org: Org): Saved<Report>[] {
  return rowsOf(org, 'Report', 'OwnerId', 'Name').flatMap((row) => withSource(row, org.analytics.reports));
}

/** Every dashboard, by title. */
export function savedDashboards(org: Org): Saved<Dashboard>[] {
  return rowsOf(org, 'Dashboard', 'FolderId', 'Title').flatMap((row) => withSource(row, org.analytics.dashboards));
}

/** The report under an id of 15 or 18 characters; NOT_FOUND otherwise. */
export function findReport(org: Org, id: string): Saved<Report> {
  return found(savedReports(org), id);
}

export function findDashboard(org: Org, id: string): Saved<Dashboard> {
  return found(savedDashboards(org), id);
}

/** The report that a dashboard names. */
export function reportNamed(org: Org, fullName: string): Saved<Report> {
  const one = savedReports(org).find(({ saved }) => saved.fullName === fullName);
  if (one === undefined) throw noSuchReport();
  return one;
}

/** The ids of a dashboard's components, in their order. */
export function componentIds({ database }: Org, dashboardId: string): string[] {
  return database
    .prepare('SELECT Id FROM DashboardComponent WHERE DashboardId = ? ORDER BY Id')
    .all(dashboardId)
    .map(({ Id }) => String(Id));
}

function found<One>(all: Saved<One>[], id: string): Saved<One> {
  const wanted = toId18(id);
  const one = all.find((saved) => saved.id === wanted);
  if (one === undefined) throw noSuchReport();
  return one;
}

interface SavedRow {
  id: string;
  folderId: string;
  fullName: string;
}

function rowsOf({ database }: Org, table: 'Report' | 'Dashboard', folder: string, name: string): SavedRow[] {
  return database
    .prepare(
      `SELECT c.Id AS id, c."${folder}" AS folderId, f.DeveloperName || '/' || c.DeveloperName AS fullName
       FROM "${table}" c JOIN Folder f ON f.Id = c."${folder}" ORDER BY c."${name}", c.Id`,
    )
    .all()
    .map(({ id, folderId, fullName }) => ({ id: String(id), folderId: String(folderId), fullName: String(fullName) }));
}

function withSource<One>({ id, folderId, fullName }: SavedRow, sources: Map<string, One>): Saved<One>[] {
  const saved = sources.get(fullName);
  return saved === undefined ? [] : [{ id, folderId, saved }];
}
