import type { RecordError } from './entities.ts';

/** One entry of an error answer. `fields` is there for errors of a write only. */
export interface ApiErrorEntry {
  message: string;
  errorCode: string;
  fields?: string[];
}

/**
 * An error as the REST API tells it: a status and a list of entries.
 *
 * Codes and statuses: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export class ApiError extends Error {
  readonly status: number;
  readonly entries: ApiErrorEntry[];

  constructor(status: number, entries: ApiErrorEntry[]) {
    super(entries.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; '));
    this.name = 'ApiError';
    this.status = status;
    this.entries = entries;
  }
}

function one(status: number, errorCode: string, message: string): ApiError {
  return new ApiError(status, [{ message, errorCode }]);
}

export function invalidSession(): ApiError {
  return one(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

export function invalidAuthHeader(): ApiError {
  return one(401, 'INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
}

export function apiDisabled(): ApiError {
  return one(403, 'API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
}

export function requestLimitExceeded(): ApiError {
  return one(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
}

export function insufficientAccess(message: string): ApiError {
  return one(403, 'INSUFFICIENT_ACCESS', message);
}

export function notFound(message = 'The requested resource does not exist'): ApiError {
  return one(404, 'NOT_FOUND', message);
}

/** No record has this id, or it is no id at all. */
export function noSuchRecord(id: string): ApiError {
  return notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
}

/** A write of a record that is not there. */
export function invalidCrossReference(): ApiError {
  return new ApiError(404, [
    { message: 'invalid cross reference id', errorCode: 'INVALID_CROSS_REFERENCE_KEY', fields: [] },
  ]);
}

export function entityIsDeleted(): ApiError {
  return new ApiError(404, [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }]);
}

export function methodNotAllowed(method: string, allowed: string[]): ApiError {
  return one(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed.toSorted().join(',')}`,
  );
}

export function jsonParserError(message: string): ApiError {
  return one(400, 'JSON_PARSER_ERROR', message);
}

export function malformedQuery(message: string): ApiError {
  return one(400, 'MALFORMED_QUERY', message);
}

export function malformedId(message: string): ApiError {
  return one(400, 'MALFORMED_ID', message);
}

export function invalidQueryLocator(): ApiError {
  return one(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
}

export function invalidFilterOperator(message: string): ApiError {
  return one(400, 'INVALID_QUERY_FILTER_OPERATOR', message);
}

export function invalidField(message: string): ApiError {
  return one(400, 'INVALID_FIELD', message);
}

export function invalidType(message: string): ApiError {
  return one(400, 'INVALID_TYPE', message);
}

export function invalidReplicationDate(message: string): ApiError {
  return one(400, 'INVALID_REPLICATION_DATE', message);
}

export function limitExceeded(message: string): ApiError {
  return one(400, 'LIMIT_EXCEEDED', message);
}

export function requiredFieldMissing(message: string, fields: string[]): ApiError {
  return new ApiError(400, [{ message, errorCode: 'REQUIRED_FIELD_MISSING', fields }]);
}

/** A request the platform understands and this emulator does not serve. */
export function unsupported(message: string): ApiError {
  return one(400, 'FUNCTIONALITY_NOT_ENABLED', message);
}

const STATUS_OF: Record<string, number> = {
  ENTITY_IS_DELETED: 404,
  NOT_FOUND: 404,
  INVALID_CROSS_REFERENCE_KEY: 404,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
};

/** What was wrong with one record, as the answer of a single-record request. */
export function ofRecordErrors(errors: RecordError[]): ApiError {
  const [first] = errors;
  // A bad reference in a field is the request's fault; a record that is not there is a matter of the address.
  const badReference = first?.statusCode === 'INVALID_CROSS_REFERENCE_KEY' && first.fields.length > 0;
  const status = badReference ? 400 : (STATUS_OF[first?.statusCode ?? ''] ?? 400);
  return new ApiError(
    status,
    errors.map(({ statusCode, message, fields }) => {
      // Of a field that is not there, no name is told but in the message.
      return statusCode === 'INVALID_FIELD'
        ? { message, errorCode: statusCode }
        : { message, errorCode: statusCode, fields };
    }),
  );
}
