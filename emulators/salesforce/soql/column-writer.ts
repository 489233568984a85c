import type { Field, StoredValue } from '../entities.ts';
import { toWireValue } from '../wire-values.ts';
import type { Hop, Scope } from './scope.ts';
import type { SelectedColumn } from './select.ts';
import type { Columns, Row } from './statement.ts';

/** A record of the answer: `attributes`, then what was selected, parents and children inside. */
export type AnswerRecord = Record<string, unknown>;

/** Puts one value of a row into its record, making the parents that lead to it. */
export type Write = (record: AnswerRecord, row: Row) => void;

/** `sobjectsUrl` is `/services/data/v66.0/sobjects`. */
export function attributesOf(type: string, id: string, sobjectsUrl: string): { type: string; url: string } {
  return { type, url: `${sobjectsUrl}/${type}/${id}` };
}

export function columnWriter(scope: Scope, columns: Columns, selected: SelectedColumn, sobjectsUrl: string): Write {
  const { column, asLabel } = selected;
  const index = columns.add(column.sql);
  const hops = column.hops.map((hop) => ({ hop, id: columns.add(hop.idSql) }));
  const toValue = asLabel ? toLabel(column.field) : (stored: StoredValue) => toWireValue(column.field, stored);

  return (record, row) => {
    let target = record;
    for (const { hop, id } of hops) {
      const parentId = row[id];
      if (typeof parentId !== 'string') {
        target[hop.name] = null;
        return;
      }
      const parent = (target[hop.name] ?? {
        attributes: attributesOf(typeOf(scope, hop, parentId), parentId, sobjectsUrl),
      }) as AnswerRecord;
      target[hop.name] = parent;
      target = parent;
    }
    target[column.field.name] = toValue(row[index] ?? null);
  };
}

function toLabel(field: Field): (stored: StoredValue) => unknown {
  const labels = new Map(field.picklist?.values.map(({ value, label }) => [value, label]));
  return (stored) => (typeof stored === 'string' ? (labels.get(stored) ?? stored) : toWireValue(field, stored));
}

function typeOf(scope: Scope, hop: Hop, id: string): string {
  const [only, ...more] = hop.tables;
  if (only !== undefined && more.length === 0) return only.object.name;
  return scope.context.schema.objectOfId(id)?.name ?? 'Name';
}
