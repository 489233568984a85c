import { z } from 'zod';
import type { LookupFilter } from '../entities.ts';
import { DeployError } from './errors.ts';
import { inert, xmlBoolean, xmlList } from './metadata-file.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm */
export const LookupFilterSource = z.strictObject({
  active: xmlBoolean,
  booleanFilter: z.string().optional(),
  errorMessage: z.string().optional(),
  filterItems: xmlList(
    z.strictObject({
      field: z.string(),
      operation: z.enum([
        'equals',
        'notEqual',
        'lessThan',
        'greaterThan',
        'lessOrEqual',
        'greaterOrEqual',
        'contains',
        'notContain',
        'startsWith',
        'includes',
        'excludes',
      ]),
      value: z.string().optional(),
      valueField: z.string().optional(),
    }),
  ),
  isOptional: xmlBoolean,
  ...inert('description', 'infoMessage'),
});

/** What the org enforces of a lookup filter: one that is required and active. Throws DeployError. */
export function toLookupFilter(
  place: string,
  source: z.output<typeof LookupFilterSource> | undefined,
): LookupFilter | undefined {
  if (source?.active !== true || source.isOptional) return undefined;
  if (source.filterItems.length === 0) throw new DeployError(place, 'a lookup filter needs filterItems');
  return {
    conditions: source.filterItems.map(({ field, operation, value = '', valueField }) => ({
      field,
      operation,
      ...(valueField === undefined ? { value } : { valueField }),
    })),
    logic: source.booleanFilter ?? source.filterItems.map((_, index) => index + 1).join(' AND '),
    message: source.errorMessage ?? 'Value does not exist or does not match filter criteria.',
  };
}
