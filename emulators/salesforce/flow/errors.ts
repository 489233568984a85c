import type { RecordError } from '../entities.ts';

/** A flow that cannot be deployed: which one, at which of its elements or resources, and why. */
export class FlowError extends Error {
  override name = 'FlowError';
  /** API name of the flow. */
  readonly component: string;
  /** API name of the element or resource; absent when the problem is the flow's own. */
  readonly element: string | undefined;

  constructor(component: string, element: string | undefined, problem: string, options?: ErrorOptions) {
    super(`${component}: ${element === undefined ? '' : `${element}: `}${problem}`, options);
    this.component = component;
    this.element = element;
  }
}

/** What is wrong with a part of a flow, before it is known which part it is. */
export class FlowProblem extends Error {
  override name = 'FlowProblem';
}

/** A running flow that cannot go on. A fault path takes it up; without one the save fails. */
export class FlowFault extends Error {
  override name = 'FlowFault';
}

/** A governor limit that is passed: no fault path takes it up. */
export class LimitFault extends Error {
  override name = 'LimitFault';
}

/** The messages of a Custom Error element, which refuse the save. */
export class CustomErrors extends Error {
  override name = 'CustomErrors';
  readonly errors: RecordError[];

  constructor(errors: RecordError[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.errors = errors;
  }
}

/** How a save tells that a flow failed; it gives no Error ID, for there is no log in which to look it up. */
export function failedFlow(label: string, details: string): RecordError {
  return {
    statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
    message: `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${details}`,
    fields: [],
  };
}

export type RecordWork = 'look up' | 'create' | 'update' | 'delete';

/** `$Flow.FaultMessage` of a data element. */
export function failedRecords(work: RecordWork, { statusCode, message }: RecordError): FlowFault {
  return new FlowFault(
    `This error occurred when the flow tried to ${work} records: ${statusCode}: ${message}. You can look up ExceptionCode values in the SOAP API Developer Guide.`,
  );
}

/** A field of a record that is not there. */
export function notAssigned(reference: string): FlowFault {
  return new FlowFault(`The flow failed to access the value for ${reference} because it hasn't been set or assigned.`);
}
