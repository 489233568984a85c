import { z } from 'zod';
import { ValueSource } from './parts.ts';
import { inert, xmlBoolean, xmlNumber } from '../../xml.ts';

export const DataType = z.enum([
  'String',
  'Number',
  'Currency',
  'Boolean',
  'Date',
  'DateTime',
  'Time',
  'Picklist',
  'Multipicklist',
  'SObject',
]);
export type DataType = z.output<typeof DataType>;

const RESOURCE = { name: z.string(), ...inert('description', 'processMetadataValues') };

/** Its scale is for display only, so values keep their decimals. */
export const VariableSource = z.strictObject({
  ...RESOURCE,
  dataType: DataType,
  isCollection: xmlBoolean.default(false),
  isInput: xmlBoolean.default(false),
  isOutput: xmlBoolean.default(false),
  objectType: z.string().optional(),
  value: ValueSource.optional(),
  ...inert('scale'),
});
export type VariableSource = z.output<typeof VariableSource>;

export const ConstantSource = z.strictObject({
  ...RESOURCE,
  dataType: DataType.exclude(['SObject', 'Time']),
  value: ValueSource.optional(),
});
export type ConstantSource = z.output<typeof ConstantSource>;

export const FormulaSource = z.strictObject({
  ...RESOURCE,
  dataType: DataType.exclude(['SObject', 'Picklist', 'Multipicklist']),
  expression: z.string(),
  scale: xmlNumber.optional(),
});
export type FormulaSource = z.output<typeof FormulaSource>;

export const TextTemplateSource = z.strictObject({
  ...RESOURCE,
  text: z.string(),
  ...inert('isViewedAsPlainText'),
});
export type TextTemplateSource = z.output<typeof TextTemplateSource>;
