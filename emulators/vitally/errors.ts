import type { UndocumentedAnswers } from './undocumented.ts';

/** An answer other than success. Vitally's body is one string under `error`. */
export class VitallyError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The words were observed on the live service. */
export function noAuthorization(): VitallyError {
  return new VitallyError(401, 'Authorization header not present.');
}

export function wrongApiKey(): VitallyError {
  return new VitallyError(401, 'Invalid API key.');
}

export function badRequest(message: string): VitallyError {
  return new VitallyError(400, message);
}

/** Nothing of that kind has the id. The status is not documented. */
export function unknownRecord(noun: string, id: string, answer: UndocumentedAnswers['unknownId']): VitallyError {
  return new VitallyError(answer === 'notFound' ? 404 : 400, `${noun} not found: ${id}`);
}

/** A POST with an external id that another one has. The status is not documented. */
export function takenExternalId(noun: string, externalId: string, answer: 'reject' | 'conflict'): VitallyError {
  const message = `externalId: ${noun} with the externalId "${externalId}" already exists`;
  return new VitallyError(answer === 'conflict' ? 409 : 400, message);
}

export function tooManyRequests(): VitallyError {
  return new VitallyError(429, 'Too many requests.');
}

/** The body of an error. Documented is `{error}`; clients have seen the others. */
export function toErrorBody(
  error: { status: number; message: string },
  shape: UndocumentedAnswers['errorBody'],
): unknown {
  if (shape === 'error') return { error: error.message };
  return shape === 'message' ? { message: error.message } : { statusCode: error.status, message: error.message };
}
