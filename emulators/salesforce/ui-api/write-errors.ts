import type { RecordError, SObjectType } from '../entities.ts';
import type { Answer } from '../routes/endpoint.ts';

const MESSAGES = {
  create: 'An error occurred while trying to create the record. Please try again.',
  update: 'An error occurred while trying to update the record. Please try again.',
  delete: 'An error occurred while trying to delete the record. Please try again.',
};

/**
 * What was wrong with a record, in the shape that pages put beside the fields.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm
 */
export function recordErrors(
  object: SObjectType,
  verb: keyof typeof MESSAGES,
  errors: RecordError[],
  status = 400,
): Answer {
  const output: { errors: unknown[]; fieldErrors: Record<string, unknown[]> } = { errors: [], fieldErrors: {} };
  for (const error of errors) {
    if (error.fields.length === 0) output.errors.push(entry(error, null, null));
    for (const name of error.fields) {
      const label = object.fields.get(name)?.label ?? name;
      (output.fieldErrors[name] ??= []).push(entry(error, name, label));
    }
  }
  const body = { message: MESSAGES[verb], statusCode: status, enhancedErrorType: 'RecordError', output };
  return { status, body };
}

function entry({ statusCode, message }: RecordError, field: string | null, fieldLabel: string | null) {
  return { constituentField: null, duplicateRecordError: null, errorCode: statusCode, field, fieldLabel, message };
}
