import { filesOf, valueOf, type MetadataFile, type Project } from './project.ts';
import { findField, type FieldModel } from './objects.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';

/** A custom report type as far as reports name parts of it. */
export interface ReportTypeModel {
  /** `Account.Asks__r` → the object; undefined behind a relationship that nothing tells about. */
  tables: Map<string, string | undefined>;
  /** `Account.Asks__r$Status__c` → the field; undefined where nothing tells about it. */
  columns: Map<string, FieldModel | undefined>;
}

/** The custom report types of a project by the names that reports have for them. */
export function reportTypesOf(project: Project): Map<string, ReportTypeModel> {
  return new Map(filesOf(project, 'ReportType').map((file) => [`${file.name}__c`, reportTypeOf(project, file)]));
}

function reportTypeOf(project: Project, { root }: MetadataFile): ReportTypeModel {
  const tables = tablesOf(project, root);
  const columns = new Map<string, FieldModel | undefined>();
  for (const { table, field } of columnsOf(root)) {
    const object = tables.get(table);
    columns.set(`${table}$${field}`, object === undefined ? undefined : findReportField(project, object, field));
  }
  for (const table of tables.keys()) columns.set(`${table}$Id`, undefined);
  return { tables, columns };
}

/** The objects of a report type by path, from the base object down. */
export function tablesOf(project: Project, root: XmlElement): ReportTypeModel['tables'] {
  let path = valueOf(root, 'baseObject');
  let object: string | undefined = path;
  const tables = new Map<string, string | undefined>([[path, object]]);
  for (let join = childOf(root, 'join'); join !== undefined; join = childOf(join, 'join')) {
    const relationship = valueOf(join, 'relationship');
    path = `${path}.${relationship}`;
    object = object === undefined ? undefined : childObject(project, object, relationship);
    tables.set(path, object);
  }
  return tables;
}

/** The object behind a relationship; undefined for one that no field here makes. */
export function childObject(project: Project, parent: string, relationship: string): string | undefined {
  const lookup = filesOf(project, 'CustomField').find(
    ({ root }) => `${valueOf(root, 'relationshipName')}__r` === relationship && valueOf(root, 'referenceTo') === parent,
  );
  return lookup?.path.split('/').at(-3);
}

/** Where each column of a report type stands. */
export function columnsOf(root: XmlElement): { table: string; field: string; element: XmlElement }[] {
  return childrenOf(root, 'sections').flatMap((section) =>
    childrenOf(section, 'columns').map((element) => ({
      table: valueOf(element, 'table'),
      field: valueOf(element, 'field'),
      element,
    })),
  );
}

/** A field as report types call it: custom lookups by their own name, those of Salesforce by the way up. */
export function findReportField(project: Project, object: string, written: string): FieldModel | undefined {
  const names = written.split('.');
  const last = names.pop() ?? '';
  const path = names.map((name) => name.replace(/__c$/, '__r'));
  const holder = path.reduce<string | undefined>(
    (one, way) => (one === undefined ? undefined : project.objects.get(one)?.parents.get(way)),
    object,
  );
  const isWayUp = !last.endsWith('__c') && project.objects.get(holder ?? '')?.parents.has(last) === true;
  return findField(project.objects, object, [...path, isWayUp ? `${last}Id` : last]);
}
