import type { FieldType } from '../entities.ts';
import type { FormulaFieldType } from './types.ts';

const OF_FIELD: Record<FieldType, FormulaFieldType | undefined> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'percent',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  combobox: 'text',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
  location: 'location',
  address: undefined,
  anyType: undefined,
};

/** How a formula sees a field of this type; undefined when it cannot be used in one. */
export function formulaFieldType(type: FieldType): FormulaFieldType | undefined {
  return OF_FIELD[type];
}
