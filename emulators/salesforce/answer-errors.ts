import type { FastifyError, FastifyInstance } from 'fastify';
import { ApiError, jsonParserError, methodNotAllowed, notFound, type ApiErrorEntry } from './errors.ts';
import type { Endpoint } from './routes/index.ts';

const DATA = /^\/services\/data\/v\d+\.0/;

/** Answers what went wrong in the API's shape: a list of message and code. */
export function answerErrors(app: FastifyInstance, endpoints: Endpoint[]): void {
  app.setErrorHandler((error: FastifyError | ApiError, _request, reply) => {
    const { status, entries } = toApiError(error);
    return reply.code(status).header('content-type', 'application/json;charset=UTF-8').send(JSON.stringify(entries));
  });
  app.setNotFoundHandler((request) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = DATA.test(path) ? methodsFor(endpoints, path.replace(DATA, '')) : [];
    throw allowed.length === 0 ? notFound() : methodNotAllowed(request.method, allowed);
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

function methodsFor(endpoints: Endpoint[], path: string): string[] {
  const parts = path.split('/');
  const matching = endpoints.filter((endpoint) => {
    const pattern = endpoint.path.split('/');
    return (
      pattern.length === parts.length && pattern.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
  return [...new Set(matching.map(({ method }) => method))];
}
