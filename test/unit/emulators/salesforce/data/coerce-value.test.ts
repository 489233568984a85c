import { expect, test } from '@jest/globals';
import { coerceValue } from '../../../../../emulators/salesforce/data/coerce/index.ts';
import type { FieldType } from '../../../../../emulators/salesforce/entities.ts';
import { createField } from '../../../../../emulators/salesforce/schema/standard/index.ts';

function coerce(type: FieldType, raw: unknown): unknown {
  return coerceValue(createField({ name: 'X__c', label: 'X', type, length: 20, precision: 5, scale: 2 }), raw);
}

test.each<[FieldType, unknown, unknown]>([
  ['string', ' a b ', 'a b'],
  ['string', '', null],
  ['string', 12, '12'],
  ['boolean', 'true', 1],
  ['boolean', false, 0],
  ['int', '42', 42],
  ['double', '1.005', 1.01],
  ['double', -2.345, -2.35],
  ['currency', 999.99, 999.99],
  ['date', '2028-02-29', '2028-02-29'],
  ['date', '2026-11-22T23:30:00Z', '2026-11-22'],
  ['datetime', '2026-11-22T01:02:03.999+0100', '2026-11-22T00:02:03.000Z'],
  ['datetime', '2026-11-22T01:02:03Z', '2026-11-22T01:02:03.000Z'],
  ['time', '13:05', '13:05:00.000Z'],
  ['reference', '001GW0000000001', '001GW0000000001YAA'],
  ['reference', '', null],
])('a %s keeps %j as %j', (type, raw, value) => {
  expect(coerce(type, raw)).toBe(value);
});

test.each<[FieldType, unknown, string]>([
  ['string', { a: 1 }, 'X: value not of required type: {"a":1}'],
  ['boolean', null, 'X: value not of required type: null'],
  ['boolean', 'yes', 'X: value not of required type: yes'],
  ['int', '1.5', 'X: value not of required type: 1.5'],
  ['int', 2147483648, 'X: value outside of valid range on numeric field: 2147483648'],
  ['double', '1,5', 'X: value not of required type: 1,5'],
  ['double', 999.995, 'X: value outside of valid range on numeric field: 999.995'],
  ['date', '2027-02-29', 'X: value not of required type: 2027-02-29'],
  ['date', '22.11.2026', 'X: value not of required type: 22.11.2026'],
  ['datetime', '2026-11-22', 'X: value not of required type: 2026-11-22'],
  ['datetime', '2026-11-22T25:00:00Z', 'X: value not of required type: 2026-11-22T25:00:00Z'],
  ['time', '24:00', 'X: value not of required type: 24:00'],
  ['email', 'a@b', 'X: invalid email address: a@b'],
  ['reference', '001', 'X: id value of incorrect type: 001'],
])('a %s refuses %j', (type, raw, message) => {
  expect(coerce(type, raw)).toMatchObject({ message, fields: ['X__c'] });
});
