import type { Field } from '../entities.ts';
import { createField } from './standard/index.ts';

/** Digits left of the point: a longitude goes to 180. */
const WHOLE_DIGITS = 3;

/** What a location is made of, and how far each goes to either side of 0. */
const PARTS = [
  ['Latitude', 90],
  ['Longitude', 180],
] as const;

/**
 * The fields that a custom field is kept in: itself, but for a location, whose two parts are written and read by
 * themselves, with the permissions of the whole.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/compound_fields_geolocation.htm
 */
export function withParts(field: Field): Field[] {
  if (field.type !== 'location') return [field];
  const { nillable, required, alwaysVisible, scale, name, label } = field;
  const parts = PARTS.map(([part, furthest]) =>
    createField({
      ...{ name: name.replace(/__c$/, `__${part}__s`), label: `${label} (${part})`, type: 'double', custom: true },
      ...{ precision: WHOLE_DIGITS + scale, scale, nillable, required, alwaysVisible, partOf: name, furthest },
      ...(field.tracked && { tracked: true }),
    }),
  );
  return [...parts, { ...field, required: false, createable: false, updateable: false }];
}
