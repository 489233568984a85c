import type { Field, FieldType } from '../../entities.ts';
import { createField } from '../../schema/index.ts';

/** Something that a report shows, groups by or filters: a column, a bucket field or a row-level formula. */
export interface RunField {
  name: string;
  label: string;
  /** Says how values are kept, compared and shown. */
  field: Field;
  /** The value: for the name of a record, and for a lookup, the record's id. */
  sql: string;
  /** What is shown instead of an id. */
  nameSql: string | undefined;
  /** Place of its table in the report type. */
  table: number;
  /** Bucket labels in their order. */
  order?: string[];
}

/** The field that a worked-out value is shown as. */
export function madeUpField(name: string, label: string, type: FieldType, scale = 0): Field {
  return createField({ name, label, type, precision: 18, scale, length: 255 });
}

/** The type of a field as the Analytics API spells it. */
export function dataTypeOf({ type, length }: Field): string {
  if (type === 'reference') return 'string';
  if (type === 'textarea' && length <= 255) return 'textarea';
  return type;
}
