import type { RecordError } from '../../entities.ts';
import { findField } from '../data/index.ts';
import { CustomErrors, FlowProblem } from '../errors.ts';
import { compileTemplate, type Scope } from '../resources/index.ts';
import type { CustomErrorSource } from '../source/index.ts';
import { immediate, type Element } from './element.ts';

/** Refuses the save with messages on fields or on the page, and ends the flow. */
export function compileCustomError(scope: Scope, { name, customErrorMessages }: CustomErrorSource): Element {
  if (scope.trigger === undefined || scope.triggerType === 'Scheduled') {
    throw new FlowProblem('expected a flow that a record triggers');
  }
  const messages = customErrorMessages.map(({ errorMessage, isFieldError, fieldSelection }) => ({
    message: compileTemplate(scope, errorMessage),
    fields: isFieldError ? [errorField(scope, fieldSelection)] : [],
  }));
  return immediate(name, [], (interview) => {
    throw new CustomErrors(
      messages.map(({ message, fields }): RecordError => ({
        statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: message(interview),
        fields,
      })),
    );
  });
}

function errorField(scope: Scope, name: string | undefined): string {
  if (scope.trigger?.of !== 'record') throw new FlowProblem('expected a flow that a record triggers');
  if (name === undefined) throw new FlowProblem('fieldSelection is required for an error on a field');
  return findField(scope, scope.trigger.object, name).name;
}
