export { createHttpClient, HttpStatusError, type HttpClient } from './http-client.ts';
export { DEFAULT_RETRY, type RetryPolicy } from './retry-policy.ts';
