import type { Field, Schema, SObjectType } from '../../entities.ts';
import type { ReportTypeSource } from '../model.ts';
import { resolveField } from './resolve-field.ts';

/** One of the objects of a report type, each joined to the one before. */
export interface ReportTable {
  /** `Account.Requests__r`; for the base object its own name. */
  path: string;
  object: SObjectType;
  /** The lookup that leads to the table before; undefined for the base object. */
  join: { field: Field; outerJoin: boolean } | undefined;
}

/** A field that reports of a type may use. */
export interface ReportColumn {
  /** `Account.Requests__r$Score__c` */
  name: string;
  label: string;
  /** Place in the report type's tables. */
  table: number;
  /** Ways up from the table, as in SOQL: `['Opportunity__r', 'Owner']`. */
  hops: string[];
  /** The object that has the field. */
  holder: SObjectType;
  field: Field;
}

/** A report type whose objects and fields were found in the schema. */
export interface ReportType {
  /** As reports call it, `Requests__c`. */
  name: string;
  source: ReportTypeSource;
  tables: ReportTable[];
  columns: Map<string, ReportColumn>;
  sections: { label: string; columns: ReportColumn[] }[];
}

const MOST_OBJECTS = 4;

/** Finds what a report type names. `refuse` is called with what is wrong. */
export function resolveReportType(
  schema: Schema,
  source: ReportTypeSource,
  refuse: (problem: string) => never,
): ReportType {
  const base = schema.findObject(source.baseObject) ?? refuse(`no object named ${source.baseObject} found`);
  if (source.joins.length >= MOST_OBJECTS) refuse(`a report type joins at most ${MOST_OBJECTS} objects`);
  const tables: ReportTable[] = [{ path: base.name, object: base, join: undefined }];
  for (const { relationship, outerJoin } of source.joins) {
    const parent = tables.at(-1) ?? refuse('a report type begins with an object');
    const child = schema
      .childRelationships(parent.object)
      .find(({ field }) => field.reference?.childRelationshipName === relationship);
    if (child === undefined) return refuse(`no relationship ${relationship} of ${parent.object.name} found`);
    const wasOuter = parent.join?.outerJoin === true;
    if (wasOuter && !outerJoin) refuse(`${relationship}: after an outer join, every join is an outer one`);
    tables.push({
      path: `${parent.path}.${relationship}`,
      object: child.object,
      join: { field: child.field, outerJoin },
    });
  }
  const columns = new Map<string, ReportColumn>();
  const sections = source.sections.map(({ label, columns: named }) => ({
    label,
    columns: named.map((one) => {
      const table = tables.findIndex(({ path }) => path === one.table);
      const { object } = tables[table] ?? refuse(`no table ${one.table} in this report type`);
      const name = `${one.table}$${one.field}`;
      const found = resolveField(schema, object, one.field);
      if (found === undefined) return refuse(`no field ${one.field} of ${object.name} found`);
      const column = { name, table, ...found, label: one.label ?? found.label };
      columns.set(name, column);
      return column;
    }),
  }));
  return { name: `${source.developerName}__c`, source, tables, columns, sections };
}
