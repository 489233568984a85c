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

export function accountNotFound(id: string): VitallyError {
  return new VitallyError(404, `Account not found: ${id}`);
}

export function tooManyRequests(): VitallyError {
  return new VitallyError(429, 'Too many requests.');
}
