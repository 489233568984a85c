import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { SECOND } from '../clock.ts';
import { SyncError } from '../errors.ts';

/** Nobody knows whether the message arrived. */
export class DeliveryUnknownError extends SyncError {
  constructor(cause: Error) {
    super('unavailable', `Slack gave no clear answer: ${cause.message}`, {}, { cause });
    this.name = 'DeliveryUnknownError';
  }
}

/** Errors of the platform after which a message may nevertheless stand in the channel. */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** What Slack said, as an error that names who has to act; `details.code` is Slack's own word. */
export function explain(error: Error): SyncError {
  if (error instanceof WebAPIRateLimitedError) {
    return new SyncError('quota', `Slack asks for ${error.retryAfter} seconds of patience`, {
      retryAfterMs: error.retryAfter * SECOND,
    });
  }
  if (error instanceof WebAPIPlatformError && !UNCLEAR.has(error.data.error)) {
    const { error: code } = error.data;
    const needed = 'needed' in error.data ? String(error.data['needed']) : undefined;
    return new SyncError('refused', `Slack refused: ${code}${needed === undefined ? '' : ` (${needed})`}`, {
      code,
      ...(needed !== undefined && { needed }),
    });
  }
  return new DeliveryUnknownError(error);
}
