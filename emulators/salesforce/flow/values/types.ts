import type { SObjectType, StoredRecord, StoredValue } from '../../entities.ts';
import type { FormulaFieldType } from '../../formula/index.ts';

/** A place or an address is never worked with as a whole. */
export type ScalarType = Exclude<FormulaFieldType, 'location'>;

export type FlowType =
  | { readonly of: ScalarType; readonly isCollection: boolean }
  | { readonly of: 'record'; readonly object: SObjectType; readonly isCollection: boolean };

export type RecordType = Extract<FlowType, { of: 'record' }>;

/** A record in a flow's hands. */
export interface FlowRecord {
  readonly object: SObjectType;
  /** Formula fields may be inherited, and worked out when they are read. */
  readonly values: StoredRecord;
  /** What the database held when it was read; absent for a record that the flow is making up. */
  readonly stored?: Readonly<StoredRecord>;
}

export type FlowItem = StoredValue | FlowRecord;

/** Scalars as a column keeps them: booleans are 0 or 1, dates and times text. */
export type FlowValue = FlowItem | readonly FlowItem[];

/** Which types compare with and are assigned to each other. */
export type Family = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'record';

const FAMILIES: Record<ScalarType | 'record', Family> = {
  text: 'text',
  picklist: 'text',
  multipicklist: 'text',
  id: 'text',
  number: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  record: 'record',
};

export function familyOf(type: FlowType): Family {
  return FAMILIES[type.of];
}

export function scalar(of: ScalarType): FlowType {
  return { of, isCollection: false };
}

export function isList(value: FlowValue): value is readonly FlowItem[] {
  return Array.isArray(value);
}

export function isRecord(value: FlowValue): value is FlowRecord {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** The value where the types allow nothing but a scalar. */
export function asScalar(value: FlowValue): StoredValue {
  if (isRecord(value) || isList(value)) throw new Error('A scalar was expected, and compiling refuses anything else');
  return value;
}

/** The value as a list: nothing is the empty one, and a single item is one of one. */
export function asList(value: FlowValue): readonly FlowItem[] {
  if (isList(value)) return value;
  return value === null ? [] : [value];
}

/** The same values, to be changed without changing these. */
export function copyValues(values: Readonly<StoredRecord>): StoredRecord {
  const copy = Object.create(Object.getPrototypeOf(values) as object | null) as StoredRecord;
  // Several times as fast as spreading, for the rows of SQLite.
  for (const name of Object.keys(values)) copy[name] = values[name] ?? null;
  return copy;
}

/** The values with those of formula fields. */
export function allValues(values: Readonly<StoredRecord>): StoredRecord {
  const all: StoredRecord = {};
  for (const name in values) all[name] = values[name] ?? null;
  return all;
}

/** A record of its own, so that changing one does not change the other. */
export function copyRecord({ object, values, stored }: FlowRecord): FlowRecord {
  return { object, values: copyValues(values), ...(stored === undefined ? {} : { stored }) };
}

export function copyItem(item: FlowItem): FlowItem {
  return isRecord(item) ? copyRecord(item) : item;
}

/** `a collection of Opportunity` */
export function describeType(type: FlowType): string {
  const item = type.of === 'record' ? type.object.name : FAMILIES[type.of];
  return type.isCollection ? `a collection of ${item}` : item;
}
