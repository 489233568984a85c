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
  /** The fields of a child that the sums depend on. */
  reads: ReadonlySet<string>;
  statement: StatementSync;
  values: StoredValue[];
}

/**
 * The roll-up summary fields: what each parent's columns must hold, worked out from its children.
 *
 * The children are read anew for each parent that a write concerns, by an index and in one statement; nothing is added
 * up from one write to the next, so that nothing can drift. Sums are exact in decimal.
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

  /** What the parent's roll-ups must hold now. */
  valuesOf(group: RollUpGroup, parentId: string, asking: Writing): StoredRecord {
    return this.#formulas.reading(asking, () => group.statement.get(...group.values, parentId) as StoredRecord);
  }

  /** Works all of them out anew, as when a roll-up is deployed; no rule is asked and no stamp moves. */
  recalculate(store: RecordStore, asking: Writing): void {
    for (const group of [...this.#byChild.values()].flat()) {
      for (const parent of store.all(group.parent)) {
        const id = String(parent['Id']);
        const values = this.valuesOf(group, id, asking);
        if (group.fields.some((name) => values[name] !== parent[name])) store.update(group.parent, id, values);
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
      return { sql: `${aggregate(summary, sqlOf)} FILTER (WHERE ${filter.sql})`, values: filter.values };
    });
    const names = members.map(({ field }) => field.name);
    const selected = columns.map(
      ({ sql }, index) => `${orZero(members[index]?.summary, sql)} AS "${names[index] ?? ''}"`,
    );
    const sql = `SELECT ${selected.join(', ')} FROM "${child.name}" c WHERE c."${foreignKey}" = ? AND c."IsDeleted" = 0`;
    return {
      parent,
      foreignKey,
      fields: names,
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

function aggregate({ operation, summarized = 'Id' }: RollUp, sqlOf: (name: string) => string): string {
  switch (operation) {
    case 'count':
      return 'COUNT(*)';
    case 'sum':
      return `decimal_sum(${sqlOf(summarized)})`;
    case 'min':
      return `MIN(${sqlOf(summarized)})`;
    case 'max':
      return `MAX(${sqlOf(summarized)})`;
  }
}

function orZero(summary: RollUp | undefined, sql: string): string {
  return summary?.operation === 'sum' ? `COALESCE(${sql}, 0)` : sql;
}
