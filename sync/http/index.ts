export { createHttpClient, HttpStatusError, type HttpClient } from './http-client.ts';
export { type RetryPolicy } from './retry-policy.ts';
