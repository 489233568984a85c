import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Decimal } from 'decimal.js';
import type { Field, RollUp, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import type { Writing } from './change.ts';
import { checkRollUp } from './check-roll-up.ts';
import type { FormulaFields } from './formula-fields.ts';
import type { RecordStore } from './record-store.ts';
import { filterSql, type FilterSql } from './roll-up-filter.ts';

/** The roll-ups that one relationship carries, read from the children in one statement. */
export interface RollUpGroup {
  parent: SObjectType;
  foreignKey: string;
  fields: string[];
  /** What they hold for a parent without children. */
  ofNone: StoredRecord;
  /** The fields of a child that the sums depend on. */
  reads: ReadonlySet<string>;
  statement: StatementSync;
  values: StoredValue[];
}

/**
 * The roll-up summary fields: what each parent's columns must hold, worked out from its children.
 *
 * The children of all parents that a write concerns are read anew, by an index and in one statement; nothing is added up
 * from one write to the next, so that nothing can drift. Sums are exact in decimal.
 */
export class RollUps {
  readonly #database: DatabaseSync;
  readonly #schema: Schema;
  readonly #formulas: FormulaFields;
  readonly #byChild = new Map<string, RollUpGroup[]>();

  /** Throws DeployError for a roll-up that cannot be kept. */
  constructor(database: DatabaseSync, schema: Schema, formulas: FormulaFields) {
    this.#database = database;
    this.#schema = schema;
    this.#formulas = formulas;
    database.aggregate('decimal_sum', {
      start: '0',
      step: (sum: string, value) => (value === null ? sum : new Decimal(sum).plus(String(value)).toString()),
      result: (sum: string) => Number(sum),
    });
    for (const parent of schema.objects.values()) this.#addParent(parent);
  }

  /** The relationships over which a write of this object changes roll-ups. */
  groupsOf(child: SObjectType): RollUpGroup[] {
    return this.#byChild.get(child.name) ?? [];
  }

  /** What the roll-ups of these parents must hold now, by the parent's id. */
  valuesOf(group: RollUpGroup, parentIds: readonly string[], asking: Writing): Map<string, StoredRecord> {
    const rows = this.#formulas.reading(asking, () =>
      group.statement.all(...group.values, JSON.stringify(parentIds)),
    ) as StoredRecord[];
    const found = new Map(rows.map(({ parent, ...values }) => [String(parent), values]));
    return new Map(parentIds.map((id) => [id, found.get(id) ?? group.ofNone]));
  }

  /** Works all of them out anew, as when a roll-up is deployed; no rule is asked and no stamp moves. */
  recalculate(store: RecordStore, asking: Writing): void {
    for (const group of [...this.#byChild.values()].flat()) {
      const parents = new Map(store.all(group.parent).map((parent) => [String(parent['Id']), parent]));
      for (const [id, values] of this.valuesOf(group, [...parents.keys()], asking)) {
        const parent = parents.get(id);
        if (group.fields.some((name) => values[name] !== parent?.[name])) store.update(group.parent, id, values);
      }
    }
  }

  #addParent(parent: SObjectType): void {
    const fields = [...parent.fields.values()].flatMap((field) =>
      field.summary === undefined ? [] : [{ field, summary: field.summary }],
    );
    for (const group of Map.groupBy(fields, ({ summary }) => `${summary.child}.${summary.foreignKey}`).values()) {
      const [{ summary } = { summary: undefined }] = group;
      const child = summary && this.#schema.findObject(summary.child);
      if (summary === undefined || child === undefined) continue;
      const groups = this.#byChild.get(child.name) ?? [];
      this.#byChild.set(child.name, [...groups, this.#toGroup(parent, child, summary.foreignKey, group)]);
    }
  }

  #toGroup(
    parent: SObjectType,
    child: SObjectType,
    foreignKey: string,
    members: { field: Field; summary: RollUp }[],
  ): RollUpGroup {
    const reads = new Set([foreignKey]);
    const columns = members.map(({ field, summary }): FilterSql => {
      const place = `${parent.name}.${field.name}`;
      const names = [
        ...summary.filters.map((filter) => filter.field),
        ...(summary.summarized === undefined ? [] : [summary.summarized]),
      ];
      for (const name of names) {
        for (const read of checkRollUp(place, child, name, this.#formulas)) reads.add(read);
      }
      const sqlOf = (name: string): string => this.#columnSql(child, name);
      const filter = filterSql(place, this.#schema, child, summary.filters, sqlOf);
      const sum = { summary, sqlOf, scale: wholeScale(child, summary) };
      return { sql: summed(sum, `${aggregate(sum)} FILTER (WHERE ${filter.sql})`), values: filter.values };
    });
    const names = members.map(({ field }) => field.name);
    const selected = columns.map(({ sql }, index) => `${sql} AS "${names[index] ?? ''}"`);
    const key = `c."${foreignKey}"`;
    const sql = `SELECT ${key} AS parent, ${selected.join(', ')} FROM "${child.name}" c WHERE ${key} IN (SELECT value FROM json_each(?)) AND c."IsDeleted" = 0 GROUP BY ${key}`;
    return {
      parent,
      foreignKey,
      fields: names,
      ofNone: Object.fromEntries(members.map(({ field, summary }) => [field.name, ofNoChildren(summary)])),
      reads,
      statement: this.#database.prepare(sql),
      values: columns.flatMap(({ values }) => values),
    };
  }

  #columnSql(child: SObjectType, name: string): string {
    const field = child.fields.get(name);
    return field?.calculated === true ? this.#formulas.sqlOf(child, field, 'c') : `c."${name}"`;
  }
}

/** A count or a sum of nothing is 0, the least or the most of nothing is blank. */
export function ofNoChildren({ operation }: RollUp): StoredValue {
  return operation === 'count' || operation === 'sum' ? 0 : null;
}

interface Aggregation {
  summary: RollUp;
  sqlOf: (name: string) => string;
  /** Decimal places of what is summed up; undefined when it may have any number of them. */
  scale: number | undefined;
}

/** A formula is not rounded to its decimal places. */
function wholeScale(child: SObjectType, { summarized }: RollUp): number | undefined {
  const field = child.fields.get(summarized ?? '');
  return field === undefined || field.calculated ? undefined : field.scale;
}

function aggregate({ summary: { operation, summarized = 'Id' }, sqlOf, scale }: Aggregation): string {
  const value = sqlOf(summarized);
  switch (operation) {
    case 'count':
      return 'COUNT(*)';
    case 'sum':
      // Whole numbers of the last place add up exactly.
      return scale === undefined ? `decimal_sum(${value})` : `SUM(ROUND(${value} * ${10 ** scale}.0))`;
    case 'min':
      return `MIN(${value})`;
    case 'max':
      return `MAX(${value})`;
  }
}

function summed({ summary, scale }: Aggregation, sql: string): string {
  if (summary.operation !== 'sum') return sql;
  return `COALESCE(${scale === undefined ? sql : `${sql} / ${10 ** scale}.0`}, 0)`;
}
