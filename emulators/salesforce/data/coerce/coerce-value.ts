import type { Field, RecordError, StoredValue } from '../../entities.ts';
import { malformedReference, stringTooLong, invalidEmail, wrongType } from '../record-errors.ts';
import { toId18 } from '../../ids.ts';
import { coerceDate, coerceDateTime, coerceTime } from './coerce-time.ts';
import { coerceNumber } from './coerce-number.ts';

/** What a client sent for one field, as the column keeps it, or what is wrong with it. Blank text is null. */
export function coerceValue(field: Field, raw: unknown): StoredValue | RecordError {
  if (field.type === 'boolean') return coerceBoolean(field, raw);
  if (raw === null) return null;
  switch (field.type) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return raw === '' ? null : coerceNumber(field, raw);
    case 'date':
      return raw === '' ? null : coerceDate(field, raw);
    case 'datetime':
      return raw === '' ? null : coerceDateTime(field, raw);
    case 'time':
      return raw === '' ? null : coerceTime(field, raw);
    case 'id':
    case 'reference':
      return coerceReference(field, raw);
    default:
      return coerceText(field, raw);
  }
}

/** Tells an error from a stored value. */
export function isRecordError(value: StoredValue | RecordError): value is RecordError {
  return typeof value === 'object' && value !== null;
}

function coerceBoolean(field: Field, raw: unknown): StoredValue | RecordError {
  if (raw === true || raw === 'true' || raw === '1' || raw === 1) return 1;
  if (raw === false || raw === 'false' || raw === '0' || raw === 0) return 0;
  return wrongType(field, raw);
}

function coerceReference(field: Field, raw: unknown): StoredValue | RecordError {
  if (typeof raw !== 'string') return wrongType(field, raw);
  const id = raw.trim();
  if (id === '') return null;
  return toId18(id) ?? malformedReference(field, raw);
}

// Unquoted local part and a domain with a dot; the platform takes no other form either.
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

function coerceText(field: Field, raw: unknown): StoredValue | RecordError {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return wrongType(field, raw);
  const text = String(raw).trim();
  if (text === '') return null;
  if (text.length > field.length) return stringTooLong(field, text);
  if (field.type === 'email' && !EMAIL.test(text)) return invalidEmail(field, text);
  return text;
}
