/**
 * An error as Bulk API 1.0 tells it.
 *
 * Codes: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_reference_errors.htm
 */
export class AsyncApiError extends Error {
  override name = 'AsyncApiError';
  /** `InvalidJob` */
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export function invalidJob(message: string): AsyncApiError {
  return new AsyncApiError('InvalidJob', message);
}

export function invalidBatch(message: string): AsyncApiError {
  return new AsyncApiError('InvalidBatch', message);
}

export function invalidJobState(message: string): AsyncApiError {
  return new AsyncApiError('InvalidJobState', message);
}

/** What Bulk API 1.0 has and this emulator does not. */
export function notHere(message: string): AsyncApiError {
  return new AsyncApiError('FeatureNotEnabled', message);
}
