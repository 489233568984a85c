import type { RecordChange } from '../data/index.ts';
import { compoundFieldOf } from '../describe/index.ts';
import type { Field, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import type { ChangedValues, ChangeType } from './event.ts';

/** What an event tells of a record. */
export interface Told {
  changeType: ChangeType;
  changedFields: string[];
  values: ChangedValues;
}

/** System fields, and values that are not the record's own. */
const NEVER_TOLD = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  'PhotoUrl',
]);

interface ToldField {
  field: Field;
  /** The compound field that it is a part of, and its name there. */
  whole?: string;
  part: string;
}

const fieldsOfObject = new WeakMap<SObjectType, ToldField[]>();

/**
 * What a CometD client is told of a change: all that is not blank of a record that is new or back, what is other than
 * before of one that was updated, nothing of one that is deleted. Undefined when there is nothing to tell.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_body.htm
 */
export function tell({ object, before, after }: RecordChange): Told | undefined {
  if (after === undefined || (after['IsDeleted'] === 1 && before?.['IsDeleted'] !== 1)) {
    return { changeType: 'DELETE', changedFields: [], values: {} };
  }
  if (before === undefined) return whole(object, after, 'CREATE');
  if (before['IsDeleted'] === 1 && after['IsDeleted'] !== 1) return whole(object, after, 'UNDELETE');
  const changed = toldFields(object).filter(({ field: { name } }) => (before[name] ?? null) !== (after[name] ?? null));
  if (changed.length === 0) return undefined;
  return { changeType: 'UPDATE', changedFields: changed.map(pathOf), values: valuesOf(changed, after) };
}

function whole(object: SObjectType, record: StoredRecord, changeType: ChangeType): Told {
  const filled = toldFields(object).filter(({ field }) => (record[field.name] ?? null) !== null);
  return { changeType, changedFields: [], values: valuesOf(filled, record) };
}

function pathOf({ whole: compound, part }: ToldField): string {
  return compound === undefined ? part : `${compound}.${part}`;
}

function valuesOf(fields: ToldField[], record: StoredRecord): ChangedValues {
  const values: ChangedValues = {};
  for (const { field, whole: compound, part } of fields) {
    const value = toEventValue(field, record[field.name] ?? null);
    if (compound === undefined) values[part] = value;
    else values[compound] = { ...(values[compound] as ChangedValues | undefined), [part]: value };
  }
  return values;
}

function toEventValue({ type }: Field, value: StoredValue): unknown {
  return type === 'boolean' && value !== null ? value === 1 : value;
}

function toldFields(object: SObjectType): ToldField[] {
  const known = fieldsOfObject.get(object);
  if (known !== undefined) return known;
  const all = [...object.fields.values()];
  const compounds = new Set(all.map((field) => compoundFieldOf(object, field)));
  const told = all
    .filter((field) => !field.calculated && !NEVER_TOLD.has(field.name) && !compounds.has(field.name))
    .map((field): ToldField => {
      const compound = compoundFieldOf(object, field);
      if (compound === null) return { field, part: field.name };
      if (field.partOf !== undefined) return { field, whole: compound, part: partName(field) };
      const prefix = compound.endsWith('Address') ? compound.replace(/Address$/, '') : '';
      return { field, whole: compound, part: field.name.slice(prefix.length) };
    });
  fieldsOfObject.set(object, told);
  return told;
}

/** `Place__Latitude__s` → `Latitude` */
function partName({ name }: Field): string {
  return /__(\w+?)__s$/.exec(name)?.[1] ?? name;
}
