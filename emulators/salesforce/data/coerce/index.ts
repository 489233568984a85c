export { coerceValue, isRecordError } from './coerce-value.ts';
