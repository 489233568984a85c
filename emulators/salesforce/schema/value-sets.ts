import { z } from 'zod';
import type { PicklistValue } from '../entities.ts';
import { inert, readComponent, xmlBoolean, xmlList, xmlNumber, type MetadataFile } from './metadata-file.ts';

/** One value of a picklist, as it stands in field, global and standard value set files. */
export const CustomValue = z.strictObject({
  fullName: z.string(),
  label: z.string().optional(),
  default: xmlBoolean.default(false),
  isActive: xmlBoolean.default(true),
  ...inert('color', 'description'),
});

const GlobalValueSet = z.strictObject({
  fullName: z.string().optional(),
  customValue: xmlList(CustomValue),
  ...inert('description', 'masterLabel', 'sorted'),
});

const StandardValue = CustomValue.extend({
  closed: xmlBoolean.default(false),
  won: xmlBoolean.default(false),
  probability: xmlNumber.default(0),
  forecastCategory: z.enum(['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed']).optional(),
  ...inert('allowEmail', 'converted', 'cssExposed', 'groupingString', 'highPriority', 'reverseRole', 'reviewed'),
});

const StandardValueSet = z.strictObject({
  fullName: z.string().optional(),
  standardValue: xmlList(StandardValue),
  ...inert('groupingStringEnum', 'sorted'),
});

export type StandardValue = z.output<typeof StandardValue>;

export function toPicklistValue(value: z.output<typeof CustomValue>): PicklistValue {
  return {
    value: value.fullName,
    label: value.label ?? value.fullName,
    active: value.isActive,
    isDefault: value.default,
  };
}

export function readGlobalValueSet(file: MetadataFile): PicklistValue[] {
  return readComponent(file, 'GlobalValueSet', GlobalValueSet).customValue.map(toPicklistValue);
}

export function readStandardValueSet(file: MetadataFile): StandardValue[] {
  return readComponent(file, 'StandardValueSet', StandardValueSet).standardValue;
}
