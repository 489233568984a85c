import { ApiError } from '../errors.ts';

/** A report or dashboard that cannot be, whoever asks: told when it is deployed, and of what a request makes of one. */
export class ReportError extends Error {
  override name = 'ReportError';
}

/** A report of something that this user may not read, such as a field in its filter. */
export class ReportForbidden extends Error {
  override name = 'ReportForbidden';
}

/** Errors of the Analytics API are lists of one entry, as those of the REST API. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, [{ errorCode: 'BAD_REQUEST', message }]);
}

export function forbidden(message: string): ApiError {
  return new ApiError(403, [{ errorCode: 'FORBIDDEN', message }]);
}

export function noSuchReport(): ApiError {
  return new ApiError(404, [{ errorCode: 'NOT_FOUND', message: 'The data you’re trying to access is unavailable.' }]);
}
