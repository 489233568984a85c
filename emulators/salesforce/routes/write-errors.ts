import type { FieldType, RecordError, WriteOperation } from '../entities.ts';
import { invalidField, jsonParserError, ofRecordErrors, type ApiError } from '../errors.ts';
import type { Call } from './endpoint.ts';

const JSON_TYPES: Partial<Record<FieldType, string>> = {
  boolean: 'boolean',
  currency: 'double',
  date: 'date',
  datetime: 'datetime',
  double: 'double',
  int: 'int',
  percent: 'double',
  time: 'time',
};

/**
 * What a request is answered that cannot be written. A value of the wrong type fails while the JSON is read, before there
 * is a record; only a blank one gets as far as the record.
 */
export function toApiError(call: Call, operation: WriteOperation, errors: RecordError[]): ApiError {
  return unreadable(call, operation, errors) ?? ofRecordErrors(errors);
}

/** JSON_PARSER_ERROR for a value that is none of its field's type; undefined when nothing is wrong with the types. */
export function unreadable(call: Call, operation: WriteOperation, errors: RecordError[]): ApiError | undefined {
  const [name] = errors.find(({ statusCode }) => statusCode === 'INVALID_TYPE_ON_FIELD_IN_RECORD')?.fields ?? [];
  const object = call.platform.org.schema.findObject(operation.object);
  if (name === undefined || object === undefined || !('values' in operation)) return undefined;
  const entries = Object.entries(operation.values);
  const value: unknown = entries.find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
  const type = JSON_TYPES[object.fields.get(name)?.type ?? 'id'];
  if (type === undefined || !(typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) {
    return undefined;
  }
  return jsonParserError(
    `Cannot deserialize instance of ${type} from ${tokenOf(value)} value ${String(value)} or request may be missing a required field`,
  );
}

/** The field that names the record in the address may not stand in the body too. */
export function refuseKey(values: Record<string, unknown>, key: string): void {
  const isGiven = Object.keys(values).some((name) => name.toLowerCase() === key.toLowerCase());
  if (isGiven) throw invalidField(`The ${key} field should not be specified in the sobject data.`);
}

function tokenOf(value: string | number | boolean): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return 'VALUE_STRING';
}
