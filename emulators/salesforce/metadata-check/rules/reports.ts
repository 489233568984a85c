import type { Finding } from '../finding.ts';
import { againstHouseRule, at, filesOf, valueOf, type MetadataFile, type Project } from '../project.ts';
import {
  childObject,
  columnsOf,
  findReportField,
  reportTypesOf,
  tablesOf,
  type ReportTypeModel,
} from '../report-types.ts';
import { childrenOf, everyElement, textOf, type XmlElement } from '../xml.ts';

/** Report types, reports and dashboards: what they name exists, and filters compare with values that there are. */
export function checkReports(project: Project): Finding[] {
  const types = reportTypesOf(project);
  return [
    ...filesOf(project, 'ReportType').flatMap((file) => checkReportType(project, file)),
    ...filesOf(project, 'Report').flatMap((file) => [
      ...checkFolder(project, file, 'Report'),
      ...checkReport(file, types),
    ]),
    ...filesOf(project, 'Dashboard').flatMap((file) => [
      ...checkFolder(project, file, 'Dashboard'),
      ...checkDashboard(project, file),
    ]),
  ];
}

function checkReportType(project: Project, file: MetadataFile): Finding[] {
  const { root } = file;
  const base = valueOf(root, 'baseObject');
  if (!project.objects.has(base)) return [at(file, root, `no object named ${base} found`)];
  const tables = tablesOf(project, root);
  const joins = [...everyElement(root)].filter(({ name }) => name === 'relationship');
  const parents = [...tables.values()];
  // Relationships between Salesforce's own objects are made by no field here.
  const unknown = joins.filter(({ text }, index) => {
    const parent = parents[index];
    const relationship = text.trim();
    return (
      relationship.endsWith('__r') && parent !== undefined && childObject(project, parent, relationship) === undefined
    );
  });
  return [
    ...unknown.map((join) => at(file, join, `no relationship ${join.text.trim()} found`)),
    ...columnsOf(root).flatMap(({ table, field, element }) => {
      if (!tables.has(table)) return [at(file, element, `no table ${table} in this report type`)];
      const object = tables.get(table);
      const isKnown = object === undefined || findReportField(project, object, field) !== undefined;
      return isKnown ? [] : [at(file, element, `no field ${field} of ${object} found`)];
    }),
  ];
}

/** The elements of a report that name columns, by the element they are in. */
const NAMING: Record<string, string[]> = {
  columns: ['field'],
  groupingsDown: ['field'],
  groupingsAcross: ['field'],
  criteriaItems: ['column'],
  timeFrameFilter: ['dateColumn'],
  buckets: ['sourceColumnName'],
  chart: ['groupingColumn', 'secondaryGroupingColumn'],
  crossFilters: ['primaryTableColumn'],
};
const ROW_COUNT = 'RowCount';

function checkReport(file: MetadataFile, types: Map<string, ReportTypeModel>): Finding[] {
  const { root } = file;
  const name = valueOf(root, 'reportType');
  const type = types.get(name);
  if (type === undefined) return [at(file, root, `invalid report type: ${name}`)];
  const own = ['buckets', 'customDetailFormulas'].flatMap((element) =>
    childrenOf(root, element).map((one) => valueOf(one, 'developerName')),
  );
  const isKnown = (column: string): boolean => type.columns.has(column) || own.includes(column) || column === ROW_COUNT;
  const filters = childrenOf(root, 'filter').flatMap((filter) => childrenOf(filter, 'criteriaItems'));
  const named = [...root.children, ...filters].flatMap((element) =>
    (NAMING[element.name] ?? []).flatMap((part) => childrenOf(element, part)),
  );
  const missing = [...named, ...childrenOf(root, 'sortColumn')].filter(({ text }) => !isKnown(text.trim()));
  return [
    ...missing.map((element) =>
      at(file, element, `Invalid column ${element.text.trim()}: the report type does not have it`),
    ),
    ...filters.flatMap((filter) => checkValues(file, filter, type)),
  ];
}

/** Salesforce takes a filter by a value that no record can have, and finds nothing. */
function checkValues(file: MetadataFile, filter: XmlElement, { columns }: ReportTypeModel): Finding[] {
  const column = valueOf(filter, 'column');
  const known = columns.get(column)?.picklistValues;
  if (known === undefined || !['equals', 'notEqual', 'includes', 'excludes'].includes(valueOf(filter, 'operator')))
    return [];
  const values = (textOf(filter, 'value') ?? '').split(/[,;]/).map((value) => value.trim().replaceAll('"', ''));
  return values
    .filter((value) => value !== '' && !known.includes(value))
    .map((value) => againstHouseRule(file, filter, `"${value}" is no value of ${column}`));
}

function checkDashboard(project: Project, file: MetadataFile): Finding[] {
  const reports = new Set(filesOf(project, 'Report').map(fullName));
  return [...everyElement(file.root)]
    .filter(({ name, text }) => name === 'report' && !reports.has(text.trim()))
    .map((element) => at(file, element, `no Report named ${element.text.trim()} found`));
}

function checkFolder(project: Project, file: MetadataFile, type: string): Finding[] {
  const [folder = ''] = fullName(file).split('/');
  const isThere = filesOf(project, `${type}Folder`).some(({ name }) => name === folder);
  return isThere ? [] : [at(file, file.root, `Cannot find folder:${folder}`)];
}

/** `Groundwork/Backlog` */
function fullName({ path, name }: MetadataFile): string {
  return `${path.split('/').at(-2) ?? ''}/${name}`;
}
