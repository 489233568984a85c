import type { Field } from '../entities.ts';
import type { CustomField } from './custom-field.ts';
import { DeployError } from './errors.ts';

/** A field that is worked out whenever it is read. Its own type is that of the result. */
export function ofFormula(place: string, source: CustomField, formula: string): Pick<Field, 'type'> & Partial<Field> {
  const facts = {
    calculated: true,
    formula,
    treatBlanksAs: source.formulaTreatBlanksAs ?? ('BlankAsZero' as const),
    createable: false,
    updateable: false,
    required: false,
  };
  const size = { precision: source.precision ?? 18, scale: source.scale ?? 0 };
  switch (source.type) {
    case 'Checkbox':
      return { type: 'boolean', nillable: false, defaultFormula: 'false', ...facts };
    case 'Currency':
      return { type: 'currency', ...size, ...facts };
    case 'Number':
      return { type: 'double', ...size, ...facts };
    case 'Percent':
      return { type: 'percent', ...size, ...facts };
    case 'Date':
      return { type: 'date', ...facts };
    case 'DateTime':
      return { type: 'datetime', ...facts };
    case 'Time':
      return { type: 'time', ...facts };
    case 'Text':
      return { type: 'string', length: 1300, ...facts };
    default:
      throw new DeployError(place, `Formula fields cannot be of type ${source.type ?? '(none)'}`);
  }
}
