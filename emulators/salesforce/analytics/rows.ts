import type { DeployedRow } from '../data/boot/index.ts';
import type { Analytics } from './analytics.ts';
import type { Folder, Report } from './model.ts';

const FORMATS: Record<Report['format'], string> = { TABULAR: 'Tabular', SUMMARY: 'Summary', MATRIX: 'Matrix' };

/** The objects whose records stand for deployed folders, reports and dashboards. */
const OBJECTS = ['Folder', 'Report', 'Dashboard', 'DashboardComponent'];

/** The records of reports and dashboards; `userIds` are by username. */
export function analyticsRows(
  { folders, reports, dashboards }: Analytics,
  userIds: ReadonlyMap<string, string>,
): { objects: string[]; rows: DeployedRow[] } {
  const folderRows = folders.map(({ developerName, name, type }): DeployedRow => {
    const values = { Name: name, DeveloperName: developerName, AccessType: 'Public', IsReadonly: 0, Type: type };
    return { object: 'Folder', name: folderKey(type, developerName), values, references: {} };
  });
  const folderName = (type: Folder['type'], developerName: string): string =>
    folders.find((folder) => folder.type === type && folder.developerName === developerName)?.name ?? developerName;
  const reportRows = [...reports.values()].map(({ fullName, name, description, format }): DeployedRow => {
    const [folder, developerName] = splitFullName(fullName);
    return {
      object: 'Report',
      name: fullName,
      values: {
        Name: name,
        DeveloperName: developerName,
        Description: description,
        Format: FORMATS[format],
        FolderName: folderName('Report', folder),
      },
      references: { OwnerId: { object: 'Folder', name: folderKey('Report', folder) } },
    };
  });
  const dashboardRows = [...dashboards.values()].flatMap((dashboard): DeployedRow[] => {
    const [folder, developerName] = splitFullName(dashboard.fullName);
    const values = {
      Title: dashboard.name,
      DeveloperName: developerName,
      Description: dashboard.description,
      Type: dashboard.type,
      FolderName: folderName('Dashboard', folder),
      RunningUserId: userIds.get(dashboard.runningUser ?? '') ?? null,
    };
    const components = dashboard.components.map(({ index, header, title, report }): DeployedRow => ({
      object: 'DashboardComponent',
      name: componentKey(dashboard.fullName, index),
      values: { Name: header ?? title },
      references: {
        DashboardId: { object: 'Dashboard', name: dashboard.fullName },
        CustomReportId: { object: 'Report', name: report },
      },
    }));
    const references = { FolderId: { object: 'Folder', name: folderKey('Dashboard', folder) } };
    return [{ object: 'Dashboard', name: dashboard.fullName, values, references }, ...components];
  });
  return { objects: OBJECTS, rows: [...folderRows, ...reportRows, ...dashboardRows] };
}

function folderKey(type: Folder['type'], developerName: string): string {
  return `${type}#${developerName}`;
}

function componentKey(dashboard: string, index: number): string {
  return `${dashboard}#${index}`;
}

/** `Groundwork/Backlog` → folder and developer name. */
export function splitFullName(fullName: string): [folder: string, developerName: string] {
  const slash = fullName.lastIndexOf('/');
  return [fullName.slice(0, slash), fullName.slice(slash + 1)];
}
