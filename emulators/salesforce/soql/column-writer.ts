import type { Field, StoredValue } from '../entities.ts';
import { toFormattedText } from '../display-value.ts';
import { toWireValue } from '../wire-values.ts';
import type { Hop, Scope } from './scope.ts';
import type { SelectedColumn, SelectedTypeof } from './select.ts';
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
  const { column, shown, key = column.field.name } = selected;
  const index = columns.add(column.sql);
  // What has a name of its own stands in the record itself, wherever it comes from.
  const path = selected.key === undefined ? column.hops : [];
  const hops = path.map((hop) => ({ hop, id: columns.add(hop.idSql) }));
  const toValue = valueOf(column.field, shown, scope.context.timeZone);

  return (record, row) => {
    let target = record;
    for (const { hop, id } of hops) {
      const parentId = row[id];
      if (typeof parentId !== 'string') {
        target[hop.name] = null;
        return;
      }
      const parent = (target[hop.name] ?? {
        attributes: parentAttributes(scope, hop, parentId, sobjectsUrl),
      }) as AnswerRecord;
      target[hop.name] = parent;
      target = parent;
    }
    target[key] = toValue(row[index] ?? null);
  };
}

/** Puts in the fields that go with the object which the lookup leads to; null where none do. */
export function typeofWriter(scope: Scope, columns: Columns, selected: SelectedTypeof, sobjectsUrl: string): Write {
  const { hop, branches, otherwise } = selected;
  const id = columns.add(hop.idSql);
  const writersOf = (some: SelectedColumn[]) => some.map((one) => columnWriter(scope, columns, one, sobjectsUrl));
  const writers = new Map([...branches].map(([name, some]) => [name, writersOf(some)]));
  const rest = otherwise === undefined ? undefined : writersOf(otherwise);
  return (record, row) => {
    const parentId = row[id];
    const type = typeof parentId === 'string' ? scope.context.schema.objectOfId(parentId)?.name : undefined;
    const fitting = type === undefined ? undefined : (writers.get(type) ?? rest);
    record[hop.name] =
      type === undefined || fitting === undefined
        ? null
        : { attributes: attributesOf(type, String(parentId), sobjectsUrl) };
    for (const write of fitting ?? []) write(record, row);
  };
}

function valueOf(field: Field, shown: SelectedColumn['shown'], timeZone: string): (stored: StoredValue) => unknown {
  if (shown === 'label') return toLabel(field);
  if (shown === 'formatted') return (stored) => toFormattedText(field, stored, timeZone);
  return (stored) => toWireValue(field, stored);
}

function toLabel(field: Field): (stored: StoredValue) => unknown {
  const labels = new Map(field.picklist?.values.map(({ value, label }) => [value, label]));
  return (stored) => (typeof stored === 'string' ? (labels.get(stored) ?? stored) : toWireValue(field, stored));
}

// Through a lookup that may lead to several objects one sees a Name, at the address of what it really is.
function parentAttributes(scope: Scope, hop: Hop, id: string, sobjectsUrl: string): { type: string; url: string } {
  const [only, ...more] = hop.tables;
  if (only !== undefined && more.length === 0) return attributesOf(only.object.name, id, sobjectsUrl);
  const type = scope.context.schema.objectOfId(id)?.name ?? 'Name';
  return { ...attributesOf(type, id, sobjectsUrl), type: 'Name' };
}
