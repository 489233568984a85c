import type { StoredValue } from '../entities.ts';
import { FormulaEvaluationError } from './errors.ts';
import type { Expression } from './expression.ts';
import type { BlankTreatment, FormulaContext, FormulaFieldType } from './types.ts';
import { fromStored, Numeric, type FormulaValue } from './values.ts';

/** A field of the record, of one it looks up, or of a global such as `$User`. */
export function readField(
  path: string[],
  fieldType: FormulaFieldType,
  blanks: BlankTreatment,
  position: number,
): Expression {
  const type = fieldType === 'percent' ? 'number' : fieldType;
  const whenBlank = type === 'number' && blanks === 'BlankAsZero' ? new Numeric(0) : null;
  return {
    type,
    position,
    field: { path, type: fieldType },
    evaluate: (context) => {
      if (fieldType === 'location') return readLocation(path, context);
      return fromStored(context.valueOf(path), fieldType) ?? whenBlank;
    },
  };
}

/** `Place__c` is kept as `Place__Latitude__s` and `Place__Longitude__s`. */
export function locationParts(path: string[]): [latitude: string[], longitude: string[]] {
  const stem = (path.at(-1) ?? '').replace(/__c$/i, '');
  const before = path.slice(0, -1);
  return [
    [...before, `${stem}__Latitude__s`],
    [...before, `${stem}__Longitude__s`],
  ];
}

function readLocation(path: string[], context: FormulaContext): FormulaValue {
  const [latitude, longitude] = locationParts(path).map((part) => context.valueOf(part));
  if (isNothing(latitude) || isNothing(longitude)) return null;
  const location = { latitude: Number(latitude), longitude: Number(longitude) };
  if (Number.isNaN(location.latitude + location.longitude)) {
    throw new FormulaEvaluationError(`The value of ${path.join('.')} is not a location.`);
  }
  return location;
}

function isNothing(part: StoredValue | undefined): part is null | undefined {
  return part === null || part === undefined;
}
