/** What Google adds to an error, such as `google.rpc.BadRequest`. */
export type ErrorDetail = Record<string, unknown> & { '@type': string };

const STATUS_BY_CODE: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** An answer that Google Sheets gives instead of a result. https://cloud.google.com/apis/design/errors */
export class GoogleError extends Error {
  readonly code: number;
  readonly details: readonly ErrorDetail[];

  constructor(code: number, message: string, details: readonly ErrorDetail[] = []) {
    super(message);
    this.name = 'GoogleError';
    this.code = code;
    this.details = details;
  }

  body(): unknown {
    const { code, message, details } = this;
    const status = STATUS_BY_CODE[code] ?? 'UNKNOWN';
    return { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
}

/** One field of a request that is not as it must be. */
export interface FieldViolation {
  field: string;
  description: string;
}

export function invalidArgument(message: string, violations: readonly FieldViolation[] = []): GoogleError {
  if (violations.length === 0) return new GoogleError(400, message);
  return new GoogleError(400, message, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

export function notFound(): GoogleError {
  return new GoogleError(404, 'Requested entity was not found.');
}

export function permissionDenied(message = 'The caller does not have permission'): GoogleError {
  return new GoogleError(403, message);
}

export function insufficientScopes(method: string): GoogleError {
  return new GoogleError(403, 'Request had insufficient authentication scopes.', [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      domain: 'googleapis.com',
      metadata: { service: 'sheets.googleapis.com', method },
    },
  ]);
}

export function unregisteredCaller(): GoogleError {
  return permissionDenied(
    "Method doesn't allow unregistered callers (callers without established identity). " +
      'Please use API Key or other form of API consumer identity to call this API.',
  );
}

export function invalidCredentials(): GoogleError {
  return new GoogleError(
    401,
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid ' +
      'authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  );
}

export function protectedCell(): GoogleError {
  return invalidArgument(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection ' +
      'if you need to edit.',
  );
}

/** The body of an error that a fault rule asks for. */
export function faultBody(status: number): unknown {
  const message = status >= 500 ? 'The service is currently unavailable.' : 'Request refused by a fault rule.';
  return new GoogleError(status, status === 500 ? 'Internal error encountered.' : message).body();
}
