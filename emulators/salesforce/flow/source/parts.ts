import { z } from 'zod';
import { inert, xmlBoolean, xmlList, xmlNumber } from '../../xml.ts';

/** A literal or a reference; nothing at all is null. Other kinds of value are refused by name. */
export const ValueSource = z.strictObject({
  stringValue: z.string().optional(),
  numberValue: xmlNumber.optional(),
  booleanValue: xmlBoolean.optional(),
  dateValue: z.iso.date().optional(),
  dateTimeValue: z.iso.datetime({ offset: true }).optional(),
  elementReference: z.string().optional(),
});
export type ValueSource = z.output<typeof ValueSource>;

export const Connector = z
  .strictObject({ targetReference: z.string(), ...inert('isGoTo', 'processMetadataValues') })
  .transform(({ targetReference }) => targetReference);

/** What every element has. */
export const NODE = {
  name: z.string(),
  ...inert('label', 'description', 'locationX', 'locationY', 'elementSubtype', 'processMetadataValues'),
};

export const ComparisonOperator = z.enum([
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
  'StartsWith',
  'EndsWith',
  'Contains',
  'In',
  'NotIn',
  'IsNull',
  'IsBlank',
  'IsEmpty',
  'IsChanged',
  'WasSet',
  'WasVisited',
  'HasError',
]);
export type ComparisonOperator = z.output<typeof ComparisonOperator>;

export const ConditionSource = z.strictObject({
  leftValueReference: z.string(),
  operator: ComparisonOperator,
  rightValue: ValueSource.optional(),
  ...inert('processMetadataValues'),
});
export type ConditionSource = z.output<typeof ConditionSource>;

export const FilterSource = z.strictObject({
  field: z.string(),
  operator: ComparisonOperator.exclude(['IsBlank', 'IsEmpty', 'WasSet', 'WasVisited', 'HasError']),
  value: ValueSource.optional(),
  ...inert('processMetadataValues'),
});
export type FilterSource = z.output<typeof FilterSource>;

export const FieldAssignmentSource = z.strictObject({
  field: z.string(),
  value: ValueSource.optional(),
  ...inert('processMetadataValues'),
});
export type FieldAssignmentSource = z.output<typeof FieldAssignmentSource>;

/** What subflows and actions are given: a name of theirs and a value of ours. */
export const InputSource = z.strictObject({
  name: z.string(),
  value: ValueSource.optional(),
  ...inert('processMetadataValues'),
});
export type InputSource = z.output<typeof InputSource>;

export const SortOrder = z.enum(['Asc', 'Desc']);

/** Elements that choose records of one object. */
export const CHOICE = {
  filterLogic: z.string().optional(),
  filters: xmlList(FilterSource),
};

export const DATA_NODE = {
  ...NODE,
  connector: Connector.optional(),
  faultConnector: Connector.optional(),
};
