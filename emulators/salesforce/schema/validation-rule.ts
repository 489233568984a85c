import { z } from 'zod';
import type { ValidationRule } from '../entities.ts';
import { inert, xmlBoolean } from './metadata-file.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_validationformulas.htm */
export const ValidationRuleSource = z.strictObject({
  fullName: z.string().optional(),
  active: xmlBoolean,
  errorConditionFormula: z.string(),
  errorDisplayField: z.string().optional(),
  errorMessage: z.string(),
  ...inert('description', 'shouldEvaluateOnClient'),
});

export function toValidationRule(name: string, source: z.output<typeof ValidationRuleSource>): ValidationRule {
  return {
    name,
    active: source.active,
    formula: source.errorConditionFormula,
    message: source.errorMessage,
    ...(source.errorDisplayField === undefined ? {} : { errorField: source.errorDisplayField }),
  };
}
