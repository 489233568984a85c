import type { FastifyError, FastifyInstance } from 'fastify';
import { ApiError, jsonParserError, notFound, type ApiErrorEntry } from './errors.ts';

/** Answers what went wrong in the API's shape: a list of message and code. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError, _request, reply) => {
    const { status, entries } = toApiError(error);
    return reply.code(status).header('content-type', 'application/json;charset=UTF-8').send(JSON.stringify(entries));
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
}

/** The body of an injected error, as the API would word it. */
export function faultBody(status: number): ApiErrorEntry[] {
  if (status === 401) return [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];
  if (status === 403) return [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
  if (status === 503) return [{ message: 'The server is unavailable', errorCode: 'SERVER_UNAVAILABLE' }];
  return [{ message: 'An unexpected error occurred', errorCode: 'UNKNOWN_EXCEPTION' }];
}

function toApiError(error: FastifyError | ApiError): ApiError {
  if (error instanceof ApiError) return error;
  if (error.code === 'JSON_PARSER_ERROR') return jsonParserError(error.message);
  const status = error.statusCode ?? 500;
  return new ApiError(status, [{ message: error.message, errorCode: 'UNKNOWN_EXCEPTION' }]);
}
