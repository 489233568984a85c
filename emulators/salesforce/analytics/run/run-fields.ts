import { nameFieldOf } from '../../describe/index.ts';
import type { Field, SObjectType } from '../../entities.ts';
import { Scope, type QueryContext } from '../../soql/index.ts';
import { ReportError, ReportForbidden } from '../errors.ts';
import type { BucketField, Report } from '../model.ts';
import type { ReportColumn, ReportType } from '../report-type/index.ts';
import { bucketSql } from './buckets.ts';
import { RowFormulas } from './row-formulas.ts';
import { madeUpField, type RunField } from './run-field.ts';

/** The fields of one run of a report, as SQL over the tables of its type. */
export class RunFields {
  readonly scopes: Scope[];
  readonly rowFormulas: RowFormulas;
  readonly #context: QueryContext;
  readonly #type: ReportType;
  readonly #report: Report;
  readonly #found = new Map<string, RunField | undefined>();

  constructor(context: QueryContext, type: ReportType, report: Report) {
    this.#context = context;
    this.#type = type;
    this.#report = report;
    this.scopes = type.tables.map(({ object }) => new Scope(context, object));
    this.rowFormulas = new RowFormulas(report.rowFormulas, type, (column) => this.find(column.name));
  }

  /** The field of this name; undefined when the user may not read it. Throws ReportError when there is none. */
  find(name: string): RunField | undefined {
    if (!this.#found.has(name)) this.#found.set(name, this.#resolve(name));
    return this.#found.get(name);
  }

  /** A field without which the report cannot run. Throws ReportForbidden. */
  require(name: string): RunField {
    const found = this.find(name);
    if (found === undefined) {
      throw new ReportForbidden(`You don’t have access to the field ${name}, which the report filters or groups by.`);
    }
    return found;
  }

  #resolve(name: string): RunField | undefined {
    const bucket = this.#report.buckets.find(({ developerName }) => developerName === name);
    if (bucket !== undefined) return this.#bucket(bucket);
    if (this.rowFormulas.has(name)) return this.rowFormulas.field(name);
    const column = this.#type.columns.get(name) ?? this.#idColumn(name);
    if (column === undefined) throw new ReportError(`Invalid column ${name}: the report type does not have it`);
    return isReadable(column, this.#type, this.#context) ? this.#column(column) : undefined;
  }

  /** Every table has ids that cross filters compare, listed in its sections or not. */
  #idColumn(name: string): ReportColumn | undefined {
    const table = this.#type.tables.findIndex(({ path }) => name === `${path}$Id`);
    const object = this.#type.tables[table]?.object;
    const field = object?.fields.get('Id');
    if (object === undefined || field === undefined) return undefined;
    return { name, label: field.label, table, hops: [], holder: object, field };
  }

  #column({ name, label, table, hops, holder, field }: ReportColumn): RunField {
    const sqlOf = (...path: string[]): string => this.scopes[table]?.column([...hops, ...path].join('.')).sql ?? '';
    const common = { name, label, field, table };
    const up = field.reference?.relationshipName;
    if (up != null) {
      const target = this.#context.schema.findObject(field.reference?.to[0] ?? '');
      const naming = target === undefined ? undefined : nameFieldOf(target);
      const canName = target !== undefined && this.#context.access.mayRead(target) && naming !== undefined;
      return { ...common, sql: sqlOf(field.name), nameSql: canName ? sqlOf(up, naming.name) : sqlOf(field.name) };
    }
    if (field === nameFieldOf(holder)) return { ...common, sql: sqlOf('Id'), nameSql: sqlOf(field.name) };
    return { ...common, sql: sqlOf(field.name), nameSql: undefined };
  }

  #bucket(bucket: BucketField): RunField | undefined {
    const source = this.find(bucket.sourceColumnName);
    if (source === undefined) return undefined;
    const others = bucket.otherBucketLabel === null ? [] : [bucket.otherBucketLabel];
    return {
      name: bucket.developerName,
      label: bucket.label,
      field: madeUpField(bucket.developerName, bucket.label, 'string'),
      sql: bucketSql(bucket, source),
      nameSql: undefined,
      table: source.table,
      order: [...bucket.values.map(({ label }) => label), ...others],
    };
  }
}

function isReadable({ table, hops, holder, field }: ReportColumn, type: ReportType, context: QueryContext): boolean {
  const { access, schema } = context;
  let object: SObjectType | undefined = type.tables[table]?.object;
  for (const hop of hops) {
    const lookup: Field | undefined = [...(object?.fields.values() ?? [])].find(
      ({ reference }) => reference?.relationshipName === hop,
    );
    if (object === undefined || lookup === undefined || !access.mayReadField(object, lookup)) return false;
    object = schema.findObject(lookup.reference?.to[0] ?? '');
  }
  return object !== undefined && access.mayReadField(holder, field);
}
