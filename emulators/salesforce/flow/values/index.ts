/* Meaning */
export {
  allValues,
  asList,
  asScalar,
  copyItem,
  copyRecord,
  copyValues,
  describeType,
  familyOf,
  isList,
  isRecord,
  scalar,
  type Family,
  type FlowItem,
  type FlowRecord,
  type FlowType,
  type FlowValue,
  type RecordType,
  type ScalarType,
} from './types.ts';

/* Working */
export { compareScalars, knowsOperator, sameItem, type ScalarOperator } from './compare.ts';
export { conversion, toText, type Conversion } from './convert.ts';
